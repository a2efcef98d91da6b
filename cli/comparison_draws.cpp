// Paired draws of what is compared: one seed, one set of ranks, the total of each measure.
#include "cli/comparison.hpp"
#include "cli/sampling.hpp"

namespace lca::cli {
namespace {

std::vector<StepId> totals(const Calculation& calculation) {
    std::vector<StepId> steps(measure_count, no_step);
    const Result* total = calculation.results().find("total");
    if (total) steps.assign(total->steps.begin(), total->steps.end());
    return steps;
}

/// Draws each entry apart: that finds every draw that cannot be, and says it in the entry's own session.
bool sound(const ComparedEntry& entry, const SamplePlan& plan, const std::vector<StepId>& asked,
           const SampleOptions& options) {
    std::vector<StepId> steps = asked;
    std::erase(steps, no_step);
    return plan.inputs().empty() || sample(plan, steps, options, entry.session->diagnostics()).has_value();
}

}  // namespace

ComparedDraws paired_draws(const ComparedEntries& entries, const Arguments& arguments) {
    ComparedDraws result;
    result.samples = sample_count(arguments, default_samples);
    result.seed = seed(arguments);
    result.sampling = sampling(arguments);
    SampleOptions options;
    options.samples = result.samples;
    options.threads = thread_count(arguments);

    SobolRanks ranks;
    for (const ComparedEntry& entry : entries) ranks.add(entry.model->calculation);
    std::list<SamplePlan> plans;
    std::vector<PairedSide> sides;
    bool any = false, good = true;
    for (const ComparedEntry& entry : entries) {
        std::vector<StepId> steps = totals(entry.model->calculation), assessed = steps;
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

}  // namespace lca::cli
