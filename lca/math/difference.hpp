#pragma once
// Differences of computed numbers.

#include <cmath>

namespace lca {

/// value - base; 0 if they differ by no more than rounding could make of two equal numbers: 32 times the last
/// bit.
inline double difference_of(double value, double base) {
    constexpr double rounding = 0x1p-47;
    const double difference = value - base;
    return std::fabs(difference) <= rounding * std::fabs(base) ? 0 : difference;
}

}  // namespace lca
