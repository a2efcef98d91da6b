// Published figures as read.

#include <doctest/doctest.h>

#include "tests/models/scenario/reading.hpp"

namespace {

std::unique_ptr<test::Read> expect(const std::string& entry) {
    return test::read(test::activity("dynamic: {energy: 1 kWh}") +
                      "what_if: {green: {set: {sites.here.pue: 1.2}}}\nexpect:\n  - " + entry + "\n");
}

}  // namespace

TEST_CASE("a figure, where it stands and how near a result must come") {
    const auto read = expect("{of: run.dynamic, value: 24.69 tCO2e, where: Table 3, what_if: green}");
    REQUIRE_MESSAGE(read->diagnostics.sorted().empty(), read->messages());
    const lca::Expectation& found = read->scenario.expectations.at(0);
    CHECK(found.of == "run.dynamic");
    CHECK(found.value == doctest::Approx(24690));
    CHECK(found.written == "24.69");
    CHECK(found.unit == "tCO2e");
    CHECK(found.unit_factor == 1000);
    CHECK(found.printed_precision == doctest::Approx(5));
    CHECK(found.where == "Table 3");
    CHECK(found.what_if == "green");
    CHECK(found.kind == lca::Expectation::Kind::value);
    CHECK(found.place.line == 11);
}

TEST_CASE("bounds, shares, per something, negative figures") {
    CHECK(expect("{of: total, at_least: 25 tCO2e}")->scenario.expectations.at(0).kind ==
          lca::Expectation::Kind::at_least);
    CHECK(expect("{of: total, at_most: 25 tCO2e}")->scenario.expectations.at(0).kind ==
          lca::Expectation::Kind::at_most);
    const auto range = expect("{of: total, at_least: 20 tCO2e, at_most: 25 tCO2e}");
    REQUIRE(range->scenario.expectations.size() == 2);
    CHECK(range->scenario.expectations.at(0).kind == lca::Expectation::Kind::at_least);
    CHECK(range->scenario.expectations.at(1).value == 25000);
    const auto share = expect("{of: run, as: share, value: 48.9 %}");
    CHECK(share->scenario.expectations.at(0).as == lca::Expectation::ComparisonForm::share);
    CHECK(share->scenario.expectations.at(0).value == doctest::Approx(0.489));
    CHECK(share->scenario.expectations.at(0).printed_precision == doctest::Approx(0.0005));
    CHECK(expect("{of: run, per: request, value: 1 gCO2e}")->scenario.expectations.at(0).per == "request");
    CHECK(expect("{of: total, value: -5 kgCO2e}")->scenario.expectations.at(0).value == -5);
    CHECK(expect("{of: total, value: 7.57 tCO2e, rounding: truncate}")->scenario.expectations.at(0).truncate);
}

TEST_CASE("entries that cannot be compared") {
    CHECK(expect("{of: total}")->says("has no figure"));
    CHECK(expect("{of: total, value: 1 kgCO2e, at_least: 1 kgCO2e}")->says("cannot both be given"));
    CHECK(expect("{of: total, value: \"=2 * [1 kgCO2e]\"}")->says("not an expression"));
    CHECK(expect("{of: total, value: 1 kgCO2e, tolerance: 1 %}")->says("without a reason"));
    CHECK(expect("{of: total, value: 1 kgCO2e, because: rounding}")->says("but neither is given"));
    CHECK(expect("{of: total, at_least: 1 kgCO2e, tolerance: 1 %, because: x}")
              ->says("`tolerance` is not allowed with a bound"));
    CHECK(expect("{of: total, as: share, value: 1 kgCO2e}")->says("a share is a plain number"));
    CHECK(expect("{of: total, as: share, per: request, value: 1 %}")->says("cannot both be given"));
    CHECK(expect("{of: total, value: 1 kgCO2e, what_if: gren}")->says("did you mean `green`?"));
}
