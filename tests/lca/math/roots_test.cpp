#include "lca/math/roots.hpp"

#include <cmath>

#include <doctest/doctest.h>

using namespace lca;

namespace {

std::vector<Root> roots_of(double (*function)(double), double low, double high) {
    const std::vector<double> points = scan_points(low, high, 100);
    return find_roots(
        [=](std::span<const double> at) {
            std::vector<double> values;
            for (const double x : at) values.push_back(function(x));
            return values;
        },
        points);
}

}  // namespace

TEST_CASE("none, one and three roots") {
    CHECK(roots_of([](double x) { return x * x + 1; }, -5, 5).empty());
    const std::vector<Root> one = roots_of([](double x) { return x * x * x - 2; }, 0, 5);
    REQUIRE(one.size() == 1);
    CHECK(one[0].at == doctest::Approx(std::cbrt(2.0)).epsilon(1e-14));
    CHECK_FALSE(one[0].jump);
    const std::vector<Root> three = roots_of([](double x) { return (x - 1) * (x - 2.5) * (x - 4); }, 0, 5);
    REQUIRE(three.size() == 3);
    CHECK(three[0].at == doctest::Approx(1));
    CHECK(three[1].at == doctest::Approx(2.5));
    CHECK(three[2].at == doctest::Approx(4));
}

TEST_CASE("a root at an end, two between neighbouring points, and a step over zero") {
    const std::vector<Root> end = roots_of([](double x) { return x - 5; }, 0, 5);
    REQUIRE(end.size() == 1);
    CHECK(end[0].at == 5);
    // Roots at 2.52 +- 0.01, less than the 5/99 between points.
    const std::vector<Root> close = roots_of([](double x) { return (x - 2.52) * (x - 2.52) - 1e-4; }, 0, 5);
    REQUIRE(close.size() == 2);
    CHECK(close[0].at == doctest::Approx(2.51));
    CHECK(close[1].at == doctest::Approx(2.53));
    const std::vector<Root> jump = roots_of([](double x) { return std::floor(x) - 1.5; }, 0.2, 5);
    REQUIRE(jump.size() == 1);
    CHECK(jump[0].at == doctest::Approx(2));
    CHECK(jump[0].jump);
}

TEST_CASE("a root that touches zero, from above and from below") {
    // Where a parabola touches, its argument is known to the root of a double's precision only.
    const std::vector<Root> above = roots_of([](double x) { return (x - 2.52) * (x - 2.52); }, 0, 5);
    REQUIRE(above.size() == 1);
    CHECK(above[0].at == doctest::Approx(2.52).epsilon(1e-7));
    CHECK_FALSE(above[0].jump);
    const std::vector<Root> below = roots_of([](double x) { return -(x - 2.52) * (x - 2.52); }, 0, 5);
    REQUIRE(below.size() == 1);
    CHECK(below[0].at == doctest::Approx(2.52).epsilon(1e-7));
    // 0.001 above zero: no root, however near.
    CHECK(roots_of([](double x) { return (x - 2.52) * (x - 2.52) + 1e-3; }, 0, 5).empty());
}

TEST_CASE("a root at zero between two points, and a root of a straight line") {
    const std::vector<Root> zero = roots_of([](double x) { return x * (x + 10); }, -1, 1.5);
    REQUIRE(zero.size() == 1);
    CHECK(std::abs(zero[0].at) < 1e-15);
    const std::vector<Root> line = roots_of([](double x) { return 3 * x - 7.5; }, 0, 5);
    REQUIRE(line.size() == 1);
    CHECK(line[0].at == 2.5);
}

TEST_CASE("a pole and values that are not finite are not roots") {
    // 1 / (x - 2.52) changes its sign at 2.52, where no value is near zero.
    const std::vector<Root> pole = roots_of([](double x) { return 1 / (x - 2.52); }, 0, 5);
    REQUIRE(pole.size() == 1);
    CHECK(pole[0].at == doctest::Approx(2.52));
    CHECK(pole[0].jump);
    // Between 2 and 3 there is nothing: the signs on both sides make no bracket.
    CHECK(roots_of([](double x) { return x > 2 && x < 3 ? NAN : x - 2.5; }, 0, 5).empty());
    // A gap narrower than the distance of two points: the search ends in it.
    const std::vector<Root> gap =
        roots_of([](double x) { return std::abs(x - 2.52) < 1e-3 ? NAN : x - 2.52; }, 0, 5);
    REQUIRE(gap.size() == 1);
    CHECK(gap[0].at == doctest::Approx(2.52).epsilon(1e-3));
    CHECK(gap[0].jump);
}

TEST_CASE("wide ranges are scanned by ratios, narrow ones by differences") {
    const std::vector<double> by_ratio = scan_points(1, 10000, 5);
    REQUIRE(by_ratio.size() == 5);
    CHECK(by_ratio.front() == 1);
    CHECK(by_ratio[1] == doctest::Approx(10).epsilon(1e-15));
    CHECK(by_ratio[2] == 100);  // a square root
    CHECK(by_ratio[3] == doctest::Approx(1000).epsilon(1e-15));
    CHECK(by_ratio.back() == 10000);
    CHECK(scan_points(0, 4, 5) == std::vector<double>{0, 1, 2, 3, 4});
    const std::vector<double> below_zero = scan_points(-10000, -1, 5);
    CHECK(below_zero.front() == -10000);
    CHECK(below_zero[1] == doctest::Approx(-1000).epsilon(1e-15));
    CHECK(below_zero[2] == doctest::Approx(-100).epsilon(1e-15));
    CHECK(below_zero.back() == -1);
}
