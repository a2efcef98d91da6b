// Finds what names such as "total.energy", "serving.requests" and "outputs.break_even" stand for.
#include "models/results/point_result.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "lca/base/text.hpp"

namespace lca {
bool operator<(const PerUse& a, const PerUse& b) {
    return std::tie(a.row, a.measure, a.use) < std::tie(b.row, b.measure, b.use);
}

namespace {

Dimension product(Dimension a, Dimension b) {
    return multiply(a, b).value_or(Dimension{});
}

Dimension energy_per(Base count) {
    return divide(measure(energy_measure).dimension, Dimension::of(count)).value_or(Dimension{});
}

const Output* find_output(const Results& results, std::string_view name) {
    if (!name.starts_with(output_prefix)) return nullptr;
    name.remove_prefix(output_prefix.size());
    const auto at = std::find_if(results.outputs.begin(), results.outputs.end(),
                                 [name](const Output& output) { return output.name == name; });
    return at == results.outputs.end() ? nullptr : &*at;
}

NamedFigure figure_of(const Results& results, const ActivityInfo& activity, const ActivityFigure& figure) {
    if (!figure.divides_energy) return {.step = activity.*figure.step, .dimension = figure.dimension};
    const Result* row = results.find(activity.id);
    return {.step = row ? row->steps[energy_measure] : no_step,
            .dimension = figure.dimension,
            .result = row ? std::optional(ResultRef{row, energy_measure}) : std::nullopt,
            .quotient = true,
            .counted = activity.*figure.step == no_step ? std::vector<StepId>()
                                                        : std::vector<StepId>{activity.*figure.step},
            .counts = activity.id +
                      (figure.name == "per_token" ? std::string(".tokens") : std::string(".requests")),
            .whole = figure.name == "per_token" ? activity.per_token : activity.per_request};
}

/// The divisor of a result per use, in words.
std::string counts_of(const Results& results, const Result& row, const Use& use) {
    if (!use.base) return "functional_unit.amount";
    const std::string plural = std::string(use.name) + "s";
    const std::optional<std::uint32_t> own = row.activity();
    return own ? results.activities.at(*own).id + "." + plural : "the number of " + plural;
}

StepId recorded(const Results& results, const ResultRef& of, std::size_t use) {
    const PerUse wanted{of.row->key, of.measure, use, no_step};
    const auto at = std::lower_bound(results.per_use.begin(), results.per_use.end(), wanted);
    return at != results.per_use.end() && !(wanted < *at) ? at->step : no_step;
}

/// The result that is divided: "serving.dynamic" for "serving.dynamic.per_request"; `total.` may be omitted.
std::optional<ResultRef> divided_result(const Results& results, std::string_view name) {
    if (name.empty()) return find_result(results, "total");
    const std::optional<ResultRef> found = find_result(results, name);
    return found ? found : find_result(results, "total." + std::string(name));
}

std::optional<NamedFigure> find_per_use(const Results& results, std::string_view name) {
    const std::size_t dot = name.rfind('.');
    const std::string_view suffix = dot == std::string_view::npos ? name : name.substr(dot + 1);
    const std::span<const Use> table = uses();
    const auto use =
        std::find_if(table.begin(), table.end(), [&](const Use& one) { return one.suffix == suffix; });
    if (use == table.end() || dot == 0) return std::nullopt;
    const std::optional<ResultRef> of =
        divided_result(results, dot == std::string_view::npos ? std::string_view() : name.substr(0, dot));
    if (!of) return std::nullopt;
    const Dimension counted = use->base ? Dimension::of(*use->base) : Dimension{};
    return NamedFigure{.step = of->row->steps.at(of->measure),
                       .dimension = divide(measure(of->measure).dimension, counted).value_or(Dimension{}),
                       .result = of,
                       .quotient = true,
                       .counted = counted_steps(results, *of->row, use->name),
                       .counts = counts_of(results, *of->row, *use),
                       .whole = recorded(results, *of, static_cast<std::size_t>(use - table.begin()))};
}

std::optional<NamedFigure> find_activity_figure(const Results& results, std::string_view name) {
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const std::optional<std::uint32_t> activity = results.find_activity(name.substr(0, dot));
    if (!activity) return std::nullopt;
    for (const ActivityFigure& figure : activity_figures()) {
        if (figure.name == name.substr(dot + 1))
            return figure_of(results, results.activities.at(*activity), figure);
    }
    return std::nullopt;
}

}  // namespace

std::span<const ActivityFigure> activity_figures() {
    static const std::array<ActivityFigure, 8> table = {{
        {"device_time", product(Dimension::of(Base::accelerator), Dimension::of(Base::time)),
         &ActivityInfo::device_time},
        {"node_time", product(Dimension::of(Base::node), Dimension::of(Base::time)),
         &ActivityInfo::node_time},
        {"duration", Dimension::of(Base::time), &ActivityInfo::duration},
        {"work", Dimension::of(Base::operation), &ActivityInfo::work},
        {"requests", Dimension::of(Base::request), &ActivityInfo::requests},
        {"tokens", Dimension::of(Base::token), &ActivityInfo::tokens},
        {"per_request", energy_per(Base::request), &ActivityInfo::requests, true},
        {"per_token", energy_per(Base::token), &ActivityInfo::tokens, true},
    }};
    return table;
}

std::optional<ResultRef> find_result(const Results& results, std::string_view name) {
    if (const Result* row = results.find(name)) return ResultRef{row, index_of::climate};
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const std::optional<std::size_t> measure = measure_of_suffix(name.substr(dot + 1));
    const Result* row = measure ? results.find(name.substr(0, dot)) : nullptr;
    return row ? std::optional(ResultRef{row, *measure}) : std::nullopt;
}

std::span<const Use> uses() {
    static constexpr std::array<Use, 3> table = {{{"per_request", "request", Base::request},
                                                  {"per_token", "token", Base::token},
                                                  {"per_functional_unit", "functional_unit", std::nullopt}}};
    return table;
}

std::optional<std::size_t> use_called(std::string_view name) {
    for (std::size_t i = 0; i < uses().size(); ++i) {
        if (uses()[i].name == name) return i;
    }
    return std::nullopt;
}

std::optional<Dimension> divided_by_use(Dimension dimension, std::optional<std::size_t> use) {
    if (!use || !uses()[*use].base) return std::nullopt;
    return divide(dimension, Dimension::of(*uses()[*use].base));
}

std::optional<Dimension> divided_as_named(Dimension dimension, std::string_view name) {
    for (std::size_t i = 0; i < uses().size(); ++i) {
        const std::size_t dot = name.rfind('.');
        if (name.substr(dot == std::string_view::npos ? 0 : dot + 1) == uses()[i].suffix)
            return divided_by_use(dimension, i);
    }
    return std::nullopt;
}

std::optional<NamedFigure> find_name(const Results& results, std::string_view name, NameContext by) {
    if (const Output* output = find_output(results, name))
        return NamedFigure{.step = output->step, .dimension = output->dimension, .output = output};
    if (const std::optional<ResultRef> found = find_result(results, name)) {
        return NamedFigure{.step = found->row->steps.at(found->measure),
                           .dimension = measure(found->measure).dimension,
                           .result = found};
    }
    const auto first = by == NameContext::question ? find_per_use : find_activity_figure;
    const auto second = by == NameContext::question ? find_activity_figure : find_per_use;
    std::optional<NamedFigure> found = first(results, name);
    return found ? found : second(results, name);
}

bool idle_within_dynamic(const Results& results, const Result& row) {
    constexpr std::uint32_t every_measure = ~0U;
    const bool idle = std::visit(
        [](const auto& key) {
            if constexpr (requires { key.phase; }) return key.phase == PhaseKind::idle;
            return false;
        },
        row.key);
    return idle && row.assessed() == 0 && results.gaps_within(row, every_measure).empty();
}

std::string reason_without_quotient(const NamedFigure& figure, std::optional<double> count) {
    if (!figure.quotient) return {};
    if (figure.step == no_step) return "its numerator is not assessed";
    if (!count) return figure.counts + " is not stated";
    return figure.counts + " is " + (*count == 0 ? "zero" : "too small to divide by");
}

std::vector<ResultRef> results_behind(const Results& results, std::string_view name, NameContext by) {
    std::vector<ResultRef> rows;
    const std::optional<NamedFigure> figure = find_name(results, name, by);
    if (!figure) return rows;
    if (figure->result) rows.push_back(*figure->result);
    if (!figure->output) return rows;
    std::vector<bool> seen(results.outputs.size(), false);
    std::vector<std::size_t> open = {static_cast<std::size_t>(figure->output - results.outputs.data())};
    while (!open.empty()) {
        const std::size_t next = open.back();
        open.pop_back();
        if (next >= seen.size() || seen[next]) continue;
        seen[next] = true;
        const Output& output = results.outputs[next];
        for (const OutputTerm& term : output.terms) {
            if (const Result* row = results.find(term.row)) rows.push_back({row, term.measure});
        }
        open.insert(open.end(), output.outputs.begin(), output.outputs.end());
    }
    return rows;
}

std::vector<std::string> missing_from(const Results& results, const Result& row, std::size_t measure) {
    std::vector<std::string> missing;
    for (const Gap* gap : results.gaps_of(row, measure))
        missing.push_back(results.name(*gap, measure) + ": " + results.texts.at(gap->reason));
    return missing;
}

std::vector<std::string> gaps_behind(const Results& results, std::string_view name) {
    std::vector<const Gap*> gaps;
    for (const ResultRef& one : results_behind(results, name)) {
        const std::vector<const Gap*> missing = results.gaps_of(*one.row, one.measure);
        gaps.insert(gaps.end(), missing.begin(), missing.end());
    }
    std::sort(gaps.begin(), gaps.end());  // pointers into one vector: in the order of the table
    gaps.erase(std::unique(gaps.begin(), gaps.end()), gaps.end());
    std::vector<std::string> names;
    for (const Gap* gap : gaps) names.push_back(results.name(*gap));
    return names;
}

std::vector<std::string> result_names(const Results& results) {
    std::vector<std::string> names;
    for (const Result& row : results.rows) {
        const std::string name = results.name(row);
        names.push_back(name);
        for (std::size_t i = 0; i < measure_count; ++i) {
            if (row.steps[i] != no_step && !measure(i).suffix.empty()) names.push_back(with_suffix(name, i));
        }
    }
    for (const ActivityInfo& activity : results.activities) {
        for (const ActivityFigure& figure : activity_figures()) {
            if (activity.*figure.step != no_step && !figure.divides_energy)
                names.push_back(activity.id + "." + std::string(figure.name));
        }
    }
    for (const Result& row : results.rows) {
        for (const std::size_t use : listed_uses(results, row)) {
            for (std::size_t i = 0; i < measure_count; ++i) {
                if (row.steps[i] != no_step) names.push_back(per_use_name(results, row, i, use));
            }
            if (row.is<TotalRow>()) names.emplace_back(uses()[use].suffix);
        }
    }
    for (const Output& output : results.outputs) names.push_back(std::string(output_prefix) + output.name);
    return names;
}

std::string nearest_results(const Results& results, std::string_view name,
                            std::span<const std::string> others) {
    constexpr std::size_t max_names = 3;
    std::vector<std::string> names = result_names(results);
    names.insert(names.end(), others.begin(), others.end());
    return did_you_mean(nearest_few(name, names, max_names));
}

std::vector<StepId> counted_steps(const Results& results, const Result& row, std::string_view what) {
    std::vector<StepId> steps;
    const auto add = [&steps](StepId step) {
        if (step != no_step) steps.push_back(step);
    };
    if (what == "functional_unit") {
        add(results.functional_amount);
        return steps;
    }
    StepId ActivityInfo::*const counted = what == "token" ? &ActivityInfo::tokens : &ActivityInfo::requests;
    if (const std::optional<std::uint32_t> own = row.activity()) {
        add(results.activities.at(*own).*counted);
        return steps;
    }
    for (const ActivityInfo& activity : results.activities) {
        if (activity.included) add(activity.*counted);
    }
    return steps;
}

std::vector<std::size_t> listed_uses(const Results& results, const Result& row) {
    std::vector<std::size_t> listed;
    const bool whole = row.is<TotalRow>();
    if (!whole && !row.is<ActivityRow>()) return listed;
    for (std::size_t i = 0; i < uses().size(); ++i) {
        if (!whole && !uses()[i].base) continue;
        if (!counted_steps(results, row, uses()[i].name).empty()) listed.push_back(i);
    }
    return listed;
}

std::string per_use_name(const Results& results, const Result& row, std::size_t measure, std::size_t use) {
    return with_suffix(results.name(row), measure) + "." + std::string(uses()[use].suffix);
}

}  // namespace lca
