#include "analyses/report/recording.hpp"

#include <algorithm>

#include "analyses/report/report.hpp"
#include "lca/calc/dataflow.hpp"
#include "lca/numerics/sample_columns.hpp"
#include "lca/units/quantity.hpp"

namespace lca::report {
namespace {

constexpr std::uint32_t not_shipped = 0xffffffff;
constexpr std::size_t max_activities = 100;  // activities shown of a large scenario

std::vector<StepId> wanted_steps(const Results& results, bool is_large) {
    std::vector<StepId> wanted = {results.functional_amount, main_step(results)};
    for (const Result* row : shown_rows(results, is_large)) {
        for (const std::size_t measure : shown_measures(results)) wanted.push_back(row->steps.at(measure));
    }
    for (const Output& output : results.outputs) wanted.push_back(output.step);
    for (const PerUse& one : results.per_use) wanted.push_back(one.step);
    for (const HoursOfUse& use : results.hours) {
        if (use.series && !is_large)
            wanted.insert(wanted.end(), {use.series->mean, use.energy, use.duration});
    }
    std::erase(wanted, no_step);
    return wanted;
}

}  // namespace

std::vector<std::size_t> shown_measures(const Results& results) {
    std::vector<std::size_t> measures = {index_of::climate, energy_measure};
    if (results.has_market) measures.push_back(market_measure);
    return measures;
}

std::vector<const Result*> shown_rows(const Results& results, bool is_large) {
    std::vector<const Result*> rows;
    for (const Result& row : results.rows) {
        if (row.is<LifeCycleStageRow>() || row.is<UnallocatedLifeCycleStageRow>() || row.is<ItemRow>())
            continue;
        const bool much = row.is<LineRow>() || row.activity().value_or(0) >= max_activities;
        if (!is_large || !much) rows.push_back(&row);
    }
    return rows;
}

std::vector<std::string> shown_per_use(const Results& results) {
    std::vector<std::string> names;
    const Result* total = results.find("total");
    if (!total) return names;
    for (const std::size_t use : listed_uses(results, *total)) {
        for (const std::size_t measure : shown_measures(results)) {
            if (total->steps.at(measure) != no_step)
                names.push_back(per_use_name(results, *total, measure, use));
        }
    }
    return names;
}

StepId main_step(const Results& results) {
    const Result* total = results.find("total");
    if (total && !results.activities.empty()) return total->steps.at(index_of::climate);
    return results.outputs.empty() ? no_step : results.outputs.front().step;
}

std::vector<std::size_t> shown_inputs(const Assessment& model) {
    const std::vector<bool> needed = reaches(model.calculation, wanted_steps(model.results, false));
    std::vector<bool> enters(model.calculation.inputs().size());
    for (StepId id = 0; id < needed.size(); ++id) {
        const StepRecord& step = model.calculation.steps()[id];
        if (needed[id] && step.operation == Operation::input) enters[step.left] = true;
    }
    std::vector<std::size_t> inputs;
    for (std::size_t i = 0; i < enters.size(); ++i) {
        if (enters[i]) inputs.push_back(i);
    }
    return inputs;
}

PrunedRecording::PrunedRecording(const PointResult& point, bool is_large) {
    const Calculation& calculation = point.calculation();
    const std::vector<StepId> wanted = wanted_steps(point.results(), is_large);
    std::vector<bool> needed(calculation.steps().size());
    if (is_large) {
        for (const StepId step : wanted) needed[step] = true;
    } else {
        needed = reaches(calculation, wanted);
        inputs_ = shown_inputs(point.assessment());
    }
    new_step_.assign(needed.size(), not_shipped);
    new_input_.assign(calculation.inputs().size(), not_shipped);
    for (StepId id = 0; id < needed.size(); ++id) {
        if (!needed[id]) continue;
        new_step_[id] = static_cast<std::uint32_t>(steps_.size());
        steps_.push_back(id);
    }
    for (std::size_t i = 0; i < inputs_.size(); ++i) new_input_[inputs_[i]] = static_cast<std::uint32_t>(i);
}

std::optional<std::uint32_t> PrunedRecording::step(StepId old) const {
    if (old == no_step || new_step_.at(old) == not_shipped) return std::nullopt;
    return new_step_[old];
}

std::optional<std::uint32_t> PrunedRecording::input(std::size_t old) const {
    if (new_input_.at(old) == not_shipped) return std::nullopt;
    return new_input_[old];
}

std::optional<std::vector<double>> drawn_totals(const SamplePlan& plan, StepId step, std::uint64_t draws) {
    const Calculation& calculation = plan.calculation();
    const std::vector<bool> varies = depends_on(calculation, plan.inputs());
    const std::vector<bool> needed = reaches(calculation, {&step, 1});
    std::vector<Watched> watched;
    for (const Limit& limit : calculation.limits()) {
        if (varies[limit.step] && needed[limit.step]) watched.push_back({limit.step, &limit});
    }
    const PlanColumns columns(plan, {&step, 1}, watched);
    constexpr std::size_t max_samples = SampleColumns::max_samples;
    std::vector<double> work(columns.room()), results((1 + watched.size()) * max_samples), drawn;
    for (std::uint64_t first = 0; first < draws; first += max_samples) {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(max_samples, draws - first));
        columns.compute(first, count, work.data(), results.data());
        for (std::size_t i = 0; i < count; ++i) {
            if (!within_range(results[i])) return std::nullopt;
            for (std::size_t w = 0; w < watched.size(); ++w) {
                if (!watched[w].limit->holds(results[(1 + w) * max_samples + i])) return std::nullopt;
            }
        }
        drawn.insert(drawn.end(), results.begin(), results.begin() + static_cast<std::ptrdiff_t>(count));
    }
    return drawn;
}

}  // namespace lca::report
