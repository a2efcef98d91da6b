#pragma once
// How results depend on inputs: derivatives, changes over each input's range, and shares of the variance.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/numerics/effects.hpp"
#include "lca/numerics/sample_plan.hpp"

namespace lca {

/// The slope for every input that the result depends on, largest elasticity first. `values`: of all steps.
std::vector<Slope> slopes(const Calculation& calculation, std::span<const double> values, StepId result);

/// The swings for a tornado chart: those of the plan's inputs, the widest first. If the P5 or P95 of an input
/// is out of its range or gives no finite result, that is reported as an error, and nothing is returned.
std::vector<Swing> swings(const SamplePlan& plan, StepId result, Diagnostics& diagnostics);

struct SobolOptions {
    std::uint64_t samples = 16'384;  // base points; the result is evaluated (inputs + 2) times for each
    std::uint64_t seed = default_seed;
    Sampling sampling = Sampling::sobol;
    const SobolRanks* ranks = nullptr;
};

/// First-order indices after Saltelli et al. (2010) and total indices after Jansen (1999), from two sets of
/// samples. Empty if the result does not vary, or after an error. The uncertain inputs must not be
/// correlated, as these indices are not defined for correlated inputs.
std::optional<VarianceShares> variance_shares(const Calculation& calculation, StepId result,
                                              const SobolOptions& options, Diagnostics& diagnostics);

}  // namespace lca
