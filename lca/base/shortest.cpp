#include "lca/base/shortest.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace lca::base {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr int mantissa_bits = 52;
constexpr double smallest = 1e-3, largest = 1e15;
constexpr int max_shift = 62;  // the last bit of 1e-3, which is 2^-10 × 1.02…, is 2^-62

/// For doubles whose last bit is worth 2^-shift: the largest power of ten that is at most 2^-shift, which is
/// the last decimal place that may be needed.
struct Scale {
    int places = 0;  // 10^-places <= 2^-shift < 10^(1 - places)
    Wide half = 0;   // half of 2^-shift, in units of 10^-places / 2^64
};

constexpr std::array<Scale, max_shift + 1> scales = [] {
    std::array<Scale, max_shift + 1> made{};
    Wide power = 1;
    int places = 0;
    for (int shift = 0; shift <= max_shift; ++shift) {
        while (power < Wide{1} << shift) {
            power *= 10;
            ++places;
        }
        made[static_cast<std::size_t>(shift)] = {places, power << (63 - shift)};
    }
    return made;
}();

constexpr std::uint64_t power_16 = 10'000'000'000'000'000;
constexpr int all_digits = 17;

/// The shortest decimal that parses to c × 2^-shift, and of several the nearest, in units of 10^-places; it
/// has 16 or 17 digits. Such decimals lie between the midpoints to the two neighbouring doubles: at most one
/// is a multiple of ten units, which is taken if there is one, else a multiple of one unit (R. Giulietti,
/// "The Schubfach way to render doubles", 2020). All products here are exact.
inline std::uint64_t shortest(std::uint64_t c, const Scale& scale) {
    const Wide value = scale.half * (2 * c), one = Wide{1} << 64;
    const auto whole = static_cast<std::uint64_t>(value >> 64), rest = static_cast<std::uint64_t>(value);
    const Wide reach = scale.half - c % 2;  // a midpoint is parsed as the neighbour with an even c
    // Without branches: which of the decimals it is, no processor can predict.
    const std::uint64_t tens = whole / 10 * 10;
    const Wide above_tens = (Wide{whole - tens} << 64) + rest;
    const bool next_ten = 10 * one - above_tens <= reach, of_tens = next_ten | (above_tens <= reach);
    constexpr std::uint64_t middle = std::uint64_t{1} << 63;
    const bool down = rest <= reach, up = one - rest <= reach;
    const bool nearer_up = (rest > middle) | ((rest == middle) & (whole % 2 == 1));
    const std::uint64_t single = whole + (up & (!down | nearer_up));
    const std::uint64_t ten = tens + 10 * std::uint64_t{next_ten};
    const std::uint64_t mask = std::uint64_t{0} - std::uint64_t{of_tens};
    return (ten & mask) | (single & ~mask);
}

/// A number's eight digits in the bytes of one word, the first digit in the lowest byte: the number is split
/// into halves, pairs and single digits.
inline std::uint64_t eight_digits(std::uint32_t number) {
    std::uint64_t word = number / 10'000 + (std::uint64_t{number % 10'000} << 32);
    const std::uint64_t hundreds = ((word * 10'486) >> 20) & 0x0000'007f'0000'007f;  // about 1 / 100
    word = hundreds + ((word - 100 * hundreds) << 16);
    const std::uint64_t tens = ((word * 103) >> 10) & 0x000f'000f'000f'000f;  // about 1 / 10
    return tens + ((word - 10 * tens) << 8);
}

/// The 17 digits of a number as characters, held in registers until they are written out.
struct Digits {
    char first = 0;
    Wide others = 0;  // the digits after `first`, the next one in the lowest byte
    int count = 0;    // number of digits without the zeros at the end

    explicit Digits(std::uint64_t number) {
        constexpr std::uint64_t part = 100'000'000;
        constexpr Wide zeros = (Wide{0x3030303030303030} << 64) + 0x3030303030303030;
        const std::uint64_t high = number / part, highest = high / part;
        const std::uint64_t early = eight_digits(static_cast<std::uint32_t>(high - highest * part));
        const std::uint64_t late = eight_digits(static_cast<std::uint32_t>(number - high * part));
        first = static_cast<char>('0' + highest);
        others = ((Wide{late} << 64) + early) + zeros;
        count = late != 0 ? all_digits - (std::countl_zero(late) >> 3)
                          : all_digits - 8 - (std::countl_zero(early) >> 3);
    }

    void write(char* to) const {
        *to = first;
        std::memcpy(to + 1, &others, sizeof others);
    }
    /// Writes the digits with a decimal point after the first `before` of them; `before` is at least 1.
    void write_with_point(int before, char* to) const {
        write(to);
        const Wide behind = others >> 8 * (before - 1);
        to[before] = '.';
        std::memcpy(to + before + 1, &behind, sizeof behind);
    }
};

/// Writes without an exponent, or with one if that is shorter. `point`: number of digits before the point.
inline std::size_t write(const Digits& digits, int point, char* to) {
    static_assert(std::endian::native == std::endian::little);
    const auto size = [](int number) { return static_cast<std::size_t>(number); };
    const int count = digits.count;
    if (point <= 0) {
        std::memcpy(to, "0.000000", 8);
        digits.write(to + 2 - point);
        return size(2 - point + count);
    }
    if (count > point) {
        digits.write_with_point(point, to);
        return size(count + 1);
    }
    const int scientific = count + (count > 1 ? 1 : 0) + 4;  // length with an exponent such as "e+05"
    if (point <= scientific) {
        digits.write(to);
        return size(point);
    }
    if (count > 1)
        digits.write_with_point(1, to);
    else
        digits.write(to);
    char* const at = to + (scientific - 4);
    at[0] = 'e';
    at[1] = '+';
    at[2] = static_cast<char>('0' + (point - 1) / 10);
    at[3] = static_cast<char>('0' + (point - 1) % 10);
    return size(scientific);
}

}  // namespace

std::size_t write_shortest(double value, char* to) {
    if (!(value >= smallest && value < largest)) return 0;
    const auto bits = std::bit_cast<std::uint64_t>(value);
    constexpr std::uint64_t hidden = std::uint64_t{1} << mantissa_bits;
    const std::uint64_t fraction = bits % hidden;
    if (fraction == 0) return 0;  // powers of two: the double below is nearer than the one above
    const int shift = 1023 + mantissa_bits - static_cast<int>(bits >> mantissa_bits);
    const Scale& scale = scales[static_cast<std::size_t>(shift)];
    const std::uint64_t number = shortest(hidden + fraction, scale);
    const unsigned of_16 = number < power_16 ? 1 : 0;
    return write(Digits(number * (1 + 9 * of_16)), all_digits - scale.places - static_cast<int>(of_16), to);
}

}  // namespace lca::base
