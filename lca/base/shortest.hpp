#pragma once
// Writes numbers of everyday size with the fewest digits that parse to the same double.

#include <cstddef>

namespace lca::base {

inline constexpr std::size_t max_shortest = 64;  // bytes of `to` that may be overwritten, by any text

/// Writes what std::to_chars writes, for a number from 1e-3 to below 1e15 that is not a power of two. Returns
/// the number of bytes; for any other number it writes nothing and returns 0.
std::size_t write_shortest(double value, char* to);

}  // namespace lca::base
