#include "lca/math/percentile.hpp"

#include <doctest/doctest.h>

#include <vector>

using lca::percentile;

TEST_CASE("percentiles lie between neighbouring values by their distance") {
    const std::vector<double> values = {1, 2, 4, 8, 16};  // at shares 0, 1/4, 1/2, 3/4 and 1
    CHECK(percentile(values, 0) == 1);
    CHECK(percentile(values, 0.5) == 4);
    CHECK(percentile(values, 1) == 16);
    CHECK(percentile(values, 0.125) == 1.5);
    CHECK(percentile(values, 0.9375) == 14);  // three quarters of the way from 8 to 16
}

TEST_CASE("every percentile of one value is that value") {
    const std::vector<double> one = {3};
    for (const double share : {0.0, 0.05, 0.5, 1.0}) CHECK(percentile(one, share) == 3);
}
