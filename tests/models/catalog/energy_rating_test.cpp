// Stars by energy: five equal widths between the least and the most, ends included.
#include "models/catalog/listed.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using lca::Rating;
using lca::StarScale;

namespace {

Rating rating(std::vector<double> energies) {
    Rating result;
    for (const double energy : energies) result.models.push_back({"m", energy, 0});
    return result;
}

}  // namespace

TEST_CASE(
    "stars: bands of a fifth of the range; the upper end belongs to the band above it, but the most is one "
    "star") {
    const StarScale scale(rating({10, 60}));  // width 10
    CHECK(scale.width() == 10);
    CHECK(scale.stars(10) == 5);
    CHECK(scale.stars(19.9) == 5);
    CHECK(scale.stars(20) == 4);
    CHECK(scale.stars(30) == 3);
    CHECK(scale.stars(40) == 2);
    CHECK(scale.stars(50) == 1);
    CHECK(scale.stars(60) == 1);
    CHECK(scale.from(5) == 10);
    CHECK(scale.from(1) == 50);
}

TEST_CASE("stars: beyond what was rated it is 5 below and 1 above") {
    const StarScale scale(rating({10, 60}));
    CHECK(scale.stars(0.001) == 5);
    CHECK(scale.stars(1e300) == 1);
}

TEST_CASE("stars: nothing to divide is refused") {
    CHECK_THROWS_AS(StarScale{rating({})}, std::invalid_argument);
    CHECK_THROWS_AS(StarScale(rating({10, 10})), std::invalid_argument);
}
