#pragma once
// How uncertain a difference is: variant minus base in each sample. Inputs are identified by their paths: an
// input that both have gets the same value in both, or the same rank if its distribution differs. So the
// uncertainty that base and variant share cancels.

#include <optional>
#include <span>
#include <vector>

#include "lca/numerics/sample.hpp"

namespace lca {

/// One of the compared scenarios: the plan by which its inputs are sampled, and its results. Plans must have
/// the same seed and the same SobolRanks.
struct PairedResults {
    const SamplePlan* plan = nullptr;
    std::vector<StepId> steps = {};  // the results; no_step: not assessed
};

/// By variant, then by result; empty if the result is not assessed in the base or the variant. All have as
/// many steps. Their values must be finite in every sample and within limits, which sample() checks.
std::vector<std::vector<std::optional<PairedDifference>>> paired_differences(
    const PairedResults& base, std::span<const PairedResults> variants, const SampleOptions& options);

}  // namespace lca
