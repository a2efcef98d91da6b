// The best of all starts: against trying each of them.

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "analyses/schedule/starts.hpp"

namespace {

constexpr double hour = 3600;

/// A made year: a daily swing, and jumps that no formula follows.
lca::TimeSeries year() {
    std::vector<double> times, values;
    for (int h = 0; h < 8760; ++h) {
        times.push_back(h * hour);
        values.push_back(1 + 0.4 * std::sin(h * 6.283185307179586 / 24) + 0.05 * ((h * 7919) % 13));
    }
    times.push_back(8760 * hour);
    return {times, values};
}

/// By trying every start on a grid of `step` seconds.
double least_of(const lca::schedule_detail::JobOverTime& job, double step) {
    double lowest = job.emissions(job.now);
    for (double start = job.now; start <= job.latest; start += step)
        lowest = std::min(lowest, job.emissions(start));
    return lowest;
}

}  // namespace

TEST_CASE("a job of 72 hours over a year starts where trying every start says") {
    const lca::TimeSeries series = year();
    lca::schedule_detail::JobOverTime job{
        .relative = series, .now = 0, .latest = (8760 - 72) * hour, .duration = 72 * hour};
    job.running = 1000;
    CHECK(job.emissions(best_and_worst(job).best) == doctest::Approx(least_of(job, hour)).epsilon(1e-12));
    // A job that does not last whole hours may start between them.
    job.duration = 71.4 * hour;
    const double best = job.emissions(best_and_worst(job).best);
    CHECK(best <= least_of(job, 300) * (1 + 1e-12));
    CHECK(best == doctest::Approx(least_of(job, 300)).epsilon(1e-3));
}

TEST_CASE("waiting costs idle power at the intensity of those hours, and embodied time") {
    // 2 kg an hour of running at mean intensity, for an hour; the second hour has a tenth of the intensity.
    const lca::TimeSeries series({0, hour, 2 * hour, 3 * hour}, {1, 0.1, 1.9});
    lca::schedule_detail::JobOverTime job{.relative = series, .now = 0, .latest = 2 * hour, .duration = hour};
    job.running = 2;
    job.fixed = 0.5;
    CHECK(job.emissions(0) == doctest::Approx(2.5));
    CHECK(best_and_worst(job).best == hour);
    CHECK(best_and_worst(job).worst == 2 * hour);
    CHECK(job.emissions(hour) == doctest::Approx(0.7));
    job.waiting_power = 1.0 / hour;     // 1 kg an hour at the mean intensity
    job.waiting_embodied = 0.5 / hour;  // 0.5 kg an hour
    CHECK(job.waiting(hour) == doctest::Approx(1.5));
    CHECK(job.emissions(hour) == doctest::Approx(2.2));
    CHECK(best_and_worst(job).best == hour);
    job.waiting_embodied = 1.0 / hour;  // 2 + 0.2 + 0.5 is more than 2.5
    CHECK(best_and_worst(job).best == 0);
}

TEST_CASE("on a flat series a job starts now") {
    const lca::TimeSeries series({0, hour, 2 * hour, 3 * hour}, {1, 1, 1});
    lca::schedule_detail::JobOverTime job{
        .relative = series, .now = 600, .latest = 2 * hour, .duration = 0.7 * hour};
    job.running = 3;
    CHECK(best_and_worst(job).best == 600);
    CHECK(best_and_worst(job).worst == 600);
}
