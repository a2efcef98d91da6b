#include "analyses/shared/notes.hpp"

#include <map>
#include <string_view>

#include "analyses/standards/data_quality.hpp"
#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/calc/dataflow.hpp"
#include "lca/calc/written_unit.hpp"
#include "lca/page/scale.hpp"
#include "models/language/examples.hpp"
#include "models/resolve/footprint.hpp"

namespace lca {
namespace {

constexpr std::size_t max_items = 12;
constexpr Dimension climate[] = {impacts()[index_of::climate].dimension};

void shorten(List& list) {
    if (list.items.size() <= max_items) return;
    const std::size_t left_out = list.items.size() - max_items;
    list.items.resize(max_items);
    list.items.push_back(
        {"and " + std::to_string(left_out) + " more: `--format json` lists them all", {}, Tone::faint});
}

void add(Page& page, std::string heading, List list) {
    shorten(list);
    page.list(std::move(heading), std::move(list));
}

std::string with_reason(std::string text, const std::string& reason) {
    return reason.empty() ? text : text + ": " + reason;
}

/// Names of the impacts for which no part of the scenario has a figure.
std::vector<std::string> unknown_impacts(const PointResult& result) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < impact_count; ++i) {
        if (nothing_known(result, i)) names.emplace_back(measure(i).name);
    }
    return names;
}

/// "a, b, c and 4 more": not shortened if only one name would be left out.
std::string first_few(std::vector<std::string> names, std::size_t few = 3) {
    const std::size_t all = names.size();
    if (all > few + 1) {
        names.resize(few);
        names.push_back(std::to_string(all - few) + " more");
    }
    return listed(names);
}

/// Collects names by what is said of them; each statement once, in the order in which they were added.
class Grouped {
public:
    void add(const std::string& said, std::string name) {
        const auto [found, is_new] = places_.try_emplace(said, groups_.size());
        if (is_new) groups_.push_back({said, {}});
        groups_[found->second].second.push_back(std::move(name));
    }
    const std::vector<std::pair<std::string, std::vector<std::string>>>& groups() const { return groups_; }

private:
    std::map<std::string, std::size_t> places_;
    std::vector<std::pair<std::string, std::vector<std::string>>> groups_;
};

/// A hint how to state an embodied figure in the file; `gap` ends in the id of the hardware.
std::string how_to_give(std::string_view gap) {
    const std::string id(gap.substr(gap.rfind('.') + 1));
    return "to add a figure of your own: in the file `hardware:`, in it `" + id +
           ":`, in that `embodied:` with the figure, such as `" +
           std::string(example_at("hardware.x.embodied", climate)) + "`";
}

List gaps(const Evaluation& evaluation, bool details) {
    const Results& results = evaluation.result->results();
    const std::uint32_t chosen = 1U << evaluation.measure, energy = 1U << energy_measure;
    const bool by_contract = results.has_market && evaluation.measure == index_of::climate;
    const std::uint32_t main = chosen | energy | (by_contract ? 1U << market_measure : 0);
    Grouped by_reason;
    for (const Gap& gap : results.gaps) {
        if ((gap.measures & main) == 0) continue;
        std::string text = results.name(gap);
        if ((gap.measures & chosen) == 0)
            text += (gap.measures & energy) != 0 ? " (electricity)" : " (market-based)";
        by_reason.add(results.texts.at(gap.reason), std::move(text));
    }
    List list;
    for (const auto& [reason, names] : by_reason.groups()) {
        list.items.push_back({with_reason(first_few(names, details ? 3 : 1), reason)});
        if (details && reason == no_embodied_figure)
            list.items.back().details.push_back(how_to_give(names.front()));
    }
    if (evaluation.measure == market_measure && !results.has_market)
        list.items.push_back({"no site states a `market_intensity`"});
    const std::vector<std::string> unknown = unknown_impacts(*evaluation.result);
    if (!unknown.empty() && !results.activities.empty()) {
        list.items.push_back({listed(unknown) + ": no figure in this scenario"});
    }
    return list;
}

std::string describe(const Input& input) {
    return std::string(input.path) + " = " + as_written(input);
}

std::vector<std::string> details(const Input& input, const Sources& sources) {
    std::vector<std::string> lines;
    if (!input.note.empty()) lines.emplace_back(input.note);
    const std::string place = where(input, sources);
    if (!place.empty()) lines.push_back(place);
    return lines;
}

/// A list of activities with an embodied impact of their own, which replaces their share of a system.
List replaced(const Evaluation& evaluation) {
    const Results& results = evaluation.result->results();
    List list;
    for (const ReplacedShare& one : results.replaced) {
        std::string text =
            results.activities.at(one.activity).id + ".embodied in place of its share of " + one.system;
        if (const std::optional<double> value = evaluation.result->value(one.steps.at(evaluation.measure)))
            text += ": " + with_unit(*value, measure(evaluation.measure).dimension);
        list.items.push_back({std::move(text)});
    }
    return list;
}

List remarks(const Evaluation& evaluation) {
    List list;
    for (const std::string& remark : evaluation.result->results().remarks) list.items.push_back({remark});
    return list;
}

/// The steps and inputs that affect results on the page; other recorded steps do not.
class ContributingSteps {
public:
    explicit ContributingSteps(const PointResult& result)
        : all_(result.calculation().inputs()),
          steps_(reaches(result.calculation(), shown_steps(result.results()))),
          is_used_(all_.size()) {
        for (StepId id = 0; id < steps_.size(); ++id) {
            const StepRecord& step = result.calculation().steps()[id];
            if (steps_[id] && step.operation == Operation::input) is_used_[step.left] = true;
        }
    }
    bool contains(StepId step) const { return steps_[step]; }
    /// Calls `visit` with each input that affects a result. A large file has many: they are not copied.
    template <class Visit>
    void each_input(const Visit& visit) const {
        for (std::size_t i = 0; i < is_used_.size(); ++i) {
            if (is_used_[i]) visit(all_[i]);
        }
    }

private:
    static std::vector<StepId> shown_steps(const Results& results) {
        std::vector<StepId> shown;
        const auto add = [&shown](StepId step) {
            if (step != no_step) shown.push_back(step);
        };
        add(results.functional_amount);
        for (const Result& row : results.rows) std::for_each(row.steps.begin(), row.steps.end(), add);
        for (const Output& output : results.outputs) add(output.step);
        for (const ActivityInfo& activity : results.activities) {
            for (const ActivityFigure& figure : activity_figures()) add(activity.*figure.step);
        }
        return shown;
    }

    const Inputs& all_;
    std::vector<bool> steps_, is_used_;
};

List defaults(const Evaluation& evaluation, const ContributingSteps& entering) {
    List list;
    entering.each_input([&list](const Input& input) {
        if (input.origin == Origin::default_value)
            list.items.push_back({with_reason(describe(input), std::string(input.note))});
    });
    for (const ProxyGrid& one : evaluation.result->results().stand_ins)
        list.items.push_back({one.path + ": " + one.message});
    return list;
}

List doubtful(const Evaluation& evaluation, const ContributingSteps& entering) {
    List list;
    entering.each_input([&](const Input& input) {
        if (input.status.empty() || input.status == "printed") return;
        list.items.push_back(
            {describe(input) + " (" + std::string(input.status) + ")", details(input, *evaluation.sources)});
    });
    const PointResult& result = *evaluation.result;
    const std::span<const StepId> steps = result.calculation().stated_steps();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Input about = result.calculation().stated()[i];
        if (!entering.contains(steps[i]) || about.status.empty() || about.status == "printed") continue;
        list.items.push_back({std::string(about.path) + " = " +
                                  with_unit(result.values()[steps[i]], about.dimension) + " (" +
                                  std::string(about.status) + ")",
                              details(about, *evaluation.sources)});
    }
    return list;
}

List uncertain(const ContributingSteps& entering) {
    List list;
    entering.each_input([&list](const Input& input) {
        if (input.uncertainty) list.items.push_back({describe(input) + ", " + input.uncertainty->written});
    });
    return list;
}

/// A list of sources, each with the paths of its figures.
List sources(const ContributingSteps& entering, const Results& results) {
    Grouped by_source;
    entering.each_input([&by_source](const Input& input) {
        if (!input.source.empty()) by_source.add(std::string(input.source), std::string(input.path));
    });
    List list;
    for (const auto& [source, paths] : by_source.groups()) {
        const std::string quoted = results.is_quoted(source) ? " (as quoted elsewhere)" : "";
        list.items.push_back({source + quoted + ": " + first_few(paths)});
    }
    return list;
}

List warnings(const Evaluation& evaluation) {
    List list;
    for (const Fault& fault : evaluation.warnings) {
        const std::string place = to_string(fault.place, *evaluation.sources);
        List::Item item{fault.message, {}, Tone::warning};
        if (!place.empty()) item.details.push_back(place);
        list.items.push_back(std::move(item));
    }
    return list;
}

std::string footer(const Evaluation& evaluation) {
    const Provenance& by = evaluation.provenance;
    std::string text =
        "lca " + std::string(by.version) + ", catalogue " + std::string(by.catalogue.substr(0, 12));
    for (const auto& [path, digest] : by.folders) text += ", " + path + " " + digest.substr(0, 12);
    return text;
}

}  // namespace

bool nothing_known(const PointResult& result, std::size_t measure) {
    const Results& results = result.results();
    const Result* total = results.find("total");
    const std::optional<double> sum = total ? result.value(*total, measure) : std::nullopt;
    return !sum || (*sum == 0 && results.has_gap(*total, measure));
}

std::string where(const Input& input, const Sources& sources) {
    Place place = input.place;
    place.column = 0;
    return to_string(place, sources);
}

std::string as_written(const Input& input) {
    return with_written_unit(readable(input.written, 9), input);
}

void add_notes(Page& page, const Evaluation& evaluation) {
    const ContributingSteps entering(*evaluation.result);
    add(page, "Warnings", warnings(evaluation));
    add(page, "Not assessed", gaps(evaluation, true));
    add(page, "Boundary", boundary_list(*evaluation.result));
    add(page, "What intensities of electricity count", grids_list(evaluation.result->results()));
    add(page, "What embodied figures cover", hardware_list(evaluation.result->results()));
    add(page, "Methods of impacts", methods_list(evaluation.result->results()));
    add(page, "Data quality", quality_list(*evaluation.result, evaluation.measure));
    add(page, "Replaced: stated by the activity, in place of its share of the system", replaced(evaluation));
    add(page, "Remarks", remarks(evaluation));
    add(page, "Defaults used, as the file gives no value", defaults(evaluation, entering));
    add(page, "Assumed, inferred or fitted", doubtful(evaluation, entering));
    add(page, "Uncertain (the figures above use the stated values)", uncertain(entering));
    add(page, "Sources of the figures", sources(entering, evaluation.result->results()));
    page.paragraph(footer(evaluation), Tone::faint);
}

List not_assessed(const Evaluation& evaluation) {
    return gaps(evaluation, false);
}

NoteCounts count_notes(const Evaluation& evaluation) {
    const ContributingSteps entering(*evaluation.result);
    return {doubtful(evaluation, entering).items.size(), uncertain(entering).items.size(),
            defaults(evaluation, entering).items.size()};
}

void add_variant(Page& page, const Evaluation& evaluation) {
    if (!evaluation.variant.empty()) {
        const std::string title = evaluation.variant_title.empty() ? "" : ": " + evaluation.variant_title;
        page.paragraph("What if `" + evaluation.variant + "`" + title);
    }
    for (const auto& [path, text] : evaluation.changes) page.paragraph("Set " + path + " = " + text);
}

void add_introduction(Page& page, const Evaluation& evaluation) {
    add_variant(page, evaluation);
    if (!evaluation.source.empty()) page.paragraph(evaluation.source, Tone::faint);
    if (!evaluation.note.empty()) page.paragraph(evaluation.note);
}

}  // namespace lca
