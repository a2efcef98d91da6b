// Parameters in the order they need each other, rings, and long chains.

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/models/scenario/reading.hpp"

namespace {

std::vector<std::string> order(const test::Read& read) {
    std::vector<std::string> ids;
    for (const std::size_t i : read.scenario.parameter_order)
        ids.emplace_back(read.scenario.parameters[i].id);
    return ids;
}

}  // namespace

TEST_CASE("what is needed comes first, all else in the order of the file") {
    const auto read =
        test::read("lca: 1\ntitle: T\nparameters:\n  a: =c + b\n  b: 1 W\n  c: =d\n  d: 2 W\n  e: 3 W\n");
    CHECK(order(*read) == std::vector<std::string>{"d", "c", "b", "a", "e"});
    CHECK(read->diagnostics.sorted().empty());
}

TEST_CASE("a ring is said once, with all its places, and its members are left out") {
    const auto read =
        test::read("lca: 1\ntitle: T\nparameters:\n  a: =b\n  b: =c\n  c: =a + d\n  d: 2 W\n  e: =a\n");
    const auto faults = read->diagnostics.sorted();
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].message == "`a` refers to itself: a -> b -> c -> a");
    CHECK(faults[0].place.line == 4);
    REQUIRE(faults[0].related.size() == 2);
    CHECK(faults[0].related[1].message == "`c` refers to `a` here");
    for (int i : {0, 1, 2}) CHECK(!read->scenario.parameters[static_cast<std::size_t>(i)].value);
    CHECK(read->scenario.parameters[4].value);
}

TEST_CASE("a chain as long as a file can be needs no deep stack") {
    std::string text = "lca: 1\ntitle: T\nparameters:\n";
    constexpr int links = 50'000;
    for (int i = links; i > 0; --i) text += "  p" + std::to_string(i) + ": =p" + std::to_string(i - 1) + "\n";
    text += "  p0: 1 W\n";
    const auto read = test::read(text);
    CHECK(read->diagnostics.sorted().empty());
    CHECK(order(*read).front() == "p0");
    CHECK(order(*read).back() == "p" + std::to_string(links));
}
