#pragma once
// What inputs do to a result, and changes to a difference: slopes, swings, shares.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lca {

/// How a result responds to a small change of one input, exactly.
struct Slope {
    std::size_t input = 0;  // index into Calculation::inputs()
    double derivative = 0;  // base units of the result per base unit of the input
    double elasticity = 0;  // per cent of the result per per cent of the input; 0 for a result of 0
};

/// The value of a result when one uncertain input alone is at its low and its high value.
struct Swing {
    std::size_t input = 0;
    double low_input = 0, high_input = 0;  // the 5th and the 95th percentile of the input
    double low = 0, high = 0;              // the result there, all other inputs at their point

    double width() const { return high > low ? high - low : low - high; }
};

/// Shares of the variance of a result, with the half width of their 95 % confidence interval.
struct VarianceShare {
    /// Half width of the 90 % interval of a normal distribution, divided by that of the 95 % interval.
    static constexpr double ci90 = 1.6448536269514722 / 1.959963984540054;

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

/// Shares add up to `to - from` within 2^-52 times the number of changes times the largest
/// outcome: each is computed in compensated sums and rounded once, and none makes up for the others.
struct Attribution {
    std::vector<double> from, to;             // by result: with none and all of the changes
    std::vector<std::vector<double>> shares;  // by change, then by result; NaN where any outcome is
    /// Standard errors of drawn orders, as `shares`; empty where the shares are exact.
    std::vector<std::vector<double>> errors;
    std::uint64_t outcomes = 0;  // how many were computed
    std::uint64_t orders = 0;    // drawn; 0: exact
};

}  // namespace lca
