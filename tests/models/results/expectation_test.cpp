#include "models/results/expectation.hpp"

#include <doctest/doctest.h>

#include "models/results/expectation_checks.hpp"
#include "tests/models/results/small_study.hpp"

using namespace lca;

namespace {

/// A figure as printed: 24.69 is good to half a hundredth.
Expectation printed(double value, double printed_precision) {
    Expectation expected;
    expected.value = value;
    expected.printed_precision = printed_precision;
    return expected;
}

Verdict verdict(const Expectation& expected, double computed) {
    return check(expected, computed).verdict;
}

}  // namespace

TEST_CASE("exact: at the published last digit, ends included") {
    const Expectation expected = printed(24.69, 0.005);
    CHECK(verdict(expected, 24.692172) == Verdict::exact);
    CHECK(verdict(expected, 24.695) == Verdict::exact);
    CHECK(verdict(expected, 24.685) == Verdict::exact);
    CHECK(verdict(expected, 24.69501) == Verdict::off);
    CHECK(verdict(expected, 24.68499) == Verdict::off);
    CHECK(check(expected, 49.38).deviation == doctest::Approx(1));
}

TEST_CASE("truncated: cut towards zero at the published digit") {
    Expectation expected = printed(7.57, 0.005);
    expected.truncate = true;
    CHECK(verdict(expected, 7.5753) == Verdict::exact);
    CHECK(verdict(expected, 7.57) == Verdict::exact);
    CHECK(verdict(expected, 7.5799) == Verdict::exact);
    CHECK(verdict(expected, 7.58) == Verdict::off);
    CHECK(verdict(expected, 7.5699) == Verdict::off);
    Expectation credit = printed(-7.57, 0.005);
    credit.truncate = true;
    CHECK(verdict(credit, -7.5753) == Verdict::exact);
    CHECK(verdict(credit, -7.5699) == Verdict::off);
}

TEST_CASE("within: a stated tolerance or a bound") {
    Expectation expected = printed(100, 0.5);
    expected.tolerance = 0.02;
    CHECK(verdict(expected, 100.4) == Verdict::exact);
    CHECK(verdict(expected, 102) == Verdict::within);
    CHECK(verdict(expected, 102.01) == Verdict::off);
    Expectation at_least = printed(30, 0.5);
    at_least.kind = Expectation::Kind::at_least;
    CHECK(verdict(at_least, 30) == Verdict::within);
    CHECK(verdict(at_least, 31) == Verdict::within);
    CHECK(verdict(at_least, 29.9) == Verdict::off);
    Expectation at_most = printed(30, 0.5);
    at_most.kind = Expectation::Kind::at_most;
    CHECK(verdict(at_most, 30) == Verdict::within);
    CHECK(verdict(at_most, 30.1) == Verdict::off);
}

TEST_CASE("an inconsistency fails nothing, and it is said when it starts to agree") {
    Expectation expected = printed(340, 0.5);
    expected.inconsistent = "of a shorter log";
    CHECK(verdict(expected, 360.1) == Verdict::inconsistent);
    CHECK_FALSE(check(expected, 360.1).agrees_now);
    CHECK(check(expected, 340.2).verdict == Verdict::inconsistent);
    CHECK(check(expected, 340.2).agrees_now);
}

TEST_CASE("what is not assessed is off") {
    CHECK(check(printed(1, 0.5), std::nullopt).verdict == Verdict::off);
    CHECK(check(printed(0, 0.5), 0.2).verdict == Verdict::exact);
    CHECK(check(printed(0, 0.5), 0.2).deviation == 0);
}

TEST_CASE("expectations of a reading: value, share, per request") {
    const test::SmallStudy study;
    const PointResult result(study);
    Expectation expected;
    expected.of = "training.dynamic";
    CHECK(*computed(expected, result) == doctest::Approx(30));
    expected.as = Expectation::ComparisonForm::share;
    CHECK(*computed(expected, result) == doctest::Approx(30 / 60.1));
    expected.of = "serving.dynamic";
    expected.as = Expectation::ComparisonForm::per;
    expected.per = "request";
    CHECK(*computed(expected, result) == doctest::Approx(1e-4));
    expected.of = "nothing";
    CHECK_FALSE(computed(expected, result).has_value());
}

TEST_CASE("expectations of what is not there, or of another dimension, are faults") {
    const test::SmallStudy study;
    const PointResult result(study);
    Diagnostics diagnostics;
    Expectation unknown;
    unknown.of = "training.dynamc";
    unknown.place = {0, 3, 1};
    Expectation energy;
    energy.of = "training.dynamic";
    energy.written = "600";
    energy.unit = "kWh";
    energy.dimension = measure(energy_measure).dimension;
    energy.place = {0, 4, 1};
    energy.unit_place = {0, 4, 30};
    energy.unit_width = 3;
    Expectation share;
    share.of = "outputs.break_even";
    share.as = Expectation::ComparisonForm::share;
    share.place = {0, 5, 1};
    Expectation right;
    right.of = "training.dynamic";
    right.dimension = Dimension::impact(Category::climate);
    Expectation per_request = right;  // `per` says it already, so that the unit may do without
    per_request.of = "serving.dynamic";
    per_request.as = Expectation::ComparisonForm::per;
    per_request.per = "request";
    check_names(std::vector<Expectation>{unknown, energy, share, right, per_request}, result, diagnostics);
    const std::vector<Fault> faults = diagnostics.sorted();
    REQUIRE(faults.size() == 3);
    CHECK(faults[0].message == "there is no result `training.dynamc`");
    CHECK(faults[0].hint.find("training.dynamic") != std::string::npos);
    CHECK(faults[1].message ==
          "`training.dynamic` is of dimension climate change impact, but 600 kWh is of dimension energy");
    CHECK(faults[1].place.column == 30);
    CHECK(faults[1].width == 3);
    CHECK(faults[1].expected == "a figure of climate change impact (kgCO2e)");
    CHECK(faults[2].message == "`outputs.break_even` is not part of a sum of results, so it has no share");
}

TEST_CASE("checks belong to their variant") {
    const test::SmallStudy study;
    const PointResult result(study);
    Expectation base = printed(30, 0.5);
    base.of = "training.dynamic";
    Expectation other = base;
    other.what_if = "world";
    const std::vector<Expectation> both = {base, other};
    CHECK(checks(both, "", result).size() == 1);
    CHECK(checks(both, "world", result).size() == 1);
    CHECK(checks(both, "", result)[0].verdict == Verdict::exact);
}

TEST_CASE("verdicts in words") {
    CHECK(to_string(Verdict::exact) == "exact");
    CHECK(to_string(Verdict::within) == "within");
    CHECK(to_string(Verdict::off) == "off");
    CHECK(to_string(Verdict::inconsistent) == "inconsistent");
}
