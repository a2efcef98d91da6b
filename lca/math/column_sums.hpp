#pragma once
// What statistics need of a column, in one pass and in a fixed order: the same bits at every width of
// vectors.

#include <cstdint>
#include <span>

#include "lca/math/width.hpp"

namespace lca {

/// Sums of the distances from `origin` and of their squares, and the extremes. Not finite where a value is
/// not.
struct ColumnSums {
    double first = 0, second = 0;
    double minimum = 0, maximum = 0;
};

/// Sums of at least one value. The order is fixed: value i goes to lane i mod 16, lanes are added pairwise.
ColumnSums column_sums(std::span<const double> column, double origin, Width width = best_width());

/// Adds one to counts[(bits of x >> shift) - base] for each x: a histogram with bins of equal relative width.
/// The caller has made sure that every x falls into `counts`.
void count_by_bits(std::span<const double> column, int shift, std::uint64_t base, std::uint32_t* counts);

}  // namespace lca
