#pragma once
// How samples are drawn: by which method, from which seed, how many.

#include <cstdint>

namespace lca {

/// Pseudo-random numbers, or scrambled Sobol points.
enum class Sampling : unsigned char { plain, sobol };

inline constexpr std::uint64_t default_seed = 1;
inline constexpr std::uint64_t default_samples = 100'000;
inline constexpr std::uint64_t max_samples = 1'000'000'000;

}  // namespace lca
