// exp, log and powers of single numbers: the kernels as they are; powers with a logarithm in two doubles.

#include "lca/math/elementary.hpp"

#include <cmath>

#include "lca/math/elementary_kernels.hpp"

namespace lca {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// A number as the sum of two doubles; the low part is at most half a unit in the last place of the high one.
struct Double2 {
    double high, low;
};

/// a + b exactly, by Knuth's algorithm, or for |a| >= |b| by Dekker's.
Double2 sum2(double a, double b) {
    double sum = a + b;
    double shadow = sum - a;
    return {sum, (a - (sum - shadow)) + (b - shadow)};
}

Double2 normal(double a, double b) {
    double sum = a + b;
    return {sum, b - (sum - a)};
}

/// a * b exactly by halves of 26 bits (Veltkamp, Dekker); no fused multiply-add, so that bits are the same
/// on every machine. |a|, |b| < 2^996.
Double2 product2(double a, double b) {
    auto high_half = [](double x) {
        double t = 0x1.0000002p27 * x;
        return t - (t - x);
    };
    double a1 = high_half(a), b1 = high_half(b);
    double a2 = a - a1, b2 = b - b1;
    double product = a * b;
    return {product, ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2};
}

Double2 product2(Double2 a, Double2 b) {
    Double2 p = product2(a.high, b.high);
    return normal(p.high, p.low + (a.high * b.low + a.low * b.high));
}

/// log x for finite x > 0 to about 65 bits: 2 s (1 + z (1/3 + z/5 + ...)), s = f / (2 + f), z = s^2.
Double2 log2parts(double x) {
    auto [k, f] = kernel::scaled(x);
    Double2 below = sum2(2.0, f);
    double s = f / below.high;
    Double2 back = product2(s, below.high);
    Double2 ratio{s, (((f - back.high) - back.low) - s * below.low) / below.high};
    Double2 z = product2(ratio, ratio);
    double last = 2.0 / 21.0 + z.high * (2.0 / 23.0 + z.high * (2.0 / 25.0 + z.high * (2.0 / 27.0)));
    Double2 inner = sum2(1.0 / 3.0, 0.5 * z.high * kernel::atanh_tail(z.high, last));
    inner.low += 0x1.5555555555555p-56;  // 1/3 minus the double nearest to it
    Double2 correction = product2(ratio, product2(z, inner));
    Double2 half = sum2(ratio.high, correction.high);
    half.low += ratio.low + correction.low;
    Double2 sum = sum2(k * kernel::ln2_high, 2.0 * half.high);
    return normal(sum.high, sum.low + (2.0 * half.low + (k * kernel::ln2_middle + k * kernel::ln2_last)));
}

/// x^y for x >= 0, including infinity.
double magnitude(double x, double y) {
    if (x == 0 || x == infinity) return (x == 0) == (y > 0) ? 0 : infinity;
    if (x == 1) return 1;
    Double2 log = log2parts(x);
    double estimate = y * log.high;
    if (!(std::fabs(estimate) < 800)) return kernel::exponential(estimate);
    Double2 exponent = product2(y, log.high);
    exponent = normal(exponent.high, exponent.low + y * log.low);
    return kernel::exponential(exponent.high, exponent.low);
}

bool odd(double whole) {
    return std::trunc(whole / 2) * 2 != whole;
}

/// x^n by repeated squaring of sums of two doubles; by magnitude() if a number could leave the range in which
/// these products are exact.
double whole_power(double x, double y) {
    auto n = static_cast<unsigned>(std::fabs(y));
    Double2 result{1, 0}, square{x, 0};
    for (unsigned left = n; left > 0; left >>= 1) {
        if (left & 1) result = product2(result, square);
        if (left > 1) square = product2(square, square);
    }
    double size = std::fabs(result.high);
    if (!(size > 0x1p-900 && size < 0x1p900) || !std::isfinite(square.high) || !std::isfinite(result.low)) {
        double value = magnitude(std::fabs(x), y);
        return std::signbit(x) && odd(y) ? -value : value;
    }
    if (y > 0) return result.high + result.low;
    double inverse = 1.0 / result.high;
    Double2 one = product2(inverse, result.high);
    return inverse + inverse * (((1.0 - one.high) - one.low) - inverse * result.low);
}

}  // namespace

double exponential(double x) {
    return kernel::exponential(x);
}

double natural_log(double x) {
    return kernel::natural_log(x);
}

double binary_log(double x) {
    return kernel::binary_log(x);
}

double power(double x, double y) {
    if (y == 0) return 1;
    if (std::isnan(x) || std::isnan(y)) return x + y;
    if (y == 1) return x;
    if (y == 2) return x * x;
    if (y == -1) return 1 / x;
    if (y == 0.5) return std::sqrt(x);
    if (std::isinf(y)) {
        double size = std::fabs(x);
        return size == 1 ? 1 : ((size > 1) == (y > 0) ? infinity : 0);
    }
    bool whole = std::trunc(y) == y;
    if (whole && std::fabs(y) <= 1024) return whole_power(x, y);
    if (x < 0 && !whole) return std::numeric_limits<double>::quiet_NaN();
    double value = magnitude(std::fabs(x), y);
    return std::signbit(x) && whole && odd(y) ? -value : value;
}

}  // namespace lca
