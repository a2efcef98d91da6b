#pragma once
// exp, log and log2 without branches, so that a loop over a column becomes vector code and gives the same
// bits as single numbers do. Internal to lca/math and lca/calc.
//
// Only +, -, *, / and bit operations are used, never fused (-ffp-contract=off): each is rounded correctly on
// every machine.

#include <bit>
#include <cstdint>
#include <limits>

namespace lca::kernel {

/// Adding and subtracting it rounds to a whole number; after the addition the low bits hold that number.
inline constexpr double rounder = 0x1.8p52;

/// ln 2 as a sum of parts; the first two have 32 bits, so that their products with an exponent are exact.
inline constexpr double ln2_high = 0x1.62e42feep-1, ln2_low = 0x1.a39ef35793c76p-33;
inline constexpr double ln2_middle = 0x1.a39ef356p-33, ln2_last = 0x1.93c7673007e5fp-65;
inline constexpr double per_ln2 = 0x1.71547652b82fep0;
inline constexpr double per_ln2_high = 0x1.7154764p0, per_ln2_low = 0x1.2b82fe1777d1p-28;

/// 2^n for a whole n of -1022 to 1023.
inline double power_of_two(double n) {
    return std::bit_cast<double>(std::bit_cast<std::uint64_t>(n + (rounder + 1023)) << 52);
}

/// exp(x + low), |low| at most a few units in the last place of x. x = k ln 2 + r, and exp(r) by its power
/// series: |r| < 0.347, so the terms left out are below 5e-18.
inline double exponential(double x, double low = 0) {
    double bounded = x < -746.0 ? -746.0 : x;
    bounded = bounded > 711.0 ? 711.0 : bounded;
    double k = (bounded * per_ln2 + rounder) - rounder;
    double above = bounded - k * ln2_high;
    double below = k * ln2_low - low;
    double r = above - below;
    double rest = (above - r) - below;
    double series = 1.0 / 6227020800.0;
    series = series * r + 1.0 / 479001600.0;
    series = series * r + 1.0 / 39916800.0;
    series = series * r + 1.0 / 3628800.0;
    series = series * r + 1.0 / 362880.0;
    series = series * r + 1.0 / 40320.0;
    series = series * r + 1.0 / 5040.0;
    series = series * r + 1.0 / 720.0;
    series = series * r + 1.0 / 120.0;
    series = series * r + 1.0 / 24.0;
    series = series * r + 1.0 / 6.0;
    series = series * r + 0.5;
    double value = 1.0 + (r + (r * r * series + rest));
    double half = (k * 0.5 + rounder) - rounder;  // in two steps: 2^k may not be a normal number
    return value * power_of_two(half) * power_of_two(k - half);
}

/// x = 2^k (1 + f) with 1 + f between sqrt(1/2) and sqrt(2), for finite x > 0.
struct Scaled {
    double k, f;
};

inline Scaled scaled(double x) {
    constexpr std::uint64_t one = 0x3ff0000000000000, root_half = 0x3fe6a09e667f3bcd;
    bool subnormal = x < 0x1p-1022;
    std::uint64_t bits = std::bit_cast<std::uint64_t>(subnormal ? x * 0x1p54 : x) + (one - root_half);
    double exponent = std::bit_cast<double>((bits >> 52) | 0x4330000000000000) - 0x1p52;
    double mantissa = std::bit_cast<double>((bits & 0x000fffffffffffff) + root_half);
    return {exponent - (subnormal ? 1077.0 : 1023.0), mantissa - 1.0};
}

/// 2/5 + 2/7 z + ...: the power series of 2 atanh(s) / s in z = s^2 <= 0.02945 from its third term on,
/// divided by z^2. `last`: the sum of the term with z^8 and all later ones, divided by z^8.
inline double atanh_tail(double z, double last = 2.0 / 21.0) {
    double series = last;
    series = series * z + 2.0 / 19.0;
    series = series * z + 2.0 / 17.0;
    series = series * z + 2.0 / 15.0;
    series = series * z + 2.0 / 13.0;
    series = series * z + 2.0 / 11.0;
    series = series * z + 2.0 / 9.0;
    series = series * z + 2.0 / 7.0;
    return series * z + 2.0 / 5.0;
}

/// 2 atanh(s) / s - 2, for z = s^2; the terms left out are below 1e-18.
inline double atanh_series(double z) {
    return (atanh_tail(z) * z + 2.0 / 3.0) * z;
}

/// A logarithm's `result` if x is positive and finite, else the special value: infinity or NaN.
inline double or_special(double x, double result) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double special =
        x == 0.0 ? -infinity : (x == infinity ? infinity : std::numeric_limits<double>::quiet_NaN());
    return x > 0.0 && x < infinity ? result : special;
}

/// log(1 + f) = 2 atanh(s), s = f / (2 + f), written as f - (f^2/2 - s (f^2/2 + series)) so that f is used
/// exactly.
inline double natural_log(double x) {
    auto [k, f] = scaled(x);
    double s = f / (2.0 + f);
    double h = 0.5 * f * f;
    double correction = s * (h + atanh_series(s * s)) + k * ln2_low;
    return or_special(x, k * ln2_high - ((h - correction) - f));
}

/// log2; log(1 + f) is a sum of two parts, the first so short that its product with the first part of
/// 1 / ln 2 is exact.
inline double binary_log(double x) {
    auto [k, f] = scaled(x);
    double s = f / (2.0 + f);
    double h = 0.5 * f * f;
    double high = std::bit_cast<double>(std::bit_cast<std::uint64_t>(f - h) & 0xffffffff00000000);
    double low = ((f - high) - h) + s * (h + atanh_series(s * s));
    double main = high * per_ln2_high;
    double rest = (low + high) * per_ln2_low + low * per_ln2_high;
    double sum = k + main;
    return or_special(x, sum + (rest + ((k - sum) + main)));
}

}  // namespace lca::kernel
