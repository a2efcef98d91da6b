#pragma once
// Differences of computed figures.

#include <cmath>

namespace lca {

/// A difference; 0 where it is no more than rounding leaves of two figures that are equal: 32 times the last
/// bit.
inline double difference_of(double value, double base) {
    constexpr double rounding = 0x1p-47;
    const double difference = value - base;
    return std::fabs(difference) <= rounding * std::fabs(base) ? 0 : difference;
}

}  // namespace lca
