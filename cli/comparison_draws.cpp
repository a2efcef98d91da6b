// Paired draws of what is compared: one seed, one set of ranks, each measure of some results.
#include "cli/comparison.hpp"
#include "cli/sampling.hpp"
#include "models/results/assessed_sum.hpp"

namespace lca::cli {
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
bool sound(const ComparedEntry& entry, const SamplePlan& plan, const std::vector<StepId>& asked,
           const SampleOptions& options) {
    std::vector<StepId> steps = asked;
    std::erase(steps, no_step);
    return plan.inputs().empty() || sample(plan, steps, options, entry.session->diagnostics()).has_value();
}

}  // namespace

ComparedDraws paired_draws(const ComparedEntries& entries, const std::vector<std::string>& results,
                           const Arguments& arguments) {
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

}  // namespace lca::cli
