// Readings of boards become energies: windows, gaps, baselines, minutes.

#include "models/series/power_integral.hpp"

#include <doctest/doctest.h>

#include <initializer_list>

namespace {

using Points = std::initializer_list<std::pair<double, double>>;  // s, W

lca::Instant at(double seconds) {
    return lca::Instant(
        std::chrono::round<std::chrono::microseconds>(std::chrono::duration<double>(seconds)));
}

lca::BoardReadings boards_of(std::initializer_list<Points> all) {
    lca::BoardReadings made;
    for (const Points& points : all) {
        lca::LoggedBoard& board = made.boards.emplace_back();
        board.key = std::to_string(made.boards.size() - 1);
        for (const auto& [seconds, watts] : points) board.readings.push_back({at(seconds), watts});
    }
    return made;
}

}  // namespace

TEST_CASE("the trapezoid of each board, cut at the window") {
    const auto read = boards_of({{{0, 100}, {60, 300}, {120, 100}}, {{0, 50}, {60, 50}, {120, 50}}});
    const auto all = lca::integrate_power(read, {});
    CHECK(all.fault.empty());
    CHECK(all.log.joules == 30000);  // 2 × 60 × 200 + 120 × 50
    CHECK(all.log.devices == 2);
    CHECK(all.log.coverage() == 1);
    lca::LogWindow window;
    window.start = at(30);
    window.end = at(90);
    window.boards = {"0"};
    const auto part = lca::integrate_power(read, window);
    CHECK(part.log.joules == 15000);  // 30 s of 200 to 300 W and back
    CHECK(part.log.begin == 30);
    REQUIRE(part.log.dynamic);
    CHECK(part.log.dynamic->integral(30, 60) == 7500);
    CHECK(part.log.dynamic->times().size() == 3);  // a value a minute: 30 to 60, 60 to 90
}

TEST_CASE("a step holds until the next reading, the last one until a stated end") {
    const auto read = boards_of({{{0, 100}, {10, 300}, {20, 0}}});
    lca::LogWindow window;
    window.between = lca::BetweenReadings::step;
    CHECK(lca::integrate_power(read, window).log.joules == 4000);
    const auto late = boards_of({{{0, 100}, {10, 300}}});
    CHECK(lca::integrate_power(late, window).log.joules == 1000);
    window.end = at(15);
    CHECK(lca::integrate_power(late, window).log.joules == 2500);  // and 5 s of 300 W
    window.end = at(150);                                          // more than ten medians: nobody knows
    const auto far = lca::integrate_power(late, window);
    CHECK(far.log.joules == 1000);
    CHECK(far.gap.seconds == 140);
    CHECK(far.log.coverage() == doctest::Approx(10.0 / 150));
}

TEST_CASE("a step of more than ten medians counts for nothing") {
    const auto made =
        lca::integrate_power(boards_of({{{0, 10}, {1, 10}, {2, 10}, {3, 10}, {14, 10}, {15, 10}}}), {});
    CHECK(made.log.joules == 40);
    CHECK(made.gap.count == 1);
    CHECK(made.gap.seconds == 11);
    CHECK(made.log.coverage() == doctest::Approx(4.0 / 15));
}

TEST_CASE("the mean power of a baseline is idle for the time covered") {
    lca::LogWindow window;
    window.start = at(100);
    window.idle_start = at(0);
    window.idle_end = at(60);
    const auto made =
        lca::integrate_power(boards_of({{{0, 50}, {60, 70}, {100, 400}, {160, 400}, {220, 400}}}), window);
    CHECK(made.log.joules == 48000);
    CHECK(made.log.idle_joules == 7200);  // 60 W over 120 s
    REQUIRE(made.log.idle);
    CHECK(made.log.dynamic->integral(100, 220) == doctest::Approx(40800));
    CHECK(made.log.idle->integral(100, 220) == doctest::Approx(7200));
}

TEST_CASE("what cannot be integrated") {
    const auto read = boards_of({{{0, 50}, {60, 50}}});
    lca::LogWindow window;
    window.start = at(100);
    CHECK(lca::integrate_power(read, window).fault == "no reading lies between `start` and `end`");
    window = {};
    window.boards = {"7"};
    CHECK(lca::integrate_power(read, window).fault == "no board of the log is one of `devices`");
    window = {};
    window.idle_start = at(200);
    window.idle_end = at(300);
    CHECK(lca::integrate_power(read, window).fault == "board `0` has no two readings in the baseline");
    CHECK(lca::integrate_power(boards_of({{{0, 50}, {3e9, 50}}}), {}).fault ==
          "its readings are 95.1 years apart");
}
