// Quantities over time and their means: all by hand.

#include <doctest/doctest.h>

#include <cmath>
#include <memory>
#include <stdexcept>

#include "lca/math/time_series.hpp"

namespace {

using lca::MeanOverTime;
using lca::TimeSeries;

/// 10 from 0 s, 40 from 60 s, 20 from 120 s to 180 s.
TimeSeries regular() {
    return {{0, 60, 120, 180}, {10, 40, 20}};
}

std::shared_ptr<const TimeSeries> shared(TimeSeries series) {
    return std::make_shared<const TimeSeries>(std::move(series));
}

}  // namespace

TEST_CASE("a value holds from its time to the next, the nearest outside") {
    const TimeSeries series = regular();
    CHECK(series.at(0) == 10);
    CHECK(series.at(59.999) == 10);
    CHECK(series.at(60) == 40);
    CHECK(series.at(179) == 20);
    CHECK(series.at(-5) == 10);
    CHECK(series.at(180) == 20);
    CHECK(series.at(1e9) == 20);
}

TEST_CASE("an integral adds up values times how long they hold, and nothing outside") {
    const TimeSeries series = regular();
    CHECK(series.integral(0, 180) == 10 * 60 + 40 * 60 + 20 * 60);
    CHECK(series.integral(30, 90) == 10 * 30 + 40 * 30);
    CHECK(series.integral(70, 80) == 400);
    CHECK(series.integral(-100, 60) == 600);
    CHECK(series.mean() == doctest::Approx(70.0 / 3).epsilon(1e-15));
}

TEST_CASE("steps of unequal length: the same, found by search") {
    const TimeSeries series({0, 10, 100, 110}, {1, 2, 3});
    CHECK(series.at(9) == 1);
    CHECK(series.at(10) == 2);
    CHECK(series.at(99) == 2);
    CHECK(series.at(105) == 3);
    CHECK(series.integral(5, 105) == 5 * 1 + 90 * 2 + 5 * 3);
}

TEST_CASE("regular steps that binary fractions do not hold exactly find the value at each time") {
    std::vector<double> times, values;
    for (int i = 0; i <= 1000; ++i) times.push_back(1.6e9 + 300 * i);
    for (int i = 0; i < 1000; ++i) values.push_back(i);
    const TimeSeries series(times, values);
    for (int i = 0; i < 1000; ++i) {
        CHECK(series.at(times[static_cast<std::size_t>(i)]) == i);
        CHECK(series.at(times[static_cast<std::size_t>(i)] + 299.9) == i);
    }
}

TEST_CASE("what is short and far from the begin is as exact as what is long") {
    // Hours of a year in seconds since 1970; the stretch takes 1 s of an hour of 1/3 and 0.7 s of one of 1/7.
    std::vector<double> times, values;
    for (int i = 0; i <= 8784; ++i) times.push_back(1704067200.0 + 3600.0 * i);
    for (int i = 0; i < 8784; ++i) values.push_back(i % 2 == 0 ? 1.0 / 7 : 1.0 / 3);
    const auto series = shared(TimeSeries(times, values));
    const double start = times[8002] - 1;
    CHECK(series->integral_from(start, 1.7) == doctest::Approx(1.0 / 3 + 0.7 / 7).epsilon(1e-15));
    CHECK(MeanOverTime(series, start).over(1.7) == doctest::Approx((1.0 / 3 + 0.7 / 7) / 1.7).epsilon(1e-15));
    CHECK(series->integral_from(start, 0.25) == 0.25 / 3);
    // 8000 hours between the two parts: 4000 of each value.
    const double hours = 8000, parts = 1 + 0.7;
    const auto sum = shared(TimeSeries(times, values))->integral_from(times[1] - 1, hours * 3600 + parts);
    CHECK(sum == doctest::Approx(1.0 / 7 + 4000 * 3600 * (1.0 / 3 + 1.0 / 7) + 0.7 / 3).epsilon(1e-15));
}

TEST_CASE("a mean from another start is that of a mean which begins there") {
    const MeanOverTime mean(shared(regular()), 30);
    CHECK(mean.over(90, 60) == MeanOverTime(shared(regular()), 90).over(60));
    CHECK(mean.over(0, 180) == doctest::Approx(70.0 / 3).epsilon(1e-15));
    CHECK(std::isnan(mean.over(-1, 10)));
    CHECK(mean.same_series(MeanOverTime(shared(regular()), 31)));
    CHECK_FALSE(mean.same_series(MeanOverTime(shared({{0, 60, 120, 180}, {10, 40, 21}}), 30)));
}

TEST_CASE("times that do not rise, and no values, are refused") {
    CHECK_THROWS_AS(TimeSeries({0, 10, 10}, {1, 2}), std::invalid_argument);
    CHECK_THROWS_AS(TimeSeries({0}, {}), std::invalid_argument);
    CHECK_THROWS_AS(TimeSeries({0, 1}, {1, 2}), std::invalid_argument);
}

TEST_CASE("a product is there where both are") {
    const TimeSeries made = weighted_by(regular(), TimeSeries({30, 90, 200}, {1, 3}));
    CHECK(made.begin() == 30);
    CHECK(made.end() == 180);
    CHECK(made.at(30) == 10);
    CHECK(made.at(60) == 40);
    CHECK(made.at(90) == 120);
    CHECK(made.at(120) == 60);
    CHECK_THROWS_AS(weighted_by(regular(), TimeSeries({500, 600}, {1})), std::invalid_argument);
}

TEST_CASE("a mean spread evenly") {
    const MeanOverTime mean(shared(regular()), 30);
    CHECK(mean.over(30) == 10);
    CHECK(mean.over(60) == 25);  // (10 × 30 + 40 × 30) / 60
    CHECK(mean.over(0) == 10);
    // By hand: f(d) = (300 + 40 (d - 30)) / d for d in 30 to 90; f' = (40 - f) / d.
    CHECK(mean.slope(60) == doctest::Approx((40.0 - 25.0) / 60).epsilon(1e-15));
}

TEST_CASE("a mean weighted by power: energy decides, not time") {
    // 1 kW in the first minute, 3 kW in the second: (10 × 1 + 40 × 3) / 4 = 32.5, evenly it is 25.
    const MeanOverTime mean(regular(), shared(TimeSeries({0, 60, 120}, {1, 3})), 0);
    CHECK(mean.over(120) == doctest::Approx(32.5).epsilon(1e-15));
    CHECK(mean.over(60) == 10);
    const double step = 1e-3, at = 90;
    const double slope = (mean.over(at + step) - mean.over(at - step)) / (2 * step);
    CHECK(mean.slope(at) == doctest::Approx(slope).epsilon(1e-6));
}

TEST_CASE("what leaves the series has no mean") {
    CHECK(std::isnan(MeanOverTime(shared(regular()), 30).over(151)));
    CHECK(MeanOverTime(shared(regular()), 30).over(150) == doctest::Approx(3900.0 / 150));
    CHECK(std::isnan(MeanOverTime(shared(regular()), -10).over(20)));
}

TEST_CASE("no power at all has no mean") {
    const MeanOverTime mean(regular(), shared(TimeSeries({0, 60}, {0})), 0);
    CHECK(std::isnan(mean.over(60)));
}

TEST_CASE("two means are the same by what they hold, not by where it lies") {
    CHECK(MeanOverTime(shared(regular()), 30) == MeanOverTime(shared(regular()), 30));
    CHECK_FALSE(MeanOverTime(shared(regular()), 30) == MeanOverTime(shared(regular()), 31));
    CHECK_FALSE(MeanOverTime(shared(regular()), 0) ==
                MeanOverTime(shared({{0, 60, 120, 180}, {10, 40, 21}}), 0));
}
