#pragma once
// What a result depends on: slopes at the point, swings over each input's range, shares of its variance.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/numerics/effects.hpp"
#include "lca/numerics/sample_plan.hpp"

namespace lca {

/// Slopes of every input that the result depends on, largest elasticity first. `values` has all steps.
std::vector<Slope> slopes(const Calculation& calculation, std::span<const double> values, StepId result);

/// A tornado: the planned inputs, the widest swing first. An input whose P5 or P95 is out of its range, or
/// gives no finite result, is an error at its place, and nothing is returned.
std::vector<Swing> swings(const SamplePlan& plan, StepId result, Diagnostics& diagnostics);

struct SobolOptions {
    std::uint64_t samples = 16'384;  // base points; (inputs + 2) evaluations each
    std::uint64_t seed = default_seed;
    Sampling sampling = Sampling::sobol;
    const SobolRanks* ranks = nullptr;
};

/// First-order indices after Saltelli et al. (2010), total ones after Jansen (1999), from two sets of
/// samples. Empty if the result does not vary, or after an error. Correlated inputs have no such indices and
/// must not be among the inputs.
std::optional<VarianceShares> variance_shares(const Calculation& calculation, StepId result,
                                              const SobolOptions& options, Diagnostics& diagnostics);

}  // namespace lca
