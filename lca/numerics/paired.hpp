#pragma once
// How sure a difference is: a variant less its base, draw by draw. An input is known by its path: where both
// have it, both get the same draw; where its distribution differs, the same rank in each. So what they share
// cancels as it does in truth.

#include <optional>
#include <span>
#include <vector>

#include "lca/numerics/sample.hpp"

namespace lca {

/// One of the things compared: how its inputs are drawn, and what is asked of it. Plans that are paired have
/// one seed and one set of SobolRanks.
struct PairedResults {
    const SamplePlan* plan = nullptr;
    std::vector<StepId> steps = {};  // no_step: not assessed
};

/// By variant, then by step; empty if either is not assessed. Steps are as many on each side. The values
/// must be finite in every draw (`sample` says whether they are, and within their limits).
std::vector<std::vector<std::optional<PairedDifference>>> paired_differences(
    const PairedResults& base, std::span<const PairedResults> variants, const SampleOptions& options);

}  // namespace lca
