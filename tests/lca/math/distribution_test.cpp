// Shares, means and quantiles of each distribution, worked by hand.
#include "lca/math/distribution.hpp"

#include <doctest/doctest.h>

#include <cmath>

using lca::Distribution;

namespace {

/// The share below its own quantile is the share.
template <class Shape>
void check_inverse(const Shape& shape, double within) {
    for (const double u : {0.001, 0.2, 0.5, 0.7, 0.999}) {
        CAPTURE(u);
        CHECK(shape.cdf(shape.quantile(u)) == doctest::Approx(u).epsilon(within));
    }
}

}  // namespace

TEST_CASE("normal: one standard deviation holds 68.27 %") {
    const lca::Normal shape{10, 4};
    CHECK(shape.mean() == 10);
    CHECK(shape.cdf(10) == doctest::Approx(0.5).epsilon(1e-9));
    CHECK(shape.cdf(14) - shape.cdf(6) == doctest::Approx(std::erf(std::sqrt(0.5))).epsilon(1e-9));
    CHECK(shape.cdf(-1000) == 0);
    CHECK(shape.cdf(1000) == 1);
    CHECK(shape.quantile(0.975) == doctest::Approx(10 + 4 * 1.959963984540054).epsilon(1e-9));
    check_inverse(shape, 1e-8);
    const lca::Normal point{10, 0};
    CHECK(point.cdf(9.99) == 0);
    CHECK(point.cdf(10) == 1);
    CHECK(point.quantile(0.3) == 10);
}

TEST_CASE("lognormal: the median times and over the gsd are one standard deviation away") {
    const lca::Lognormal shape{5, 2};
    CHECK(shape.cdf(5) == doctest::Approx(0.5).epsilon(1e-9));
    CHECK(shape.cdf(10) - shape.cdf(2.5) == doctest::Approx(std::erf(std::sqrt(0.5))).epsilon(1e-9));
    CHECK(shape.cdf(0) == 0);
    CHECK(shape.cdf(-1) == 0);
    CHECK(shape.mean() == doctest::Approx(5 * std::exp(std::log(2) * std::log(2) / 2)).epsilon(1e-14));
    check_inverse(shape, 1e-8);
    const lca::Lognormal point{5, 1};
    CHECK(point.cdf(4.99) == 0);
    CHECK(point.cdf(5) == 1);
    CHECK(point.mean() == 5);
}

TEST_CASE("uniform and triangular: areas under straight lines") {
    const lca::Uniform uniform{-1, 3};
    CHECK(uniform.cdf(-2) == 0);
    CHECK(uniform.cdf(0) == 0.25);
    CHECK(uniform.cdf(4) == 1);
    CHECK(uniform.mean() == 1);
    check_inverse(uniform, 1e-14);
    // From 0 up to 1 and down to 4: a quarter lies below the mode; 1 - 1/(4 x 3) below 3.
    const lca::Triangular triangular{0, 4, 1};
    CHECK(triangular.cdf(-1) == 0);
    CHECK(triangular.cdf(0.5) == 0.25 / 4);
    CHECK(triangular.cdf(1) == 0.25);
    CHECK(triangular.cdf(3) == doctest::Approx(11.0 / 12).epsilon(1e-15));
    CHECK(triangular.cdf(5) == 1);
    CHECK(triangular.mean() == doctest::Approx(5.0 / 3).epsilon(1e-15));
    check_inverse(triangular, 1e-13);
    CHECK(lca::Triangular{0, 1, 0}.cdf(0.5) == 0.75);  // falling from its low end: 1 - (1 - x)^2
    CHECK(lca::Triangular{0, 1, 1}.cdf(0.5) == 0.25);
}

TEST_CASE("PERT with its mode in the middle is the beta distribution (3, 3)") {
    // Its share below x is x^3 (10 - 15 x + 6 x^2).
    const lca::Pert middle{2, 4, 3};
    for (const double x : {0.0, 0.1, 0.5, 0.8, 1.0})
        CHECK(middle.cdf(2 + 2 * x) == doctest::Approx(x * x * x * (10 - 15 * x + 6 * x * x)).epsilon(1e-13));
    CHECK(middle.cdf(1) == 0);
    CHECK(middle.cdf(5) == 1);
    CHECK(middle.mean() == 3);
    check_inverse(middle, 1e-6);
    // With its mode at the low end (1, 5): 1 - (1 - x)^5, mean 1/6.
    const lca::Pert falling{0, 1, 0};
    CHECK(falling.cdf(0.25) == doctest::Approx(1 - std::pow(0.75, 5)).epsilon(1e-13));
    CHECK(falling.mean() == doctest::Approx(1.0 / 6).epsilon(1e-15));
}

TEST_CASE("discrete and empirical: steps at the values") {
    const lca::Discrete discrete{{300, 100, 200}, {1, 2, 1}};
    CHECK(discrete.cdf(99) == 0);
    CHECK(discrete.cdf(100) == 0.5);
    CHECK(discrete.cdf(299) == 0.75);
    CHECK(discrete.cdf(300) == 1);
    CHECK(discrete.mean() == 175);  // (300 + 2 x 100 + 200) / 4
    CHECK(discrete.quantile(0.6) == 200);
    const lca::Empirical empirical{{4, 1, 1, 2}};
    CHECK(empirical.cdf(1) == 0.5);
    CHECK(empirical.cdf(3) == 0.75);
    CHECK(empirical.mean() == 2);
    CHECK(empirical.quantile(0.6) == 2);
}

TEST_CASE("the share that truncation keeps, both ends included") {
    CHECK(lca::share_kept({.shape = lca::Uniform{0, 10}}) == 1);
    CHECK(lca::share_kept({.shape = lca::Uniform{0, 10}, .minimum = 2, .maximum = 4}) ==
          doctest::Approx(0.2).epsilon(1e-14));
    CHECK(lca::share_kept({.shape = lca::Uniform{0, 10}, .minimum = 9}) ==
          doctest::Approx(0.1).epsilon(1e-14));
    CHECK(lca::share_kept({.shape = lca::Normal{0, 1}, .maximum = 0}) == doctest::Approx(0.5).epsilon(1e-9));
    const lca::Discrete three{{1, 2, 3}, {1, 2, 1}};
    CHECK(lca::share_kept({.shape = three, .minimum = 2, .maximum = 3}) == 0.75);
    CHECK(lca::share_kept({.shape = three, .minimum = 2, .maximum = 2}) == 0.5);
    CHECK(lca::share_kept({.shape = three, .minimum = 4}) == 0);
    CHECK(lca::share_kept({.shape = lca::Empirical{{1, 2, 3, 4}}, .maximum = 1}) == 0.25);
    // Without spread all is kept where the point is inside.
    CHECK(lca::share_kept({.shape = lca::Normal{5, 0}, .minimum = 5}) == 1);
    CHECK(lca::share_kept({.shape = lca::Lognormal{5, 1}, .minimum = 5, .maximum = 5}) == 1);
    // PERT around the middle of 0 to 1, its lower half.
    CHECK(lca::share_kept({.shape = lca::Pert{0, 1, 0.5}, .maximum = 0.5}) ==
          doctest::Approx(0.5).epsilon(1e-13));
}

TEST_CASE("metalog: three quantiles give the coefficients, which give them back") {
    // 1, 2, 3 at p10, p50, p90: symmetric, so a3 = 0, a1 is the median and a2 = 1 / ln 9.
    const lca::Metalog even = lca::metalog_through({{{0.1, 1}, {0.5, 2}, {0.9, 3}}});
    CHECK(even.a1 == doctest::Approx(2).epsilon(1e-15));
    CHECK(even.a2 == doctest::Approx(1 / std::log(9)).epsilon(1e-14));
    CHECK(std::fabs(even.a3) < 1e-15);
    CHECK(even.mean() == doctest::Approx(2).epsilon(1e-14));
    CHECK(even.cdf(2) == doctest::Approx(0.5).epsilon(1e-14));
    // 243, 314, 475 W at p5, p50, p95, with l = ln 19: a1 = 314, a2 = (475 - 243) / 2l, 0.9 l a3 = 243 + 475
    // - 2 x 314.
    const double l = std::log(19);
    const lca::Metalog power = lca::metalog_through({{{0.05, 243}, {0.5, 314}, {0.95, 475}}});
    CHECK(power.a1 == doctest::Approx(314).epsilon(1e-14));
    CHECK(power.a2 == doctest::Approx(116 / l).epsilon(1e-13));
    CHECK(power.a3 == doctest::Approx(100 / l).epsilon(1e-13));
    CHECK(power.mean() == doctest::Approx(314 + 50 / l).epsilon(1e-13));
    CHECK(power.quantile(0.05) == doctest::Approx(243).epsilon(1e-12));
    CHECK(power.quantile(0.5) == doctest::Approx(314).epsilon(1e-12));
    CHECK(power.quantile(0.95) == doctest::Approx(475).epsilon(1e-12));
    check_inverse(power, 1e-12);
    CHECK(power.cdf(-1e9) == 0);
    CHECK(power.cdf(1e9) == 1);
    // Percentiles that are not symmetric, in any place.
    const lca::Metalog skew = lca::metalog_through({{{0.2, 10}, {0.3, 12}, {0.99, 60}}});
    CHECK(skew.quantile(0.2) == doctest::Approx(10).epsilon(1e-12));
    CHECK(skew.quantile(0.3) == doctest::Approx(12).epsilon(1e-12));
    CHECK(skew.quantile(0.99) == doctest::Approx(60).epsilon(1e-12));
}

TEST_CASE("metalog: feasible up to |a3| / a2 = 1.66711, as the slope of its quantile function shows") {
    for (const double a3 : {-1.6672, -1.667, 0.0, 1.667, 1.6672}) {
        const lca::Metalog shape{0, 1, a3};
        bool rises = true;
        for (double y = 0.001; y < 0.999; y += 0.0001) {
            const double slope = 1 / (y * (1 - y)) + a3 * ((y - 0.5) / (y * (1 - y)) + std::log(y / (1 - y)));
            rises = rises && slope > 0;
        }
        CAPTURE(a3);
        CHECK(shape.feasible() == rises);
        CHECK(rises == (std::fabs(a3) < 1.6671));
    }
    CHECK_FALSE(lca::Metalog{0, -1, 0}.feasible());
    CHECK_FALSE(lca::Metalog{0, 1, NAN}.feasible());
}

TEST_CASE("lognormal: two quantiles give median and gsd") {
    // p5 and p95 lie 1.6448536 deviations from the median, which is their geometric mean: sqrt(100 x 400).
    const lca::Lognormal shape = lca::lognormal_through({{{0.05, 100}, {0.95, 400}}});
    CHECK(shape.median == doctest::Approx(200).epsilon(1e-12));
    CHECK(shape.gsd == doctest::Approx(std::exp(std::log(2) / 1.6448536269514722)).epsilon(1e-9));
    CHECK(shape.quantile(0.05) == doctest::Approx(100).epsilon(1e-12));
    CHECK(shape.quantile(0.95) == doctest::Approx(400).epsilon(1e-12));
    const lca::Lognormal upper = lca::lognormal_through({{{0.5, 200}, {0.84, 300}}});
    CHECK(upper.median == doctest::Approx(200).epsilon(1e-12));
    CHECK(upper.quantile(0.84) == doctest::Approx(300).epsilon(1e-12));
}
