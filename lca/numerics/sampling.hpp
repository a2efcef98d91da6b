#pragma once
// How samples are drawn: by which method, from which seed, how many.

#include <atomic>
#include <cstdint>

namespace lca {

/// Pseudo-random numbers, or scrambled Sobol points.
enum class Sampling : unsigned char { plain, sobol };

inline constexpr std::uint64_t default_seed = 1;
inline constexpr std::uint64_t default_samples = 100'000;
inline constexpr std::uint64_t max_samples = 1'000'000'000;

/// Thrown by a run of samples that was told to stop.
struct SamplingStopped {};
/// Another thread may set it while samples are drawn.
using StopFlag = std::atomic<bool>;

}  // namespace lca
