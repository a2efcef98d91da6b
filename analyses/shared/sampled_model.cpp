#include "analyses/shared/sampled_model.hpp"

namespace lca {

PlanOptions SampledModel::plan_options(const SamplingOptions& options) const {
    PlanOptions plan;
    plan.seed = options.seed;
    plan.sampling = options.sampling;
    plan.correlations = model->scenario.correlations;
    plan.ranks = ranks.get();
    return plan;
}

SampledModel compile_for_sampling(Session& session, const ScenarioSource& source, Sampling sampling) {
    SampledModel result;
    const std::shared_ptr<Document> document = load(session, source);
    if (!document && !source.made) return result;
    result.model =
        source.made ? compile(session, source) : compile(session, document, source);
    if (!result.model || sampling != Sampling::sobol) return result;
    if (source.edits.empty() && source.what_if.empty()) {
        result.ranks = std::make_unique<SobolRanks>(result.model->calculation);
    } else if (const std::unique_ptr<Model> base = session.compile(document)) {
        result.ranks = std::make_unique<SobolRanks>(base->calculation);
        result.ranks->add(result.model->calculation);
    }
    return result;
}

}  // namespace lca
