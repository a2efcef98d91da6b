#include "tests/models/logs/logs.hpp"

#include <doctest/doctest.h>

namespace {

constexpr const char* standard_log =
    "2026-01-05 08:00:00 - carbontracker version 2.4.3\n"
    "2026-01-05 08:00:00 - PUE coefficient of 1.58 assumed.\n"
    "2026-01-05 08:00:10 - Average power usage (W) for gpu: None\n";

std::string output_log(const std::string& second) {
    return "2026-01-05 08:00:00 - CarbonTracker: The following components were found: GPU with device(s) "
           "NVIDIA H200. "
           "CPU with device(s) cpu:0.\n"
           "2026-01-05 08:05:00 - CarbonTracker: \n"
           "Actual consumption for 1 epoch(s):\n\tTime:\t0:05:00\n\tEnergy:\t0.5 kWh\n\tCO2eq:\t50 g\n"
           "Predicted consumption for 9 epoch(s):\n\tTime:\t0:45:00\n\tEnergy:\t4.5 kWh\n"
           "Actual consumption for 9 epoch(s):\n" +
           second;
}

}  // namespace

TEST_CASE("carbontracker: the last actual consumption, once for both logs, its PUE inside") {
    const auto read = read_logs(
        {{"a_carbontracker.log", standard_log},
         {"a_carbontracker_output.log", output_log("\tTime:\t1 day, 0:44:30\n\tEnergy:\t4.25 kWh\n")}});
    CAPTURE(read.messages);
    REQUIRE(read.logs);
    REQUIRE(read.logs->runs.size() == 1);
    const lca::LoggedRun& run = read.logs->runs[0];
    CHECK(read.joules() == doctest::Approx(4.25 * 3.6e6));
    CHECK(run.seconds == 86'400 + 44 * 60 + 30);
    CHECK(run.pue == 1.58);
    CHECK(run.devices[0].name == "NVIDIA H200");
    CHECK(read.notes("row 3", "consumption up to then, included in the last report"));
    CHECK(read.notes("all rows", "whose energy is in the other log"));
}

TEST_CASE("carbontracker: of a run that was killed the last consumption that is whole counts") {
    for (const char* rest : {"\tTime:\t0:44:30\n\tEnergy:\t4.25 k", "\tTime:\t0:44", ""}) {
        const auto read = read_logs({{"a.log", output_log(rest)}});
        CAPTURE(read.messages);
        REQUIRE(read.logs);
        CHECK(read.joules() == doctest::Approx(0.5 * 3.6e6));
        CHECK(read.logs->runs[0].seconds == 300);
        CHECK(read.logs->runs[0].rows == "rows 3 to 5");
    }
    CHECK(read_logs({{"a.log", output_log("\tTime:\t0:44:30\n\tEnergy:\t4.25 k")}})
              .notes("row 12", "cut off while it was written"));
}

TEST_CASE("carbontracker: what cannot be") {
    CHECK(
        read_logs({{"a.log", "12345-01-05 08:00:00 - CarbonTracker: x\n"}})
            .says("a.log:1:1: error: `12345-01-05 08:00:00` is not a date and time: its year has more than"));
    CHECK(
        read_logs({{"a_carbontracker.log", standard_log}}).says("the log contains no `Actual consumption`"));
    CHECK(read_logs({{"a.log", output_log("\tTime:\t0:44:30\n\tEnergy:\t4.25 MWh\n")}})
              .says("the energy is `4.25 MWh`"));
    CHECK(read_logs({{"a.log", output_log("\tTime:\tlong\n\tEnergy:\t4.25 kWh\n")}})
              .says("`long` is not a duration"));
    CHECK(read_logs({{"a.log", output_log("\tTime:\t0:44:30\n\tEnergy:\t-4 kWh\n")}})
              .says("`-4 kWh` is not an energy"));
}
