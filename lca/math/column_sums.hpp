#pragma once
// Sums that statistics need of a column of samples, in one pass and in a fixed order, so that the result has
// the same bits whatever the vector width.

#include <cstdint>
#include <span>

#include "lca/math/width.hpp"

namespace lca {

/// Sum of the differences from `origin`, sum of their squares, and the extremes. Not finite if a value of the
/// column is not finite.
struct ColumnSums {
    double first = 0, second = 0;
    double minimum = 0, maximum = 0;
};

/// For a column of at least one value. Value i is added in lane i mod 16, and the lanes are summed pairwise.
ColumnSums column_sums(std::span<const double> column, double origin, Width width = best_width());

/// Adds one to counts[(bits of x >> shift) - base] for each x: a histogram with bins of equal relative width.
/// The caller must make sure that every index lies within `counts`.
void count_by_bits(std::span<const double> column, int shift, std::uint64_t base, std::uint32_t* counts);

}  // namespace lca
