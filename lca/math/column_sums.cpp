#include "lca/math/column_sums.hpp"

#include <array>
#include <bit>

namespace lca {

namespace {

constexpr std::size_t lanes = 16;

struct Lanes {
    std::array<double, lanes> first{}, second{}, minimum, maximum;
};

/// Adds one value to each of the first `count` lanes; `count` is at most `lanes`.
[[gnu::always_inline]] inline void take(Lanes& at, const double* x, double origin, std::size_t count) {
    for (std::size_t l = 0; l < count; ++l) {
        const double distance = x[l] - origin;
        at.first[l] += distance;
        at.second[l] += distance * distance;
        at.minimum[l] = x[l] < at.minimum[l] ? x[l] : at.minimum[l];
        at.maximum[l] = x[l] > at.maximum[l] ? x[l] : at.maximum[l];
    }
}

double pairwise(std::array<double, lanes> values) {
    for (std::size_t half = lanes / 2; half > 0; half /= 2) {
        for (std::size_t l = 0; l < half; ++l) values[l] += values[l + half];
    }
    return values[0];
}

}  // namespace

ColumnSums column_sums(std::span<const double> column, double origin, Width width) {
    Lanes result;
    result.minimum.fill(column.front());
    result.maximum.fill(column.front());
    const double* x = column.data();
    const std::size_t count = column.size();
    Lanes* to = &result;
    kernel::on_width(width, [=] {
        Lanes at = *to;
        std::size_t i = 0;
        for (; i + lanes <= count; i += lanes) take(at, x + i, origin, lanes);
        take(at, x + i, origin, count - i);
        *to = at;
    });
    ColumnSums sums{pairwise(result.first), pairwise(result.second), column.front(), column.front()};
    for (std::size_t l = 0; l < lanes; ++l) {
        sums.minimum = result.minimum[l] < sums.minimum ? result.minimum[l] : sums.minimum;
        sums.maximum = result.maximum[l] > sums.maximum ? result.maximum[l] : sums.maximum;
    }
    return sums;
}

void count_by_bits(std::span<const double> column, int shift, std::uint64_t base, std::uint32_t* counts) {
    for (double x : column) ++counts[(std::bit_cast<std::uint64_t>(x) >> shift) - base];
}

}  // namespace lca
