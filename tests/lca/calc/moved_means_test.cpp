// Which means over time begin where a recording does, and columns of their starts: all by hand.

#include <doctest/doctest.h>

#include <memory>
#include <stdexcept>

#include "lca/calc/evaluate.hpp"
#include "lca/calc/moved_means.hpp"
#include "lca/calc/recorder.hpp"
#include "lca/math/time_series.hpp"

namespace {

using lca::Calculation;
using lca::Step;

std::shared_ptr<const lca::TimeSeries> series(double third = 20) {
    return std::make_shared<const lca::TimeSeries>(std::vector<double>{0, 60, 120, 180},
                                                   std::vector<double>{10, 40, third});
}

/// Twice the mean from a start on, less one that always begins at 60 s.
Calculation recorded(double start, double third = 20, double factor = 2, double duration = 60) {
    lca::Recorder recorder;
    const Step lasts = recorder.constant(duration);
    const Step moving = recorder.mean_over_time({series(third), start}, lasts) * recorder.constant(factor);
    const Step fixed = recorder.mean_over_time({series(third), 60}, lasts);
    static_cast<void>(moving - fixed);
    return std::move(recorder).finish();
}

lca::StepId last_step(const Calculation& calculation) {
    return static_cast<lca::StepId>(calculation.steps().size() - 1);
}

}  // namespace

TEST_CASE("moved means: those that begin with the recording, where nothing else differs") {
    const Calculation base = recorded(30);
    const auto moved = moved_means(base, 30, recorded(90), 90);
    REQUIRE(moved);
    CHECK(*moved == std::vector<std::size_t>{0});
    const auto same = moved_means(base, 30, recorded(30), 30);
    REQUIRE(same);
    CHECK(*same == std::vector<std::size_t>{0});
    CHECK_FALSE(moved_means(base, 30, recorded(91), 90));         // of another start than is said
    CHECK_FALSE(moved_means(base, 30, recorded(90, 21), 90));     // of another series
    CHECK_FALSE(moved_means(base, 30, recorded(90, 20, 3), 90));  // with another constant
    CHECK_FALSE(moved_means(base, 30, recorded(90, 20, 2, 61), 90));
}

TEST_CASE("moved means: a column of starts") {
    const Calculation base = recorded(30);
    const std::vector<std::size_t> moved = {0};
    const std::vector<lca::StepId> wanted = {last_step(base)};
    const lca::ColumnProgram program(base, {}, wanted, moved);
    const std::vector<double> starts = {30, 0, 90, 120};
    const double* const columns[] = {starts.data()};
    std::vector<double> found(4);
    program.run(columns, 4, found.data(), 4);
    // Over 60 s: 25, 10, 30, 20; twice that less the 40 from 60 s on.
    CHECK(found == std::vector<double>{10, -20, 20, 0});
    CHECK(evaluate(base)[last_step(base)] == 10);
    const std::vector<std::size_t> none_there = {2};
    CHECK_THROWS_AS(lca::ColumnProgram(base, {}, wanted, none_there), std::logic_error);
    CHECK_THROWS_AS(program.run({}, 4, found.data(), 4), std::logic_error);
}
