#pragma once
// A scenario compiled so that its uncertain figures can be drawn.

#include <memory>

#include "analyses/shared/scenario_source.hpp"
#include "lca/numerics/sample_plan.hpp"

namespace lca {

/// A compiled scenario (null after an error) and the ranks for Sobol points: those of the file without its
/// what-if and edits, so that the same figures in its variants share their draws.
struct SampledModel {
    std::shared_ptr<Model> model;
    std::unique_ptr<SobolRanks> ranks;

    PlanOptions plan_options(const SamplingOptions& options) const;
};
SampledModel compile_for_sampling(Session& session, const ScenarioSource& source, Sampling sampling);

}  // namespace lca
