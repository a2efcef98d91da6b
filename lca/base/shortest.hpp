#pragma once
// Numbers of everyday size written with the fewest digits that read back to the same double.

#include <cstddef>

namespace lca::base {

inline constexpr std::size_t max_shortest = 64;  // bytes that may be written to, though fewer count

/// The bytes of std::to_chars, for a number from 1e-3 to below 1e15 that is not a power of two. Returns how
/// many were written; 0, and nothing written, for any other number.
std::size_t write_shortest(double value, char* to);

}  // namespace lca::base
