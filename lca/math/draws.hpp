#pragma once
// Random numbers in (0, 1) that depend only on the seed, the name of what is drawn and the draw's number, so
// that any draw can be made without those before it.

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "lca/math/width.hpp"

namespace lca {

/// The key of the stream of draws for a seed and a name. `repeat` distinguishes streams of the same name.
std::uint64_t stream_key(std::uint64_t seed, std::string_view name, std::uint64_t repeat = 0);

/// Draws first, first + 1, … of a stream: independent and uniform on (0, 1), never 0 or 1.
void plain_draws(std::uint64_t key, std::uint64_t first, std::span<double> out, Width width = best_width());

/// One dimension of a Sobol sequence (Joe and Kuo's direction numbers, 64 bits), Owen-scrambled by a key:
/// among any 2^k points from a multiple of 2^k on, one lies in each of the 2^k equal parts of (0, 1).
class SobolDimension {
public:
    static std::size_t max_dimensions();

    /// Throws std::out_of_range for a dimension beyond the table of direction numbers.
    SobolDimension(std::size_t dimension, std::uint64_t key);
    void draws(std::uint64_t first, std::span<double> out, Width width = best_width()) const;
    /// The bits of a point before scrambling, in reversed order.
    std::uint64_t point(std::uint64_t number) const;

private:
    static constexpr std::size_t table_bits = 8;

    std::uint64_t key_;
    std::array<std::uint64_t, 64> directions_;  // direction numbers, bits in reversed order
    std::array<std::uint64_t, std::size_t{1} << table_bits> low_;  // points 0 to 255: from the lowest bits
};

}  // namespace lca
