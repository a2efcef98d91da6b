// CodeCarbon's emissions.csv in its three generations; all figures made up for the test.

#include <doctest/doctest.h>

#include "tests/models/logs/logs.hpp"

namespace {

const std::string head =
    "timestamp,project_name,run_id,duration,emissions,cpu_energy,gpu_energy,ram_energy,energy_consumed,"
    "country_iso_code,cpu_model,gpu_count,gpu_model,tracking_mode,pue\n";

}  // namespace

TEST_CASE("codecarbon: rows of a run are cumulative, and the last one counts") {
    const auto read = read_logs(
        {{"emissions.csv",
          head +
              "2025-03-01T10:00:20,p,a1,20.0,0.001,0.010,0.030,0.002,0.042,FRA,Xeon,2,2 x V100,machine,1.0\n"
              "2025-03-01T10:00:40,p,a1,40.0,0.002,0.020,0.060,0.004,0.084,FRA,Xeon,2,2 x V100,machine,1.0\n"
              "2025-03-01T11:00:00,p,b2,10.5,0.001,0.005,0.015,0.001,0.021,FRA,Xeon,2,2 x "
              "V100,machine,1.2\n"}});
    CAPTURE(read.messages);
    REQUIRE(read.logs);
    REQUIRE(read.logs->runs.size() == 2);
    // 0.084 + 0.021 kWh; a sum over the rows would be 0.147.
    CHECK(read.joules() == doctest::Approx(0.105 * 3.6e6).epsilon(1e-12));
    CHECK(read.notes("row 2", "only the last counts (row 3)"));
    const lca::LoggedRun& a = read.logs->runs[0];
    CHECK(a.rows == "row 3");
    CHECK(a.seconds == 40.0);
    CHECK(lca::to_text(a.begin->at) == "2025-03-01T10:00:00Z");  // by its clock: stamp - duration
    CHECK_FALSE(a.begin->is_instant);
    CHECK(a.pue == 1.0);
    CHECK(a.includes_idle);
    REQUIRE(a.devices.size() == 1);
    CHECK(a.devices[0].name == "V100");
    CHECK(a.devices[0].count == 2);
    CHECK(a.country == "FRA");
    CHECK(read.logs->runs[1].pue == 1.2);
    CHECK(lca::to_text(read.logs->runs[1].begin->at) == "2025-03-01T10:59:49.5Z");
}

TEST_CASE("codecarbon: rows without an id that share a start are one run") {
    // Rows 2 and 3 start at 09:59:50 and 09:59:49.5; row 4 starts an hour later; row 5 has no energy.
    const auto read = read_logs({{"e.csv", head + "2025-03-01T10:00:00,p,,10,0,0,0,0,0.010,,,,,,\n"
                                                  "2025-03-01T10:00:20,p,,30.5,0,0,0,0,0.030,,,,,,\n"
                                                  "2025-03-01T11:00:20,p,,20,0,0,0,0,0.005,,,,,,\n"
                                                  "2025-03-01T12:00:20,p,,20,0,,,,,,,,,,\n"}});
    REQUIRE(read.logs);
    REQUIRE(read.logs->runs.size() == 2);
    CHECK(read.joules() == doctest::Approx(0.035 * 3.6e6).epsilon(1e-12));
    CHECK(read.notes("row 2", "the run of row 3"));
    CHECK(read.notes("row 5", "no energy_consumed"));
    CHECK_FALSE(read.logs->runs[0].pue);
    // The parts are all 0: they do not add up to the total, which counts.
    REQUIRE(read.logs->runs[0].energies.size() == 1);
    CHECK(read.logs->runs[0].energies[0].line.empty());
}

TEST_CASE("codecarbon 1.x: no ids, no parts, no PUE; columns in any order") {
    const auto read =
        read_logs({{"old.csv",
                    "country_iso_code,duration,emissions,energy_consumed,project_name,timestamp\n"
                    "DEU,3600,0.4,1.25,x,2021-06-01T12:00:00\n"}});
    REQUIRE(read.logs);
    REQUIRE(read.logs->runs.size() == 1);
    CHECK(read.joules() == doctest::Approx(1.25 * 3.6e6));
    CHECK_FALSE(read.logs->runs[0].pue);
    CHECK(read.logs->runs[0].devices.empty());
}

TEST_CASE("codecarbon: a row of another width is refused by its number") {
    const auto read = read_logs(
        {{"e.csv", head + "2025-03-01T10:00:20,p,a1,20.0,0.001,0.04\n2025-03-01T10:00:40,p,a1,1\n"}});
    CHECK_FALSE(read.logs);
    CHECK(read.says("e.csv:2: error: a row of 6 cells under 15 headings"));
}

TEST_CASE("codecarbon: a file that was cut is read up to there") {
    const auto read = read_logs(
        {{"e.csv", head +
                       "2025-03-01T10:00:20,p,a1,20.0,0.001,0.010,0.030,0.002,0.042,FRA,Xeon,,,machine,1.0\n"
                       "2025-03-01T10:00:40,p,a1,40.0,0.0"}});
    REQUIRE(read.logs);
    CHECK(read.joules() == doctest::Approx(0.042 * 3.6e6));
    CHECK(read.says(
        "e.csv:3:1: warning: the file is cut off in the middle of a line: 5 cells under 15 headings"));
}

TEST_CASE("codecarbon: what cannot be") {
    const auto fault_of = [](const std::string& row) { return read_logs({{"e.csv", head + row}}).messages; };
    const auto has = [](const std::string& messages, std::string_view part) {
        return messages.find(part) != std::string::npos;
    };
    CHECK(has(fault_of("2025-03-01T10:00:20,p,a1,-1,0,0,0,0,1,,,,,,\n"),
              "column `duration`: a negative figure"));
    CHECK(has(fault_of("2025-03-01T10:00:20,p,a1,5,0,0,0,0,1e400,,,,,,\n"),
              "e.csv:2:36: error: column `energy_consumed`"));
    CHECK(
        has(fault_of("12345-03-01T10:00:20,p,a1,5,0,0,0,0,1,,,,,,\n"), "its year has more than four digits"));
    CHECK(has(fault_of("2025-03-01T10:00:20,p,a1,5,0,0,0,0,1,,,,,,0.5\n"), "a PUE below 1"));
    CHECK(
        has(fault_of(
                "2025-03-01T10:00:20,p,a1,20,0,0,0,0,2,,,,,,\n2025-03-01T10:00:40,p,a1,40,0,0,0,0,1,,,,,,\n"),
            "less than in row 2 of the same run"));
    CHECK(has(fault_of("2025-03-01T10:00:20,p,a1,20,0,0,0,0,,,,,,,\n"), "no row has an energy_consumed"));
}

TEST_CASE("codecarbon: ranks that each counted the whole machine are refused by name") {
    const auto rank = [&](const std::string& id, const std::string& stamp, const std::string& energy) {
        return head + stamp + ",p," + id + ",60,0.001,0.010,0.030,0.002," + energy +
               ",FRA,Xeon,2,2 x V100,machine,1.0\n";
    };
    const std::vector<std::pair<std::string, std::string>> files = {
        {"rank0.csv", rank("r0", "2025-03-01T10:01:00", "0.042")},
        {"rank1.csv", rank("r1", "2025-03-01T10:01:01", "0.050")}};
    const auto rejected = read_logs(files);
    CHECK_FALSE(rejected.logs);
    CHECK(
        rejected.says("the same electricity may be in both: p, run r0 (rank0.csv, row 2) and p, run r1 "
                      "(rank1.csv, row 2)"));
    CHECK(rejected.says("--overlap first"));
    const auto first = read_logs(files, {.overlap = lca::Overlap::first});
    REQUIRE(first.logs);
    CHECK(first.joules() == doctest::Approx(0.042 * 3.6e6));
    CHECK(first.notes("row 2", "overlaps p, run r0"));
    const auto largest = read_logs(files, {.overlap = lca::Overlap::largest});
    REQUIRE(largest.logs);
    CHECK(largest.joules() == doctest::Approx(0.050 * 3.6e6));
    // One after the other, a second apart: stamps are whole seconds.
    const auto apart = read_logs({{"a.csv", rank("r0", "2025-03-01T10:01:00", "0.042")},
                                  {"b.csv", rank("r1", "2025-03-01T10:01:59", "0.050")}});
    CHECK(apart.logs);
}

TEST_CASE("codecarbon: the hour that a clock change repeats is named") {
    const auto zone = lca::find_zone("Europe/Paris");
    if (!std::holds_alternative<lca::ZoneFile>(zone)) return;  // a machine without tzdata
    const lca::TimeZone paris = std::get<lca::ZoneFile>(zone).zone;
    const auto at = [&](const std::string& stamp) {
        return read_logs({{"e.csv", head + stamp + ",p,a1,60,0,0,0,0,1,,,,,,\n"}}, {.zone = &paris});
    };
    CHECK(at("2024-10-27T02:30:00")
              .says("is ambiguous: it occurs twice when clocks go back in the zone `Europe/Paris`"));
    CHECK(at("2024-03-31T02:30:00").says("does not exist: it is skipped when clocks go forward"));
    const auto summer = at("2024-07-01T12:01:00");
    REQUIRE(summer.logs);
    CHECK(lca::to_text(summer.logs->runs[0].begin->at) == "2024-07-01T10:00:00Z");
}
