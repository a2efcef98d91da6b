// `schedule` of a scenario in a folder of its own: by hand.

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "analyses/schedule/schedule.hpp"
#include "lca/base/file.hpp"
#include "models/catalog/embedded.hpp"
#include "tests/lca/base/folder.hpp"

namespace {

using lca::test::Folder;

constexpr double midnight = 1646956800;  // 2022-03-11 00:00 UTC

/// Hours of 100, 300, 50 and 200 g/kWh, and again.
const std::string grid =
    "utc,i [gCO2e/kWh]\n2022-03-11 00:00,100\n2022-03-11 01:00,300\n2022-03-11 02:00,50\n2022-03-11 "
    "03:00,200\n"
    "2022-03-11 04:00,100\n2022-03-11 05:00,300\n2022-03-11 06:00,50\n2022-03-11 07:00,200\n";

/// 10 kWh of work in an hour; `more` are keys of the activity.
std::string scenario(const std::string& more) {
    return "lca: 1\ntitle: t\nsites: {here: {grid: {series: grid.csv, time: utc, value: i, zone: UTC}, pue: "
           "1}}\n"
           "activities: {run: {stage: training, site: here, start: \"2022-03-11T01:00:00+01:00\", duration: "
           "1 h, "
           "dynamic: {energy: 10 kWh}" +
           more + "}}\n";
}

lca::ScheduleOptions by(const char* deadline) {
    lca::ScheduleOptions options;
    options.deadline = deadline;
    options.sampling.samples = 20'000;
    return options;
}

struct MadeSchedule {
    Folder folder;
    lca::Session session{lca::embedded_catalogue()};
    std::optional<lca::Schedule> found;

    MadeSchedule(const std::string& text, lca::ScheduleOptions options) {
        lca::write_file(folder / "grid.csv", grid);
        lca::write_file(folder / "a.yaml", text);
        lca::ScenarioSource source;
        source.path = folder / "a.yaml";
        found = schedule(session, source, options);
    }
};

}  // namespace

TEST_CASE("the best hour within the deadline, in clocks of the start") {
    const MadeSchedule schedule(scenario(", idle: none, embodied: none"), by("4 h"));
    REQUIRE(schedule.found);
    const lca::Schedule& found = *schedule.found;
    CHECK(found.now.start == midnight);
    CHECK(found.now.emissions == doctest::Approx(1.0));  // 10 kWh × 100 g
    CHECK(found.best.start == midnight + 2 * 3600);
    CHECK(found.best.emissions == doctest::Approx(0.5));
    CHECK(found.worst.start == midnight + 3600);
    CHECK(found.worst.emissions == doctest::Approx(3.0));
    CHECK(found.saving == doctest::Approx(0.5));
    CHECK(found.known_to_deadline);
    CHECK(clock_text(found, found.best.start) == "2022-03-11T03:00:00");
    const auto json = nlohmann::json::parse(json_of(found));
    CHECK(json["best"]["start"] == "2022-03-11T02:00:00Z");
    CHECK(json["saved_share"].get<double>() == doctest::Approx(0.5));
}

TEST_CASE("waiting is charged the idle power of the file, unless others use the hardware") {
    // 1 kW idle beside the job: 0.1 kg in its own hour; waiting two hours takes 0.1 + 0.3 kg.
    const std::string text = scenario(", idle: {system_power: 1 kW}, embodied: none");
    const MadeSchedule schedule(text, by("4 h"));
    REQUIRE(schedule.found);
    CHECK(schedule.found->now.emissions == doctest::Approx(1.1));
    CHECK(schedule.found->best.start == midnight + 2 * 3600);
    CHECK(schedule.found->best.waiting == doctest::Approx(0.4));
    CHECK(schedule.found->best.emissions == doctest::Approx(0.55 + 0.4));
    lca::ScheduleOptions options = by("4 h");
    options.released = true;
    const MadeSchedule released(text, options);
    CHECK(released.found->best.emissions == doctest::Approx(0.55));
    REQUIRE(released.found->remarks.size() == 2);
    CHECK(released.found->remarks[1].starts_with(
        "The effect of a change is computed with an average intensity"));
}

TEST_CASE("an uncertain energy does not change the share that is saved; an uncertain idle power does") {
    const std::string energy =
        "{value: 10 kWh, uncertainty: {distribution: uniform, low: 5 kWh, high: 15 kWh}}";
    std::string text = scenario(", idle: none, embodied: none");
    text.replace(text.find("10 kWh"), 6, energy);
    const MadeSchedule schedule(text, by("4 h"));
    REQUIRE(schedule.found);
    REQUIRE(schedule.found->saved_share);
    CHECK(schedule.found->saved_share->mean == doctest::Approx(0.5).epsilon(1e-12));
    CHECK_FALSE(schedule.found->saved_share->varies());
    const MadeSchedule idle(
        scenario(", idle: {system_power: {value: 1 kW, uncertainty: {distribution: uniform, "
                 "low: 0.5 kW, high: 1.5 kW}}}"
                 ", embodied: none"),
        by("4 h"));
    REQUIRE(idle.found->saved_share);
    CHECK(idle.found->saved_share->varies());
    // At 0.5 kW: 1.05 now, 0.525 + 0.2 then: 31.0 %; at 1.5 kW: 1.15 now, 0.575 + 0.6 then: -2.2 %.
    CHECK(idle.found->saved_share->minimum > -0.0225);
    CHECK(idle.found->saved_share->maximum < 0.3100);
}

TEST_CASE("what cannot be scheduled") {
    CHECK_THROWS_WITH(MadeSchedule(scenario(", idle: none, embodied: none"), by("30 min")),
                      "`run` lasts longer than the deadline of 30 min");
    lca::ScheduleOptions misspelt = by("4 h");
    misspelt.activity = "rum";
    CHECK_THROWS_WITH(MadeSchedule(scenario(", idle: none, embodied: none"), misspelt),
                      "there is no activity `rum`; did you mean `run`?");
    CHECK_THROWS_WITH(MadeSchedule(scenario(", idle: none, embodied: none"), by("4 kWh")),
                      "--deadline `4 kWh` is energy\nexpected a time, such as 48 h");
    std::string longer = scenario(", idle: none, embodied: none");
    longer.replace(longer.find("1 h,"), 3, "9 h");
    CHECK_FALSE(MadeSchedule(longer, by("48 h")).found);
    const MadeSchedule beyond(scenario(", idle: none, embodied: none"), by("48 h"));
    CHECK_FALSE(beyond.found->known_to_deadline);
    CHECK(beyond.found->latest == midnight + 7 * 3600);
}
