#include "analyses/validation/validation.hpp"

#include "analyses/uncertainty/uncertainty.hpp"
#include "lca/numerics/sample_plan.hpp"

namespace lca {
namespace {

/// Reports correlations that cannot hold together, and distributions whose truncation leaves nothing.
void check_draws(const Model& model, Diagnostics& diagnostics) {
    PlanOptions planned;
    planned.correlations = model.scenario.correlations;
    const std::vector<StepId> steps = all_result_steps(model.results);
    const SamplePlan plan(model.calculation, steps, planned, diagnostics);
}

}  // namespace

bool validate(Session& session, const ScenarioSource& source) {
    const std::shared_ptr<Document> document = load(session, source);
    const std::unique_ptr<Model> model = document ? session.validate(document, source.edits) : nullptr;
    if (model) check_draws(*model, session.diagnostics());
    return !session.failed();
}

}  // namespace lca
