#include "lca/base/shortest.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace lca {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr int mantissa_bits = 52;
constexpr double smallest = 1e-3, largest = 1e15;
constexpr int max_shift = 62;  // the last bit of 1e-3, which is 2^-10 × 1.02…, is 2^-62

/// By the place of a double's last bit, 2^-shift: the power of ten of the last digit that may be needed, the
/// first that is not more than that bit.
struct Scale {
    int places = 0;  // 10^-places <= 2^-shift < 10^(1 - places)
    Wide half = 0;   // half of that bit, in units of 10^-places / 2^64
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

/// value = digits × 10^exponent.
struct Decimal {
    std::uint64_t digits = 0;
    int exponent = 0;
};

void drop_last_zeros(Decimal& decimal) {
    const auto strip = [&](std::uint64_t power, int zeros) {
        if (decimal.digits % power != 0) return;
        decimal.digits /= power;
        decimal.exponent += zeros;
    };
    strip(100'000'000, 8);
    strip(10'000, 4);
    strip(100, 2);
    strip(10, 1);
}

/// What lies nearest among the shortest decimals between the middles to the neighbours of c × 2^-shift. Of
/// multiples of ten times the last digit at most one lies there, of those of the last digit at least one
/// (R. Giulietti, "The Schubfach way to render doubles", 2020); here all products are exact.
Decimal shortest(std::uint64_t c, int shift) {
    const Scale& scale = scales[static_cast<std::size_t>(shift)];
    const Wide value = scale.half * (2 * c), one = Wide{1} << 64;
    const auto whole = static_cast<std::uint64_t>(value >> 64), rest = static_cast<std::uint64_t>(value);
    const Wide reach =
        c % 2 == 0 ? scale.half : scale.half - 1;  // a middle itself reads back to the even one
    // Which of them it is looks random: chosen without branches, which would be guessed wrong.
    const std::uint64_t tens = whole / 10;
    const Wide above_tens = (Wide{whole % 10} << 64) + rest;
    const bool next_ten = 10 * one - above_tens <= reach, of_tens = next_ten | (above_tens <= reach);
    constexpr std::uint64_t middle = std::uint64_t{1} << 63;
    const bool down = rest <= reach, up = one - rest <= reach;
    const bool nearer_up = (rest > middle) | ((rest == middle) & (whole % 2 == 1));
    const std::uint64_t single = whole + (up & (!down | nearer_up) ? 1U : 0U);
    Decimal made{of_tens ? tens + (next_ten ? 1U : 0U) : single, (of_tens ? 1 : 0) - scale.places};
    if (made.digits % 10 == 0) drop_last_zeros(made);
    return made;
}

/// Eight digits side by side in one word, the first in its lowest byte: halves, then pairs, then single
/// digits.
std::uint64_t eight_digits(std::uint32_t number) {
    constexpr std::uint64_t zeros = 0x3030303030303030;
    std::uint64_t word = number / 10'000 + (std::uint64_t{number % 10'000} << 32);
    const std::uint64_t hundreds = ((word * 10'486) >> 20) & 0x0000'007f'0000'007f;  // 10486 / 2^20: 1 / 100
    word = hundreds + ((word - 100 * hundreds) << 16);
    const std::uint64_t tens = ((word * 103) >> 10) & 0x000f'000f'000f'000f;  // 103 / 2^10: 1 / 10
    return zeros + tens + ((word - 10 * tens) << 8);
}

void write_digits(Wide digits, char* to) {
    static_assert(std::endian::native == std::endian::little);
    std::memcpy(to, &digits, sizeof digits);
}

/// The digits of a number as bytes; kept out of memory until they stand where they belong.
struct Digits {
    char first = 0;   // of 17, else 0
    Wide others = 0;  // the first of them in the lowest byte
    int count = 0;    // of all

    explicit Digits(std::uint64_t number) {
        constexpr std::uint64_t part = 100'000'000;
        constexpr auto bits = [](int digit) { return 8 * digit; };
        constexpr Wide zeros = (Wide{0x3030303030303030} << 64) + 0x3030303030303030;
        constexpr int size = sizeof others;
        const std::uint64_t high = number / part, highest = high / part;
        const std::uint64_t low_word = eight_digits(static_cast<std::uint32_t>(high - highest * part));
        others = (Wide{eight_digits(static_cast<std::uint32_t>(number - high * part))} << 64) + low_word;
        first = static_cast<char>(highest == 0 ? 0 : '0' + highest);
        const Wide plain = others ^ zeros;
        int before = std::countr_zero(static_cast<std::uint64_t>(plain)) / 8;
        if (low_word == static_cast<std::uint64_t>(zeros))
            before += std::countr_zero(static_cast<std::uint64_t>(plain >> 64)) / 8;
        before = highest == 0 ? before : 0;
        others >>= bits(before);
        count = size - before + (highest == 0 ? 0 : 1);
    }

    int beside_first() const { return first != 0 ? count - 1 : count; }
    /// Writes sixteen bytes, of which `count` mean something.
    char* write(char* to) const {
        *to = first;
        to += first != 0 ? 1 : 0;
        write_digits(others, to);
        return to + beside_first();
    }
    /// The same with a point before the digit of that number, which is not the first of all.
    void write_with_point(int before, char* to) const {
        *to = first;
        to += first != 0 ? 1 : 0;
        const int place = 8 * (before - (first != 0 ? 1 : 0));
        const Wide behind = (others >> place) << place, point = Wide{'.'} << place;
        write_digits((others - behind) + point + (behind << 8), to);
        to[sizeof others] = static_cast<char>(others >> 120);
    }
};

/// Plain or with an exponent, whichever is shorter; plain where both are as long.
std::size_t write(const Decimal& decimal, char* to) {
    const Digits digits(decimal.digits);
    const int count = digits.count, exponent = decimal.exponent;
    const int point = count + exponent;  // digits before it
    const int plain = exponent >= 0 ? point : point > 0 ? count + 1 : 2 - exponent;
    const int scientific = count + (count > 1 ? 1 : 0) + 4;  // "e-05"
    const auto size = [](int number) { return static_cast<std::size_t>(number); };
    if (plain > scientific) {
        if (count > 1)
            digits.write_with_point(1, to);
        else
            digits.write(to);
        char* const at = to + (scientific - 4);
        const int power = point - 1, distance = power < 0 ? -power : power;
        at[0] = 'e';
        at[1] = power < 0 ? '-' : '+';
        at[2] = static_cast<char>('0' + distance / 10);
        at[3] = static_cast<char>('0' + distance % 10);
        return size(scientific);
    }
    if (exponent >= 0) {
        std::memset(digits.write(to), '0', size(exponent));
    } else if (point > 0) {
        digits.write_with_point(point, to);
    } else {
        std::memcpy(to, "0.000000", 8);
        digits.write(to + 2 - point);
    }
    return size(plain);
}

}  // namespace

std::size_t write_shortest(double value, char* to) {
    if (!(value >= smallest && value < largest)) return 0;
    const auto bits = std::bit_cast<std::uint64_t>(value);
    constexpr std::uint64_t hidden = std::uint64_t{1} << mantissa_bits;
    const std::uint64_t fraction = bits % hidden;
    if (fraction == 0) return 0;  // its neighbour below is nearer than the one above
    const int shift = 1023 + mantissa_bits - static_cast<int>(bits >> mantissa_bits);
    Decimal decimal = shortest(hidden + fraction, shift);
    drop_last_zeros(decimal);
    return write(decimal, to);
}

}  // namespace lca
