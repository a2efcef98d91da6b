// Uses of a system at the same time, by hand.

#include "models/results/overlap.hpp"

#include <doctest/doctest.h>

using lca::overlaps;

TEST_CASE("overlaps: more than all of it, from the first moment on") {
    // A half from 0 to 100, a half from 50 on: all. A half more from 60 to 80: 1.5, and at 70 a fourth: 2.
    const std::vector<lca::DatedUse> uses = {
        {0, 100, 0.5, 0}, {50, 100, 0.5, 1}, {60, 20, 0.5, 2}, {70, 5, 0.5, 3}};
    CHECK(overlaps({uses.data(), 2}).empty());
    const std::vector<lca::Overlap> found = overlaps(uses);
    REQUIRE(found.size() == 1);
    CHECK(found[0].start == 60);
    CHECK(found[0].ids == std::vector<std::uint32_t>{2, 0, 1});
    CHECK(found[0].more == 0);
    CHECK(found[0].taken == 1.5);
    CHECK(found[0].max_taken == 2);
}

TEST_CASE("overlaps: each stretch of its own, a few uses named and the others counted") {
    std::vector<lca::DatedUse> uses;
    for (std::uint32_t i = 0; i < 10; ++i) uses.push_back({0, 10, 0.1, i});
    uses.push_back({5, 1, 0.1, 10});
    uses.push_back({8, 1, 0.5, 11});
    const std::vector<lca::Overlap> found = overlaps(uses);
    REQUIRE(found.size() == 2);
    CHECK(found[0].start == 5);
    CHECK(found[0].ids == std::vector<std::uint32_t>{10, 0, 1, 2});
    CHECK(found[0].more == 7);
    CHECK(found[1].start == 8);
}

TEST_CASE("overlaps: 2 % are not too much, neither of the system nor of the time") {
    CHECK(overlaps(std::vector<lca::DatedUse>{{0, 10, 0.51, 0}, {5, 10, 0.51, 1}}).empty());
    CHECK(overlaps(std::vector<lca::DatedUse>{{0, 10, 0.52, 0}, {5, 10, 0.52, 1}}).size() == 1);
    CHECK(overlaps(std::vector<lca::DatedUse>{{0, 101.9, 1, 0}, {100, 10, 1, 1}}).empty());
    CHECK(overlaps(std::vector<lca::DatedUse>{{0, 103, 1, 0}, {100, 10, 1, 1}}).size() == 1);
}
