#pragma once
// How the uncertain figures of a scenario are drawn.

#include <cstdint>
#include <memory>
#include <string_view>

#include "analyses/shared/scenario_source.hpp"
#include "lca/numerics/sample_plan.hpp"

namespace lca {

struct SamplingOptions {
    std::uint64_t samples = default_samples;  // 2 to max_samples
    std::uint64_t seed = default_seed;        // 0 to 2^53: chooses the draws
    Sampling sampling = Sampling::plain;
    unsigned threads = 0;  // changes the time, never a result; 0: as many as help
};

std::string_view to_string(Sampling sampling);  // "plain", "sobol"

/// A compiled scenario (null after an error) and the ranks that Sobol points need: those of the file without
/// its what-if and edits, so that equal figures of its variants share their draws.
struct SampledModel {
    std::shared_ptr<Model> model;
    std::unique_ptr<SobolRanks> ranks;

    PlanOptions plan_options(const SamplingOptions& options) const;
};
SampledModel compile_for_sampling(Session& session, const ScenarioSource& source, Sampling sampling);

}  // namespace lca
