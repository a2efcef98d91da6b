// Paired draws of what is compared: one seed, one set of ranks, each measure of some results.
#include <list>

#include "analyses/comparison/entries.hpp"
#include "models/results/assessed_sum.hpp"

namespace lca::comparison {
namespace {

/// By result, then by measure.
std::vector<StepId> steps_of(const Results& all, const std::vector<std::string>& results) {
    std::vector<StepId> steps;
    for (const std::string& name : results) {
        const Result* row = all.find(name);
        const MeasuredSteps& own = row ? row->steps : nothing_assessed;
        steps.insert(steps.end(), own.begin(), own.end());
    }
    return steps;
}

/// Draws each entry apart: that finds every draw that cannot be, and says it in the entry's own session.
bool sound(const Entry& entry, const SamplePlan& plan, const std::vector<StepId>& asked,
           const SampleOptions& options) {
    std::vector<StepId> steps = asked;
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
    bool any = false, good = true;
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
        any = any || !plan.inputs().empty();
        result.inputs = std::max(result.inputs, plan.inputs().size());
        good = !entry.session->diagnostics().has_errors() && sound(entry, plan, steps, options) && good;
        sides.push_back({&plan, std::move(steps)});
    }
    if (!any || !good) return result;
    result.differences = paired_differences(sides.front(), std::span(sides).subspan(1), options);
    return result;
}

}  // namespace lca::comparison
