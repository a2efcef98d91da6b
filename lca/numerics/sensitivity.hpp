#pragma once
// What a result depends on: slopes at the point, swings over each input's range, shares of its variance.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/numerics/sample_plan.hpp"

namespace lca {

/// How a result answers to a small change of one input, exactly.
struct Slope {
    std::size_t input = 0;  // index into Calculation::inputs()
    double derivative = 0;  // base units of the result per base unit of the input
    double elasticity = 0;  // per cent of the result per per cent of the input; 0 for a result of 0
};

/// Of every input that the result answers to, the largest elasticity first. `values` are those of all steps.
std::vector<Slope> slopes(const Calculation& calculation, std::span<const double> values, StepId result);

/// The value of a result when one uncertain input alone is at its low and its high value.
struct Swing {
    std::size_t input = 0;
    double low_input = 0, high_input = 0;  // the 5th and the 95th percentile of the input
    double low = 0, high = 0;              // the result there, all other inputs at their point

    double width() const { return high > low ? high - low : low - high; }
};

/// A tornado: the planned inputs, the widest swing first. An input that is out of its range there, or gives
/// no finite result, is an error at its place, and nothing comes back.
std::vector<Swing> swings(const SamplePlan& plan, StepId result, Diagnostics& diagnostics);

/// Shares of the variance of a result, with the half width of their 95 % confidence interval.
struct VarianceShare {
    std::size_t input = 0;
    double first = 0, first_error = 0;  // by the input alone (Sobol's first-order index)
    double total = 0, total_error = 0;  // by the input and all it interacts with (total index)
};

struct VarianceShares {
    std::vector<VarianceShare> inputs;  // the largest total first
    double mean = 0, variance = 0;
    double explained = 0;  // the sum of first-order shares: what is left is interaction
    std::uint64_t evaluations = 0;
};

struct SobolOptions {
    std::uint64_t samples = 16'384;  // base points; (inputs + 2) evaluations each
    std::uint64_t seed = default_seed;
    Sampling sampling = Sampling::sobol;
    const SobolRanks* ranks = nullptr;
};

/// First-order indices after Saltelli et al. (2010), total ones after Jansen (1999), from two sets of
/// samples. Nothing where the result does not vary, or after an error. Correlated inputs have no such
/// indices: do not ask.
std::optional<VarianceShares> variance_shares(const Calculation& calculation, StepId result,
                                              const SobolOptions& options, Diagnostics& diagnostics);

}  // namespace lca
