// Readings of boards become energies: windows, gaps, baselines, minutes.

#include "models/series/power_integral.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

namespace {

using Points = std::vector<std::pair<double, double>>;  // s, W

lca::Instant at(double seconds) {
    return lca::Instant(
        std::chrono::round<std::chrono::microseconds>(std::chrono::duration<double>(seconds)));
}

/// Boards "0", "1" and so on, whose readings come one board after the other.
struct Boards {
    std::vector<Points> all;
    int passes = 0;

    std::optional<lca::BoardReadings> read(const lca::ReadingVisit& visit) {
        ++passes;
        lca::BoardReadings made;
        made.boards.resize(all.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            lca::LoggedBoard& board = made.boards[i];
            board.key = std::to_string(i);
            for (const auto& [seconds, watts] : all[i]) {
                board.energy.add(at(seconds), watts, 0);
                visit(board, i, at(seconds), watts);
            }
        }
        return made;
    }
};

lca::series::PowerIntegral integrate(Boards& boards, const lca::series::LogWindow& window) {
    return lca::series::integrate_power(window, [&boards](const auto& visit) { return boards.read(visit); })
        ->integral;
}

}  // namespace

TEST_CASE("the trapezoid of each board, cut at the window") {
    Boards read{{{{0, 100}, {60, 300}, {120, 100}}, {{0, 50}, {60, 50}, {120, 50}}}};
    const auto all = integrate(read, {});
    CHECK(all.fault.empty());
    CHECK(all.log.joules == 30000);  // 2 × 60 × 200 + 120 × 50
    CHECK(all.log.devices == 2);
    CHECK(all.log.coverage() == 1);
    lca::series::LogWindow window;
    window.start = at(30);
    window.end = at(90);
    window.boards = {"0"};
    const auto part = integrate(read, window);
    CHECK(part.log.joules == 15000);  // 30 s of 200 to 300 W and back
    CHECK(part.log.begin == 30);
    REQUIRE(part.log.dynamic);
    CHECK(part.log.dynamic->integral(30, 60) == 7500);
    CHECK(part.log.dynamic->times().size() == 3);  // a value a minute: 30 to 60, 60 to 90
}

TEST_CASE("a step holds until the next reading, the last one until a stated end") {
    Boards read{{{{0, 100}, {10, 300}, {20, 0}}}};
    lca::series::LogWindow window;
    window.between = lca::series::BetweenReadings::step;
    CHECK(integrate(read, window).log.joules == 4000);
    Boards late{{{{0, 100}, {10, 300}}}};
    CHECK(integrate(late, window).log.joules == 1000);
    window.end = at(15);
    CHECK(integrate(late, window).log.joules == 2500);  // and 5 s of 300 W
    window.end = at(150);                               // more than ten medians: nobody knows
    const auto far = integrate(late, window);
    CHECK(far.log.joules == 1000);
    CHECK(far.gap.seconds == 140);
    CHECK(far.log.coverage() == doctest::Approx(10.0 / 150));
}

TEST_CASE("a step of more than ten medians counts for nothing") {
    Boards read{{{{0, 10}, {1, 10}, {2, 10}, {3, 10}, {14, 10}, {15, 10}}}};
    const auto made = integrate(read, {});
    CHECK(made.log.joules == 40);
    CHECK(made.gap.count == 1);
    CHECK(made.gap.seconds == 11);
    CHECK(made.log.coverage() == doctest::Approx(4.0 / 15));
    CHECK(read.passes == 1);
}

TEST_CASE("a gap that the steps before it do not show is found when the log is read once more") {
    Boards read{{{{0, 10}, {20, 10}, {21, 10}, {22, 10}, {23, 10}}}};  // it begins with the gap
    const auto made = integrate(read, {});
    CHECK(read.passes == 2);
    CHECK(made.log.joules == 30);
    CHECK(made.gap.count == 1);
    CHECK(made.gap.seconds == 20);
    // And a step that is ten times those before it, but not ten times the median.
    Boards slower{
        {{{0, 10}, {1, 10}, {2, 10}, {3, 10}, {4, 10}, {24, 10}, {44, 10}, {64, 10}, {84, 10}, {104, 10}}}};
    CHECK(integrate(slower, {}).log.joules == 1040);
    CHECK(slower.passes == 2);
}

TEST_CASE("boards may come one after the other, the later ones with earlier times") {
    Boards read{{{{600, 60}, {660, 60}}, {{0, 120}, {60, 120}}}};
    const auto made = integrate(read, {});
    CHECK(made.log.joules == 10800);
    REQUIRE(made.log.dynamic);
    CHECK(made.log.dynamic->integral(0, 60) == 7200);
    CHECK(made.log.dynamic->integral(60, 600) == 0);
    CHECK(made.log.dynamic->integral(600, 660) == 3600);
}

TEST_CASE("the mean power of a baseline is idle for the time covered") {
    lca::series::LogWindow window;
    window.start = at(100);
    window.idle_start = at(0);
    window.idle_end = at(60);
    Boards read{{{{0, 50}, {60, 70}, {100, 400}, {160, 400}, {220, 400}}}};
    const auto made = integrate(read, window);
    CHECK(read.passes == 2);  // what is idle is known behind the baseline
    CHECK(made.log.joules == 48000);
    CHECK(made.log.idle_joules == 7200);  // 60 W over 120 s
    REQUIRE(made.log.idle);
    CHECK(made.log.dynamic->integral(100, 220) == doctest::Approx(40800));
    CHECK(made.log.idle->integral(100, 220) == doctest::Approx(7200));
}

TEST_CASE("what cannot be integrated") {
    Boards read{{{{0, 50}, {60, 50}}}};
    lca::series::LogWindow window;
    window.start = at(100);
    CHECK(integrate(read, window).fault == "no reading is between `start` and `end`");
    window = {};
    window.boards = {"7"};
    CHECK(integrate(read, window).fault == "no board of the log is one of `devices`");
    window = {};
    window.idle_start = at(200);
    window.idle_end = at(300);
    CHECK(integrate(read, window).fault == "board `0` has no two readings in the baseline");
    Boards alone{{{{0, 50}, {60, 50}}, {{30, 70}}}};
    CHECK(integrate(alone, {}).fault.find("board `1` has only one reading") == 0);
    Boards far{{{{0, 50}, {3e9, 50}}}};
    CHECK(integrate(far, {}).fault == "its readings are 95.1 years apart");
}
