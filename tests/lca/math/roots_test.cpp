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

TEST_CASE("a root at an end, two between neighbouring points, and a step over nil") {
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

TEST_CASE("wide ranges are scanned by ratios, narrow ones by differences") {
    CHECK(scan_points(1, 10000, 5) == std::vector<double>{1, 10, 100, 1000, 10000});
    CHECK(scan_points(0, 4, 5) == std::vector<double>{0, 1, 2, 3, 4});
}
