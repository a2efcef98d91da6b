// Grids whose intensity is a series: results by hand.

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "tests/models/compile/first_hours.hpp"

namespace {

/// 100 g/kWh in the first hour of the day, 300 in the second, 200 in the third and fourth.
std::shared_ptr<lca::GridSeries> series() {
    auto made = std::make_shared<lca::GridSeries>();
    made->file = "grid.csv";
    made->unit = "gCO2e/kWh";
    made->unit_factor = 1e-3 / kwh;
    made->written = 200;
    made->step = hour;
    made->read_until = midnight + 4 * hour;
    made->relative = std::make_shared<const lca::TimeSeries>(
        std::vector<double>{midnight, midnight + hour, midnight + 2 * hour, midnight + 3 * hour,
                            midnight + 4 * hour},
        std::vector<double>{0.5, 1.5, 1, 1});
    made->estimated = std::make_shared<const lca::TimeSeries>(
        std::vector<double>{midnight, midnight + hour, midnight + 4 * hour}, std::vector<double>{0, 1});
    return made;
}

/// 1 kWh an hour from half past midnight, for `duration`.
lca::Scenario run(const char* duration, std::shared_ptr<const lca::GridSeries> grid = series()) {
    lca::Scenario scenario;
    scenario.title = "hours";
    lca::Site site;
    site.id = "here";
    site.grid.emplace();
    site.grid->kind = lca::GridChoice::Kind::series;
    site.grid->intensity = "200 gCO2e/kWh";
    site.grid->series = std::move(grid);
    site.pue = "1.5";
    scenario.sites = {site};
    lca::Activity activity;
    activity.id = "run";
    activity.site = 0;
    activity.start.text = "2022-03-11T00:30:00Z";
    activity.duration = duration;
    lca::Line line;
    line.energy = "2 kWh";
    activity.dynamic = {lca::Phase::State::stated, {line}};
    activity.idle.state = activity.embodied.state = lca::Phase::State::none;
    scenario.activities = {activity};
    return scenario;
}

struct Compiled {
    lca::Session session{lca::embedded_catalogue()};
    std::shared_ptr<const lca::Model> model;

    explicit Compiled(const lca::Scenario& scenario) : model(session.compile_scenario(scenario, "test")) {}
    std::string message() {
        const auto faults = session.diagnostics().sorted();
        return faults.empty() ? "" : faults.front().message;
    }
};

}  // namespace

TEST_CASE("what runs over a series counts its own hours") {
    const Compiled made(run("2 h"));
    REQUIRE(made.model);
    const lca::PointResult result(*made.model);
    // 00:30 to 02:30: half an hour at 100, an hour at 300, half an hour at 200: 225 g/kWh; 3 kWh with the
    // PUE.
    CHECK(*result.value("total").value == doctest::Approx(3 * 0.225).epsilon(1e-13));
    const std::vector<lca::HoursSummary> hours = summarize_hours(result);
    REQUIRE(hours.size() == 1);
    CHECK(hours[0].energy == doctest::Approx(3 * kwh));
    CHECK(hours[0].weighted * kwh == doctest::Approx(0.225).epsilon(1e-13));
    CHECK(hours[0].plain * kwh == doctest::Approx(0.225).epsilon(1e-13));
    CHECK(hours[0].estimated == doctest::Approx(0.75));  // 01:00 to 02:30 of two hours
    CHECK(hours[0].filled == 0);
    CHECK(hours[0].start == midnight + hour / 2);
    CHECK(hours[0].end == midnight + 2.5 * hour);
}

TEST_CASE("the total follows the mean of the series in proportion: one input with a slope") {
    const Compiled made(run("2 h"));
    const auto inputs = made.model->calculation.inputs();
    bool found = false;
    for (const lca::Input& input : inputs) found = found || input.written == 200;
    CHECK(found);
}

TEST_CASE("by hour the climate change follows the series, the electricity the time") {
    const Compiled made(run("2 h"));
    lca::Assessment assessment{*made.model};
    const auto items = break_down(assessment, lca::BreakdownKey::hour);
    REQUIRE(items.size() == 3);
    CHECK(items[0].name == "2022-03-11 00:00");
    const lca::PointResult result(assessment);
    const auto climate = [&](std::size_t i) { return *result.value(items[i].result).value; };
    const auto energy = [&](std::size_t i) { return *result.value(items[i].result + ".energy").value / kwh; };
    CHECK(climate(0) == doctest::Approx(0.75 * 0.1).epsilon(1e-12));
    CHECK(climate(1) == doctest::Approx(1.5 * 0.3).epsilon(1e-12));
    CHECK(climate(2) == doctest::Approx(0.75 * 0.2).epsilon(1e-12));
    CHECK(energy(0) == doctest::Approx(0.75));
    CHECK(energy(1) == doctest::Approx(1.5));
    CHECK(energy(2) == doctest::Approx(0.75));
}

TEST_CASE("a run behind the end of the series, or in a gap, is a fault that says where") {
    Compiled late(run("4 h"));
    CHECK_FALSE(late.model);
    CHECK(late.message() ==
          "`run` runs from 2022-03-11 00:30 UTC to 2022-03-11 04:30 UTC, but `grid.csv` covers "
          "2022-03-11 00:00 UTC to 2022-03-11 04:00 UTC");
    auto with_gap = series();
    with_gap->gaps = {{midnight + 2 * hour, midnight + 3 * hour, {}}};
    Compiled gap(run("2 h", with_gap));
    CHECK_FALSE(gap.model);
    CHECK(gap.message() ==
          "`run` runs from 2022-03-11 00:30 UTC to 2022-03-11 02:30 UTC, but `grid.csv` has no value from "
          "2022-03-11 02:00 UTC on");
    CHECK(Compiled(run("1.5 h", with_gap)).model);
}

TEST_CASE("a run without a start or a duration is a fault; what draws nothing needs neither") {
    lca::Scenario undated = run("2 h");
    undated.activities[0].start = {};
    CHECK(Compiled(undated).message() == "`run` runs on an hourly series, but its `start` is not given");
    lca::Scenario endless = run("2 h");
    endless.activities[0].duration = {};
    CHECK(Compiled(endless).message() == "`run` runs on an hourly series, but its duration is not given");
    lca::Scenario still = run("2 h");
    still.activities[0].start = {};
    still.activities[0].dynamic = {};
    still.activities[0].dynamic.state = lca::Phase::State::none;
    CHECK(Compiled(still).model);
}
