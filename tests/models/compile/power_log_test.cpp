// Measured power joined to the hours of a grid, and loads that change: results by hand.

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "models/results/power_log.hpp"
#include "models/series/load_shape.hpp"
#include "tests/models/compile/first_hours.hpp"

namespace {

std::shared_ptr<const lca::TimeSeries> hourly(std::vector<double> values) {
    std::vector<double> times;
    for (std::size_t i = 0; i <= values.size(); ++i)
        times.push_back(midnight + static_cast<double>(i) * hour);
    return std::make_shared<const lca::TimeSeries>(std::move(times), std::move(values));
}

/// 100, 300, 200 and 200 g/kWh.
lca::Site site_with_hours() {
    auto series = std::make_shared<lca::GridSeries>();
    series->file = "grid.csv";
    series->unit = "gCO2e/kWh";
    series->unit_factor = 1e-3 / kwh;
    series->written = 200;
    series->step = hour;
    series->read_until = midnight + 4 * hour;
    series->relative = hourly({0.5, 1.5, 1, 1});
    lca::Site site;
    site.id = "here";
    site.grid.emplace();
    site.grid->kind = lca::GridChoice::Kind::series;
    site.grid->intensity = "200 gCO2e/kWh";
    site.grid->series = std::move(series);
    site.pue = "1.5";
    return site;
}

lca::Scenario scenario_of(lca::Line line, const char* start = nullptr, const char* duration = nullptr) {
    lca::Scenario scenario;
    scenario.title = "measured";
    scenario.sites = {site_with_hours()};
    lca::Activity activity;
    activity.id = "run";
    activity.site = 0;
    if (start) activity.start.text = start;
    if (duration) activity.duration = duration;
    activity.dynamic = {lca::Phase::State::stated, {std::move(line)}};
    activity.embodied.state = lca::Phase::State::none;
    scenario.activities = {activity};
    return scenario;
}

/// 3 kWh in the first hour, 1 kWh in the second; with a baseline of 0.5 kW.
lca::Line measured(bool baseline) {
    lca::PowerLog log;
    log.file = "power.csv";
    log.begin = midnight;
    log.end = midnight + 2 * hour;
    log.is_instant = true;
    log.devices = 1;
    log.covered = 2 * hour;
    log.joules = 4 * kwh;
    log.dynamic = baseline ? hourly({2500, 500}) : hourly({3000, 1000});
    if (baseline) log.idle = hourly({500, 500});
    lca::Line line;
    line.energy = "4 kWh";
    if (baseline) line.log_idle = "1 kWh";
    line.log = std::make_shared<const lca::PowerLog>(std::move(log));
    return line;
}

struct Compiled {
    lca::Session session{lca::embedded_catalogue()};
    std::shared_ptr<const lca::Model> model;

    explicit Compiled(const lca::Scenario& scenario) : model(session.compile_scenario(scenario, "test")) {}
};

}  // namespace

TEST_CASE("a log counts its own hours, weighted by what it drew in them") {
    const Compiled made(scenario_of(measured(false)));
    CAPTURE(made.session.messages());
    REQUIRE(made.model);
    const lca::PointResult result(*made.model);
    // (3 kWh × 100 g + 1 kWh × 300 g) × 1.5
    CHECK(*result.value("run.dynamic").value == doctest::Approx(0.9).epsilon(1e-13));
    CHECK(*result.value("run.dynamic.energy").value == doctest::Approx(6 * kwh));
    const auto hours = summarize_hours(result);
    REQUIRE(hours.size() == 1);
    CHECK(hours[0].weighted * kwh == doctest::Approx(0.15));
    CHECK(hours[0].plain * kwh == doctest::Approx(0.2));
    REQUIRE(hours[0].log);
    CHECK(hours[0].log->coverage() == 1);
}

TEST_CASE("a baseline is idle, the rest dynamic: both at the hours of the log, and together the whole") {
    const Compiled made(scenario_of(measured(true)));
    CAPTURE(made.session.messages());
    REQUIRE(made.model);
    const lca::PointResult result(*made.model);
    // idle: 0.5 kWh × (100 + 300) g × 1.5; dynamic: (2.5 × 100 + 0.5 × 300) g × 1.5.
    CHECK(*result.value("run.idle").value == doctest::Approx(0.3).epsilon(1e-13));
    CHECK(*result.value("run.dynamic").value == doctest::Approx(0.6).epsilon(1e-13));
    CHECK(*result.value("run.energy").value == doctest::Approx(6 * kwh));
}

TEST_CASE("by hour a log shows what was drawn in each") {
    const Compiled made(scenario_of(measured(false)));
    REQUIRE(made.model);
    lca::Assessment assessment{*made.model};
    const auto items = break_down(assessment, lca::BreakdownKey::hour);
    REQUIRE(items.size() == 2);
    const lca::PointResult result(assessment);
    CHECK(items[0].name == "2022-03-11 00:00");
    CHECK(*result.value(items[0].result).value == doctest::Approx(0.45));
    CHECK(*result.value(items[1].result).value == doctest::Approx(0.45));
    CHECK(*result.value(items[0].result + ".energy").value == doctest::Approx(4.5 * kwh));
    CHECK(*result.value(items[1].result + ".energy").value == doctest::Approx(1.5 * kwh));
}

TEST_CASE(
    "by hour an entry of a log and an even one beside it keep their own hours on a grid of one intensity") {
    lca::Scenario scenario = scenario_of(measured(false), "2022-03-11T00:00:00Z", "4 h");
    scenario.sites[0].grid->kind = lca::GridChoice::Kind::intensity;
    scenario.sites[0].grid->series = nullptr;
    lca::Phase& dynamic = scenario.activities[0].dynamic;
    dynamic.lines[0].name = "boards";
    lca::Line fans;
    fans.name = "fans";
    fans.energy = "4 kWh";
    dynamic.lines.push_back(fans);
    const Compiled made(std::move(scenario));
    REQUIRE(made.model);
    lca::Assessment assessment{*made.model};
    const auto items = break_down(assessment, lca::BreakdownKey::hour);
    REQUIRE(items.size() == 4);
    const lca::PointResult result(assessment);
    // 3, 1, 0 and 0 kWh of the boards, 1 kWh of the fans in each hour; × 1.5.
    const double expected[] = {6, 3, 1.5, 1.5};
    for (std::size_t i = 0; i < 4; ++i)
        CHECK(*result.value(items[i].result + ".energy").value == doctest::Approx(expected[i] * kwh));
}

TEST_CASE("a load of each hour of the day weighs a stated energy, in the local time of the start") {
    lca::LoadShape shape;
    shape.daily.assign(24, 1);
    shape.daily[2] = 3;  // 02:00 at +01:00: the second hour of UTC
    lca::Line line;
    line.energy = "4 kWh";
    line.load_shape = std::make_shared<const lca::LoadShape>(shape);
    const Compiled made(scenario_of(line, "2022-03-11T01:00:00+01:00", "2 h"));
    CAPTURE(made.session.messages());
    REQUIRE(made.model);
    const lca::PointResult result(*made.model);
    // (1 kWh × 100 g + 3 kWh × 300 g) × 1.5
    CHECK(*result.value("run.dynamic").value == doctest::Approx(1.5).epsilon(1e-13));
}

/// Loads of the first four hours by UTC.
lca::Line loaded(std::vector<double> shares) {
    lca::LoadShape shape;
    shape.series = hourly(std::move(shares));
    shape.file = "load.csv";
    lca::Line line;
    line.load_shape = std::make_shared<const lca::LoadShape>(shape);
    return line;
}

TEST_CASE("a load from a file weighs a stated energy by the hours of the grid") {
    lca::Line line = loaded({10, 20, 30, 0});
    line.energy = "6 kWh";
    const Compiled made(scenario_of(line, "2022-03-11T00:00:00Z", "3 h"));
    CAPTURE(made.session.messages());
    REQUIRE(made.model);
    const lca::PointResult result(*made.model);
    // (1 kWh × 100 g + 2 kWh × 300 g + 3 kWh × 200 g) × 1.5
    CHECK(*result.value("run.dynamic").value == doctest::Approx(1.95).epsilon(1e-13));
    CHECK(*result.value("run.dynamic.energy").value == doctest::Approx(9 * kwh));
}

TEST_CASE("a load from a file must reach as far as what it loads") {
    lca::Line line = loaded({1, 1, 1, 1});
    line.energy = "6 kWh";
    const Compiled made(scenario_of(line, "2022-03-11T01:30:00Z", "3 h"));
    CHECK(made.session.messages().find("`run` runs from 2022-03-11 01:30 UTC to 2022-03-11 04:30 UTC, but "
                                       "`load.csv` covers 2022-03-11 00:00 UTC to 2022-03-11 04:00 UTC") !=
          std::string::npos);
}
