#pragma once
// How uncertain a difference is: a variant less its base, draw by draw. An input is identified by its path:
// where both have it, both get the same draw; where its distribution differs, the same rank in each. So the
// uncertainty that they share cancels.

#include <optional>
#include <span>
#include <vector>

#include "lca/numerics/sample.hpp"

namespace lca {

/// One of the scenarios compared: how its inputs are drawn, and which of its steps. Plans that are paired
/// have one seed and one set of SobolRanks.
struct PairedResults {
    const SamplePlan* plan = nullptr;
    std::vector<StepId> steps = {};  // no_step: not assessed
};

/// By variant, then by step; empty if either is not assessed. Steps are as many on each side. The values
/// must be finite in every draw (`sample` says whether they are, and within their limits).
std::vector<std::vector<std::optional<PairedDifference>>> paired_differences(
    const PairedResults& base, std::span<const PairedResults> variants, const SampleOptions& options);

}  // namespace lca
