// Paired sampling: all scenarios use one seed and one set of ranks, so that equal inputs get equal draws.
#include <list>
#include <string_view>
#include <unordered_set>

#include "analyses/comparison/entries.hpp"
#include "models/results/gap_comparison.hpp"

namespace lca::comparison {
namespace {

/// The step of each result in each measure; no_step if there is no such result, or it is not assessed.
std::vector<StepId> steps_of(const Results& all, const std::vector<std::string>& results) {
    std::vector<StepId> steps;
    for (const std::string& name : results) {
        const Result* row = all.find(name);
        const MeasuredSteps& own = row ? row->steps : nothing_assessed;
        steps.insert(steps.end(), own.begin(), own.end());
    }
    return steps;
}

/// Sets steps to no_step where the gaps of variant and base differ: there is no difference to sample.
void drop_unlike(const Results& base, const Results& variant, const std::vector<std::string>& results,
                 std::vector<StepId>& steps) {
    const GapComparison gaps(base, variant);
    for (std::size_t r = 0; r < results.size(); ++r) {
        const Result* of_base = base.find(results[r]);
        const Result* of_variant = variant.find(results[r]);
        for (std::size_t m = 0; m < measure_count; ++m) {
            StepId& step = steps[r * measure_count + m];
            if (step != no_step && gaps.unlike(of_base, of_variant, m).any()) step = no_step;
        }
    }
}

/// Samples one entry by itself, to find impossible draws; they are reported in that entry's session.
bool sound(const Entry& entry, const SamplePlan& plan, const std::vector<StepId>& requested,
           const SampleOptions& options) {
    std::vector<StepId> steps = requested;
    std::erase(steps, no_step);
    return plan.inputs().empty() || sample(plan, steps, options, entry.session->diagnostics()).has_value();
}

}  // namespace

ComparedDraws paired_draws(const Entries& entries, const std::vector<std::string>& results,
                           const SamplingOptions& sampling) {
    ComparedDraws result;
    result.samples = sampling.samples;
    result.seed = sampling.seed;
    result.sampling = sampling.sampling;
    SampleOptions options;
    options.samples = result.samples;
    options.threads = sampling.threads;

    SobolRanks ranks;
    for (const Entry& entry : entries) ranks.add(entry.model->calculation);
    std::list<SamplePlan> plans;
    std::vector<PairedResults> sides;
    std::unordered_set<std::string_view> uncertain;  // paths: equal ones have equal draws, and count once
    bool good = true;
    for (const Entry& entry : entries) {
        std::vector<StepId> steps = steps_of(entry.model->results, results), assessed = steps;
        std::erase(assessed, no_step);
        PlanOptions planned;
        planned.seed = result.seed;
        planned.sampling = result.sampling;
        planned.correlations = entry.model->scenario.correlations;
        planned.ranks = &ranks;
        const SamplePlan& plan =
            plans.emplace_back(entry.model->calculation, assessed, planned, entry.session->diagnostics());
        for (const std::size_t input : plan.inputs())
            uncertain.insert(plan.calculation().inputs().path(input));
        good = !entry.session->diagnostics().has_errors() && sound(entry, plan, steps, options) && good;
        sides.push_back({&plan, std::move(steps)});
    }
    result.inputs = uncertain.size();
    if (uncertain.empty() || !good) return result;
    for (std::size_t i = 1; i < entries.size(); ++i)
        drop_unlike(entries.front().model->results, entries[i].model->results, results, sides[i].steps);
    result.differences = paired_differences(sides.front(), std::span(sides).subspan(1), options);
    return result;
}

}  // namespace lca::comparison
