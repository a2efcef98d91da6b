// Readings become a timeline: order, step, gaps and what fills them.

#include <doctest/doctest.h>

#include <string>

#include "models/series/timeline.hpp"

namespace {

using lca::series::GapRule;
using lca::series::SeriesReading;

SeriesReading at(double time, std::optional<double> value, bool estimated = false) {
    return {.time = time, .value = value, .estimated = estimated, .place = {}};
}

struct Filled {
    lca::GridSeries series;
    lca::Diagnostics diagnostics;
    bool ok = false;

    Filled(std::vector<SeriesReading> readings, lca::series::TimelineRules rules = {}) {
        series.file = "grid.csv";
        for (std::size_t i = 0; i < readings.size(); ++i)
            readings[i].place = {0, static_cast<std::uint32_t>(i + 2), 1};
        ok = fill_timeline(std::move(readings), rules, {0, 1, 1}, series, diagnostics);
    }

    double value(double time) const { return series.relative->at(time) * series.written; }
    std::string message() const {
        const auto faults = diagnostics.sorted();
        return faults.empty() ? "" : faults.front().message;
    }
    std::uint32_t line() const { return diagnostics.sorted().front().place.line; }
};

/// Hours 0, 1, 2, 3, then a gap of hours 4 and 5, then 6 and 7.
std::vector<SeriesReading> with_gap() {
    std::vector<SeriesReading> readings;
    for (const int hour : {0, 1, 2, 3, 6, 7}) readings.push_back(at(3600.0 * hour, 10.0 * hour));
    return readings;
}

}  // namespace

TEST_CASE("the last value holds for one step, and the mean weights by time") {
    const Filled made({at(0, 10.0), at(3600, 20.0), at(7200, 60.0)});
    REQUIRE(made.ok);
    CHECK(made.series.step == 3600);
    CHECK(made.series.relative->end() == 10800);
    CHECK(made.series.read_until == 10800);
    CHECK(made.series.written == 30);
    CHECK(made.value(7300) == doctest::Approx(60));
    CHECK(made.series.known_from(0) == 10800);
    CHECK(made.series.known_from(3600) == 7200);
    CHECK(made.series.known_from(-1) == 0);
    CHECK(made.series.known_from(10800) == 0);
}

TEST_CASE("a stamp at the end of its interval") {
    const Filled made({at(3600, 10.0), at(7200, 20.0)}, {.stamp = lca::series::StampAt::end});
    REQUIRE(made.ok);
    CHECK(made.series.relative->begin() == 0);
    CHECK(made.series.relative->end() == 7200);
    CHECK(made.value(1) == doctest::Approx(10));
}

TEST_CASE("a gap without a rule ends what is known; it is in no mean") {
    const Filled made(with_gap());
    REQUIRE(made.ok);
    REQUIRE(made.series.gaps.size() == 1);
    CHECK(made.series.gaps[0].from == 4 * 3600);
    CHECK(made.series.gaps[0].to == 6 * 3600);
    CHECK(made.series.gaps[0].place.line == 6);
    CHECK(made.series.known_from(0) == 4 * 3600);
    CHECK(made.series.known_from(5 * 3600) == 0);
    CHECK(made.series.known_from(6 * 3600) == 2 * 3600);
    CHECK(made.series.written == doctest::Approx((0 + 10 + 20 + 30 + 60 + 70) / 6.0));
    CHECK_FALSE(made.series.filled);
}

TEST_CASE("interpolate puts values on a line, hold lets the last one hold: both are marked") {
    const Filled line(with_gap(), {.gaps = GapRule::interpolate});
    CHECK(line.value(4 * 3600) == doctest::Approx(40));
    CHECK(line.value(5 * 3600) == doctest::Approx(50));
    CHECK(line.series.filled->at(3 * 3600) == 0);
    CHECK(line.series.filled->at(4 * 3600) == 1);
    CHECK(line.series.filled->at(6 * 3600) == 0);
    CHECK(line.series.gaps.empty());
    CHECK(line.series.known_from(0) == 8 * 3600);
    const Filled held(with_gap(), {.gaps = GapRule::hold});
    CHECK(held.value(5 * 3600) == doctest::Approx(30));
    CHECK(held.series.known_from(0) > 100 * 365 * 86400.0);  // the last value holds on
    CHECK(held.value(9 * 3600) == doctest::Approx(70));
    CHECK(held.series.filled->at(9 * 3600) == 1);
    // 0, 10, 20, 30, 30, 30, 60, 70: what holds behind the end is in no mean
    CHECK(held.series.written == doctest::Approx(250.0 / 8));
}

TEST_CASE("an empty cell is a gap like a missing row") {
    const Filled made({at(0, 10.0), at(3600, std::nullopt), at(7200, 30.0), at(10800, 40.0)});
    REQUIRE(made.ok);
    CHECK(made.series.gaps.size() == 1);
    CHECK(made.series.known_from(0) == 3600);
}

TEST_CASE("what the source estimated is kept") {
    const Filled made({at(0, 10.0, true), at(3600, 20.0, false)});
    REQUIRE(made.series.estimated);
    CHECK(made.series.estimated->at(0) == 1);
    CHECK(made.series.estimated->at(3600) == 0);
}

TEST_CASE("faults name the row") {
    CHECK(Filled({at(0, 1.0), at(0, 2.0)}).message() == "the same time as in the row before");
    const Filled back({at(3600, 1.0), at(7200, 2.0), at(0, 2.0)});
    CHECK(back.message() == "an earlier time than in the row before");
    CHECK(back.line() == 4);
    CHECK(Filled({at(0, 1.0), at(3600, -2.0)}).message() == "an intensity of -2");
    CHECK(Filled({at(0, 1.0)}).message() == "`grid.csv` has one value of an intensity over time");
    CHECK(Filled({}).message() == "`grid.csv` has no value of an intensity over time");
    const Filled far({at(0, 1.0), at(1, 1.0), at(1e9, 1.0)}, {.gaps = GapRule::interpolate});
    CHECK(far.message() == "too long a gap to fill");
}
