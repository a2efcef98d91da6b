#pragma once
// Random bits from a number, and the normal distribution and its quantile, all without branches, so that
// loops over columns become vector code with the same bits. Internal to lca/math.

#include <bit>
#include <cmath>
#include <cstdint>

#include "lca/math/elementary_kernels.hpp"

namespace lca::kernel {

/// The increment between consecutive numbers of a stream: 2^64 over the golden ratio, odd.
inline constexpr std::uint64_t stride = 0x9e3779b97f4a7c15;

/// SplitMix64's mixer: each bit of the result depends on every bit of `x`; different x, different results.
inline std::uint64_t mixed(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
    x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
    return x ^ (x >> 31);
}

/// The middle of one of 2^52 equal parts of (0, 1), chosen by the bits: never 0 or 1, and 1 - u is exact.
inline double unit_interval(std::uint64_t bits) {
    return (std::bit_cast<double>((bits >> 12) | 0x3ff0000000000000) - 1.0) + 0x1p-53;
}

/// `x` with its 64 bits in the opposite order.
inline std::uint64_t reversed(std::uint64_t x) {
    x = ((x >> 1) & 0x5555555555555555) | ((x & 0x5555555555555555) << 1);
    x = ((x >> 2) & 0x3333333333333333) | ((x & 0x3333333333333333) << 2);
    x = ((x >> 4) & 0x0f0f0f0f0f0f0f0f) | ((x & 0x0f0f0f0f0f0f0f0f) << 4);
    x = ((x >> 8) & 0x00ff00ff00ff00ff) | ((x & 0x00ff00ff00ff00ff) << 8);
    x = ((x >> 16) & 0x0000ffff0000ffff) | ((x & 0x0000ffff0000ffff) << 16);
    return (x >> 32) | (x << 32);
}

/// An Owen scrambling by hash, of bits in reversed order: whether a bit is flipped depends only on the bits
/// below it and the key. Each line of the code has that property: adding, multiplying by an odd number, and
/// taking the exclusive or with a multiple by an even number.
inline std::uint64_t scrambled(std::uint64_t x, std::uint64_t key) {
    x ^= x * 0xd6e8feb86659fd92;
    x += key;
    x *= (key >> 31) | 1;
    x ^= x * 0xa0761d6478bd642e;
    x ^= x * 0xe7037ed1a0b428da;
    return x;
}

/// log x for a normal (not subnormal) x above 0, within 2e-11 + 1e-16 |log x|: with fewer terms than
/// natural_log and no special cases.
inline double rough_log(double x) {
    constexpr std::uint64_t one = 0x3ff0000000000000, root_half = 0x3fe6a09e667f3bcd;
    std::uint64_t bits = std::bit_cast<std::uint64_t>(x) + (one - root_half);
    double k = std::bit_cast<double>((bits >> 52) | 0x4330000000000000) - (0x1p52 + 1023.0);
    double f = std::bit_cast<double>((bits & 0x000fffffffffffff) + root_half) - 1.0;
    double s = f / (2.0 + f);
    double z = s * s;
    double series = 2.0 / 11.0;
    series = series * z + 2.0 / 9.0;
    series = series * z + 2.0 / 7.0;
    series = series * z + 2.0 / 5.0;
    series = series * z + 2.0 / 3.0;
    series = series * z + 2.0;
    return k * 0x1.62e42fefa39efp-1 + series * s;
}

/// The normal quantile at u in (0, 1), relative error below 2e-10, by two rational functions that
/// interpolate in Chebyshev's points (computed with 60 digits): one of (u - 1/2)^2 for |u - 1/2| <= 0.425,
/// beyond it one of sqrt(-log of the tail), for tails down to 1e-30.
inline double normal_quantile(double u) {
    double q = u - 0.5;
    double t = q * q;
    double above = -11.875647511171952;
    above = above * t + 101.91186811649753;
    above = above * t - 166.86079964764278;
    above = above * t + 102.53556967532276;
    above = above * t - 26.757415950370358;
    above = above * t + 2.5066282746311424;
    double below = -19.972688157961798;
    below = below * t + 81.772885473042749;
    below = below * t - 99.103219175085442;
    below = below * t + 50.87797155321379;
    below = below * t - 11.721862088011946;
    below = below * t + 1.0;

    double tail = q < 0.0 ? u : 1.0 - u;
    double r = std::sqrt(-rough_log(tail));
    double tail_above = 0.008986143037300531;
    tail_above = tail_above * r + 0.38414198974510827;
    tail_above = tail_above * r + 4.0839184605065473;
    tail_above = tail_above * r + 12.356256897145188;
    tail_above = tail_above * r + 4.3227889278977365;
    tail_above = tail_above * r - 10.914768039593261;
    tail_above = tail_above * r - 3.1584175718418641;
    double tail_below = 0.006354005611662673;
    tail_below = tail_below * r + 0.27166557480599079;
    tail_below = tail_below * r + 2.9066422359839632;
    tail_below = tail_below * r + 9.3157786507302447;
    tail_below = tail_below * r + 7.4874034782020731;
    tail_below = tail_below * r + 1.0;

    bool central = t <= 0.180625;
    double numerator = central ? q * above : (q < 0.0 ? -tail_above : tail_above);
    return numerator / (central ? below : tail_below);
}

/// The share of a normal distribution below z, |z| <= 12, relative error below 3e-10 in the lower tail: the
/// density times Mills' ratio, for which a rational function is made as in normal_quantile.
inline double normal_below(double z) {
    double x = z < 0.0 ? -z : z;
    double above = 0.0001525004933053373;
    above = above * x + 0.0026844360238328087;
    above = above * x + 0.023558002437625167;
    above = above * x + 0.12897349806299474;
    above = above * x + 0.46995535900571422;
    above = above * x + 1.13717518056345;
    above = above * x + 1.7047190767203624;
    above = above * x + 1.2533141370336049;
    double below = 0.00015250049342177815;
    below = below * x + 0.0026844360103864648;
    below = below * x + 0.023710503655756176;
    below = below * x + 0.13165790983162703;
    below = below * x + 0.4932089256065989;
    below = below * x + 1.2607700632858141;
    below = below * x + 2.1292122442754868;
    below = below * x + 2.1580535825279199;
    below = below * x + 1.0;
    constexpr double per_root_two_pi = 0.3989422804014327;
    double tail = exponential(-0.5 * x * x) * per_root_two_pi * above / below;
    return z < 0.0 ? tail : 1.0 - tail;
}

}  // namespace lca::kernel
