#include "models/compile/rebound.hpp"

#include <fmt/core.h>

#include <cmath>

#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"
#include "models/compile/difference.hpp"
#include "models/results/point_result.hpp"

namespace lca::compile_detail {
namespace {

/// Relative tolerance: the Jevons point assumes a total that is linear in the demand.
constexpr double straight_enough = 1e-9;

Dimension climate() {
    return measure(index_of::climate).dimension;
}

void refuse(Recording recording, const Reference& at, std::string message, std::string expected,
            std::string hint = {}) {
    recording.diagnostics.add({.place = at.location.place(),
                               .message = std::move(message),
                               .expected = std::move(expected),
                               .hint = std::move(hint),
                               .width = std::max<std::size_t>(1, characters(at.text))});
}

/// The result that `of` names; empty, after an error, if there is no such result.
std::optional<NamedTerm> named_cost(Recording recording, const Scenario& scenario, ScenarioCompiler& pass) {
    const Reference& of = scenario.rebound->of;
    Parsed<NamedTerm> parsed = pass.named(of.text);
    if (const auto* fault = std::get_if<TextFault>(&parsed)) {
        if (!fault->message.empty()) refuse(recording, of, fault->message, fault->expected, fault->hint);
        return std::nullopt;
    }
    return std::move(std::get<NamedTerm>(parsed));
}

class Rebounding {
public:
    Rebounding(Recording recording, const Scenario& scenario, const Scenario& base,
               std::vector<Output>& report)
        : all_(recording), scenario_(scenario), base_(base), report_(report) {}

    std::optional<Results> record() {
        ScenarioCompiler unchanged(all_, scenario_), before(all_, base_);
        if (!unchanged.record() || !before.record()) return std::nullopt;
        const std::optional<Step> new_cost = cost(unchanged, scenario_), old_cost = cost(before, base_);
        if (!new_cost || !old_cost || !costs_are_comparable(before.results(), unchanged.results()))
            return std::nullopt;
        const Step ratio = *new_cost / *old_cost;
        all_.recorder.label(ratio, "cost per use, new / old", Dimension{});
        const auto cost_ratio = unchecked<unit::None>(ratio);
        const Expr<unit::None> elasticity = *unchanged.values()(scenario_.rebound->elasticity);
        const Expr<unit::None> growth =
            all_.recorder.label(growth_of_use(cost_ratio, elasticity), "growth of use");
        if (!std::isfinite(now(growth.value().id()))) return report_growth();
        std::optional<Results> grown = with_growth(growth, true);
        if (!grown) return std::nullopt;
        output("cost_ratio", "cost per use, new / old", ratio);
        output("growth", "growth of use", growth.value());
        savings(before.results(), unchanged.results(), *grown, cost_ratio);
        return grown;
    }

private:
    std::nullopt_t report_growth() {
        all_.diagnostics.error(scenario_.rebound->elasticity->text.place(),
                               "with this elasticity the growth of use is out of range",
                               "an elasticity such as 0.6");
        return std::nullopt;
    }

    /// Records the scenario with its demand multiplied. Capacity is checked only for the final demand.
    std::optional<Results> with_growth(Expr<unit::None> growth, bool checks_capacity = false) {
        ScenarioCompiler pass(all_, scenario_);
        pass.scale_demand(growth);
        if (!pass.record()) return std::nullopt;
        if (checks_capacity) pass.check_capacity();
        return std::move(pass.results());
    }

    /// The cost of one use in one of the scenarios; an error if it is not above 0.
    std::optional<Step> cost(ScenarioCompiler& pass, const Scenario& scenario) {
        const Reference& of = scenario.rebound->of;
        const std::optional<NamedTerm> named = named_cost(all_, scenario, pass);
        if (!named) return std::nullopt;
        const auto& [term, reason] = *named;
        if (!reason.empty()) {
            refuse(all_, of, fmt::format("`rebound.of` cannot be determined: {}", reason),
                   "a result that is assessed");
        } else if (dimension_ && *dimension_ != term.dimension) {
            refuse(all_, of,
                   fmt::format("`{}` is {} here and {} in the what-if", of.text, name(term.dimension),
                               name(*dimension_)),
                   "the same dimension with and without the what-if");
        } else if (!(all_.recorder.value(term.step) > 0)) {
            refuse(all_, of, fmt::format("`{}` is 0: demand cannot respond to a cost of 0", of.text),
                   "above 0");
        } else {
            dimension_ = term.dimension;
            return term.step;
        }
        return std::nullopt;
    }

    /// Reports costs whose gaps differ: their ratio, by which demand would grow, would have no meaning.
    bool costs_are_comparable(const Results& before, const Results& now) {
        const Reference& of = scenario_.rebound->of;
        const GapDifferences unlike = GapComparison(before, now)
                                          .unlike(results_behind(before, of.text, NameContext::expression),
                                                  results_behind(now, of.text, NameContext::expression));
        if (unlike.any()) {
            refuse(all_, of,
                   fmt::format("`{}` with the what-if is not comparable with `{}` without it: {}", of.text,
                               of.text, unlike.text(without_name, with_name)),
                   "the same parts in both results, or `none` for what is known to be zero");
        }
        return !unlike.any();
    }

    void savings(const Results& before, const Results& unchanged, const Results& grown,
                 Expr<unit::None> cost_ratio) {
        const Difference alone = saved(before, unchanged), left = saved(before, grown);
        output("saving_without", "saving if use did not grow", alone, climate());
        output("saving", "saving with the growth of use", left, climate());
        std::string why = alone.reason.empty() ? left.reason : alone.reason;
        if (why.empty() && !(now(alone.difference_step) > 0)) why = "a saving: this what-if has none";
        if (!why.empty()) {
            add_not_assessed("taken_back", taken_back_title, why);
            add_not_assessed("jevons_point", jevons_title, why);
            return;
        }
        const Step saving(all_.recorder, alone.difference_step);
        output("taken_back", taken_back_title, (saving - Step(all_.recorder, left.difference_step)) / saving);
        jevons(alone, saving, cost_ratio);
    }

    /// The difference in total climate change: positive if `before` is higher.
    Difference saved(const Results& before, const Results& after) {
        const ResultPair pair{before, after, without_name, with_name};
        return difference(all_.recorder, pair, "total", index_of::climate);
    }

    void jevons(const Difference& alone, Step saving, Expr<unit::None> cost_ratio) {
        if (now(cost_ratio.value().id()) >= 1)
            return add_not_assessed("jevons_point", jevons_title,
                                    "a use that gets cheaper: this one does not");
        const Step after(all_.recorder, alone.variant);
        const std::optional<Step> doubled = total_at(unchecked<unit::None>(all_.recorder.constant(2)));
        if (!doubled) return;
        const Step slope = *doubled - after;
        if (!(now(slope.id()) > 0))
            return add_not_assessed("jevons_point", jevons_title,
                                    "a total that grows with the demand: this one does not");
        const auto growth = unchecked<unit::None>(all_.recorder.constant(1) + saving / slope);
        const std::optional<Step> there = total_at(growth);
        if (!there) return;
        const double wanted = now(alone.base), got = now(there->id());
        if (!(std::abs(got - wanted) <= straight_enough * std::abs(wanted))) {
            return add_not_assessed("jevons_point", jevons_title,
                                    "a total that is a straight line in the demand; `lca solve --by "
                                    "rebound.elasticity` finds it");
        }
        const Step point =
            jevons_point(unchecked<unit::Impact>(saving), unchecked<unit::Impact>(slope), cost_ratio).value();
        output("jevons_point", jevons_title, point);
        report_.back().may_lack = true;
    }

    std::optional<Step> total_at(Expr<unit::None> growth) {
        const std::optional<Results> recorded = with_growth(growth);
        const Result* total = recorded ? recorded->find("total") : nullptr;
        if (!total || total->steps[index_of::climate] == no_step) return std::nullopt;
        return Step(all_.recorder, total->steps[index_of::climate]);
    }

    double now(StepId step) { return all_.recorder.value(Step(all_.recorder, step)); }

    void add(std::string id, std::string title, StepId step, Dimension dimension, std::string reason,
             bool partial = false) {
        report_.push_back({.name = "rebound." + std::move(id),
                           .step = step,
                           .dimension = dimension,
                           .reason = std::move(reason),
                           .title = std::move(title),
                           .section = fmt::format("Rebound: `{}` grows as `{}` falls",
                                                  scenario_.rebound->demand_name, scenario_.rebound->of.text),
                           .partial = partial});
    }
    void output(std::string id, std::string title, Step step) {
        add(std::move(id), std::move(title), step.id(), Dimension{}, "");
    }
    void output(std::string id, std::string title, const Difference& one, Dimension dimension) {
        add(std::move(id), std::move(title), one.difference_step, dimension, one.reason, one.partial);
    }
    void add_not_assessed(std::string id, std::string title, std::string reason) {
        add(std::move(id), std::move(title), no_step, Dimension{}, std::move(reason));
    }

    static constexpr std::string_view without_name = "the file without the what-if";
    static constexpr std::string_view with_name = "the what-if";
    static constexpr const char* taken_back_title = "share of the saving lost to growth";
    static constexpr const char* jevons_title =
        "elasticity at which growth cancels the saving (Jevons point)";

    Recording all_;
    const Scenario& scenario_;
    const Scenario& base_;
    std::vector<Output>& report_;
    std::optional<Dimension> dimension_;
};

/// Whether the rebound is stated without errors; otherwise only the name in `of` can be checked.
bool is_whole(const Scenario& scenario) {
    return scenario.rebound && scenario.rebound->demand && scenario.rebound->elasticity;
}

}  // namespace

Expr<unit::None> growth_of_use(Expr<unit::None> cost_ratio, Expr<unit::None> elasticity) {
    return unchecked<unit::None>(power(cost_ratio.value(), -elasticity.value()));
}

Expr<unit::None> jevons_point(Expr<unit::Impact> saving, Expr<unit::Impact> slope,
                              Expr<unit::None> cost_ratio) {
    const Step share = Expr<unit::None>(saving / slope).value();
    const Step growth = share.recorder()->constant(1) + share;
    // If a use does not get cheaper, there is no such point: then this divides by 0.
    const Step cheaper =
        maximum(-apply(Operation::natural_log, cost_ratio.value()), share.recorder()->constant(0));
    return unchecked<unit::None>(apply(Operation::natural_log, growth) / cheaper);
}

std::optional<Results> record_with_rebound(Recording recording, const Scenario& scenario,
                                           const Scenario* base, std::vector<Output>& report) {
    if (is_whole(scenario) && base && is_whole(*base))
        return Rebounding(recording, scenario, *base, report).record();
    ScenarioCompiler pass(recording, scenario);
    const bool recorded = pass.record();
    pass.check_capacity();
    if (!recorded) return std::nullopt;
    // Without a what-if there is no growth, but the result that `of` names must exist.
    if (scenario.rebound) named_cost(recording, scenario, pass);
    return std::move(pass.results());
}

}  // namespace lca::compile_detail
