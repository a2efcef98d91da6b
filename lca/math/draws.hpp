#pragma once
// Numbers in (0, 1) by identity: of the seed, the name of what is drawn and the number of the draw, and of
// nothing else. Any draw can be made without the ones before it.

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "lca/math/width.hpp"

namespace lca {

/// The key of a stream: of a seed and a name. `repeat` distinguishes streams of the same name.
std::uint64_t stream_key(std::uint64_t seed, std::string_view name, std::uint64_t repeat = 0);

/// Draws first, first + 1, … of a stream: evenly spread over (0, 1), never 0 or 1.
void plain_draws(std::uint64_t key, std::uint64_t first, std::span<double> out, Width width = best_width());

/// One dimension of a Sobol sequence (Joe and Kuo's direction numbers, 64 bits), scrambled after Owen by a
/// key: of any 2^k points from a multiple of 2^k on, one lies in each of the 2^k equal parts of (0, 1).
class SobolDimension {
public:
    static std::size_t max_dimensions();

    /// Throws std::out_of_range for a dimension beyond the table of direction numbers.
    SobolDimension(std::size_t dimension, std::uint64_t key);
    void draws(std::uint64_t first, std::span<double> out, Width width = best_width()) const;
    /// The digits of a point before scrambling, in reversed order.
    std::uint64_t point(std::uint64_t number) const;

private:
    static constexpr std::size_t table_bits = 8;

    std::uint64_t key_;
    std::array<std::uint64_t, 64> directions_;                     // bits in reversed order
    std::array<std::uint64_t, std::size_t{1} << table_bits> low_;  // the points of the lowest bits
};

}  // namespace lca
