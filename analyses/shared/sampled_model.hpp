#pragma once
// A scenario compiled to be sampled.

#include <memory>

#include "analyses/shared/scenario_source.hpp"
#include "lca/numerics/sample_plan.hpp"

namespace lca {

/// A compiled scenario (null after an error), and ranks for Sobol points. The ranks are those of the file
/// itself, so that its inputs have the same draws in all its what-ifs and with all edits.
struct SampledModel {
    std::shared_ptr<Model> model;
    std::unique_ptr<SobolRanks> ranks;

    PlanOptions plan_options(const SamplingOptions& options) const;
};
SampledModel compile_for_sampling(Session& session, const ScenarioSource& source, Sampling sampling);

}  // namespace lca
