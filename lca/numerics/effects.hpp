#pragma once
// Effects of inputs on a result, and of changes on a difference: slopes, swings, shares.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lca {

/// The exact response of a result to a small change of one input.
struct Slope {
    std::size_t input = 0;  // index in Calculation::inputs()
    double derivative = 0;  // base units of the result for one base unit of the input
    double elasticity = 0;  // per cent of the result for one per cent of the input; 0 if the result is 0
};

/// The values of a result if one uncertain input alone has its low and its high value.
struct Swing {
    std::size_t input = 0;
    double low_input = 0, high_input = 0;  // 5th and 95th percentile of the input
    double low = 0, high = 0;              // the result with that input value, all others at their own values

    double width() const { return high > low ? high - low : low - high; }
};

/// An input's shares of the variance of a result, with the half width of their 95 % confidence intervals.
struct VarianceShare {
    /// Half width of a normal distribution's 90 % interval, divided by that of its 95 % interval.
    static constexpr double ci90 = 1.6448536269514722 / 1.959963984540054;

    std::size_t input = 0;
    double first = 0, first_error = 0;  // of the input alone (Sobol's first-order index)
    double total = 0, total_error = 0;  // of the input alone and in interaction with others (total index)
};

struct VarianceShares {
    std::vector<VarianceShare> inputs;  // the largest total first
    double mean = 0, variance = 0;
    double explained = 0;  // sum of the first-order shares; the rest is interaction
    std::uint64_t evaluations = 0;
};

/// The shares add up to `to - from` within 2^-52 × number of changes × largest outcome: each is computed with
/// compensated sums and rounded once; none is adjusted to make up for the rounding of others.
struct Attribution {
    std::vector<double> from, to;             // by result: with none of the changes, and with all
    std::vector<std::vector<double>> shares;  // by change, then by result; NaN if any outcome is NaN
    /// Standard errors of the shares if orders were drawn; empty if the shares are exact.
    std::vector<std::vector<double>> errors;
    std::uint64_t outcomes = 0;  // number of outcomes computed
    std::uint64_t orders = 0;    // number of orders drawn; 0 if the shares are exact
};

}  // namespace lca
