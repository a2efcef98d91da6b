#pragma once
// The shares that several changes have in a difference.

#include <cstdint>
#include <vector>

namespace lca {

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
