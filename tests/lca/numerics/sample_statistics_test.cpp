// Spread and standard errors of values whose percentiles are known in closed form.
#include "lca/numerics/sample_statistics.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using lca::Statistics;
using lca::Summary;

namespace {

Summary summary_of(const std::vector<double>& values) {
    Statistics statistics;
    statistics.add(values);
    return statistics.summary();
}

/// The quantiles at (i + 1/2) / n of an exponential distribution of mean 1, or of its mirror image.
std::vector<double> exponential(std::size_t count, double sign) {
    std::vector<double> values(count);
    for (std::size_t i = 0; i < count; ++i)
        values[i] = -sign * std::log1p(-(static_cast<double>(i) + 0.5) / static_cast<double>(count));
    return values;
}

}  // namespace

TEST_CASE("the standard deviation is that of a sample: by n - 1") {
    // Mean 5; squares of the distances 9, 1, 1, 1, 0, 0, 4, 16: 32 / 7.
    const Summary eight = summary_of({2, 4, 4, 4, 5, 5, 7, 9});
    CHECK(eight.mean == 5);
    CHECK(eight.sd == doctest::Approx(std::sqrt(32.0 / 7)).epsilon(1e-14));
    CHECK(eight.standard_error == doctest::Approx(std::sqrt(32.0 / 7 / 8)).epsilon(1e-14));
    CHECK(summary_of({1, 3}).sd == doctest::Approx(std::sqrt(2.0)).epsilon(1e-14));
    CHECK(summary_of({3}).sd == 0);
    // In two columns.
    Statistics statistics;
    statistics.add(std::vector<double>{2, 4, 4});
    statistics.add(std::vector<double>{4, 5, 5, 7, 9});
    CHECK(statistics.summary().sd == doctest::Approx(eight.sd).epsilon(1e-14));
}

TEST_CASE("the error of a result is that of P5 or P95 where it is larger than that of the mean") {
    // sqrt(p (1 - p) / n) over the density. Exponential: the density at P95 is 0.05; as the code takes it,
    // from P94 and P96, 0.02 / ln(0.06 / 0.04) = 0.04933. The mean's error is 1 / sqrt(n), a fourth of that.
    // The 90 % interval is ln(0.95 / 0.05) wide.
    constexpr std::size_t count = 10'000;
    const double error = std::sqrt(0.05 * 0.95 / count) * std::log(1.5) / 0.02;
    const double width = std::log(19.0);
    CHECK(error == doctest::Approx(0.0441838).epsilon(1e-5));
    for (const double sign : {1.0, -1.0}) {
        CAPTURE(sign);  // of the mirror image it is P5
        const Summary is = summary_of(exponential(count, sign));
        CHECK(is.standard_error == doctest::Approx(0.01).epsilon(0.01));
        // The sketch's error, up to 2^-10 of each percentile, is a hundredth of the distance of P94 and P96.
        CHECK(is.relative_error == doctest::Approx(error / width).epsilon(0.01));
        CHECK_FALSE(is.suffices());
        // 1 % of the width: (error / width / 0.01)^2 = 2.2518 times as many.
        CHECK(is.needed() == doctest::Approx(2.2518 * count).epsilon(0.02));
    }
}
