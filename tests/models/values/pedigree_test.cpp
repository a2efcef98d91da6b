// The pedigree matrix, by hand from its variances.

#include <doctest/doctest.h>

#include <cmath>

#include "models/values/pedigree.hpp"

TEST_CASE("the best scores leave the basic uncertainty alone") {
    // basic 1.05 is a GSD squared: gsd = sqrt(1.05).
    CHECK(lca::values::pedigree_gsd({1, 1, 1, 1, 1}, 1.05) ==
          doctest::Approx(std::sqrt(1.05)).epsilon(1e-12));
    CHECK(lca::values::pedigree_gsd({1, 1, 1, 1, 1}, 1) == 1);
}

TEST_CASE("variances add up") {
    // [2, 3, 1, 1, 4]: 0.0006 + 0.0006 + 0 + 0 + 0.04 = 0.0412; (ln 1.05 / 2)^2 = 0.000595123...
    const double half = std::log(1.05) / 2;
    const double expected = std::exp(std::sqrt(half * half + 0.0412));
    CHECK(lca::values::pedigree_gsd({2, 3, 1, 1, 4}, 1.05) == doctest::Approx(expected).epsilon(1e-12));
    // The worst: 0.04 + 0.008 + 0.04 + 0.002 + 0.12 = 0.21.
    CHECK(lca::values::pedigree_gsd({5, 5, 5, 5, 5}, 1) ==
          doctest::Approx(std::exp(std::sqrt(0.21))).epsilon(1e-12));
}

TEST_CASE("each indicator has its own column") {
    const double variances[5] = {0.008, 0.002, 0.008, 0.0006, 0.04};  // score 4 of each
    for (std::size_t i = 0; i < 5; ++i) {
        std::array<int, 5> scores = {1, 1, 1, 1, 1};
        scores[i] = 4;
        CHECK(lca::values::pedigree_gsd(scores, 1) ==
              doctest::Approx(std::exp(std::sqrt(variances[i]))).epsilon(1e-12));
    }
}
