// BoAmps reports: kWh, calibration as idle, CodeCarbon's stamps and energies.

#include <doctest/doctest.h>
#include <fmt/core.h>

#include "tests/models/logs/logs.hpp"

namespace {

std::string report(std::string_view measures, std::string_view components = "") {
    return fmt::format(
        R"({{"task": {{"taskStage": "finetuning", "taskFamily": "chat", "nbRequest": 40}}, "measures": [{}],
        "infrastructure": {{"infraType": "onPremise", "components": [{}]}}, "environment": {{"country": "germany", "powerSourceCarbonIntensity": 380}}}})",
        measures, components);
}

}  // namespace

TEST_CASE("boamps: a measure with its calibration, and components once") {
    const auto read = read_logs(
        {{"r.json",
          report(
              R"({"measurementMethod": "wattmeter", "powerConsumption": 1.5, "measurementDuration": 7200,
        "measurementDateTime": "2025-02-03 04:05:06", "powerCalibrationMeasurement": 0.05, "durationCalibrationMeasurement": 600})",
              R"({"componentType": "gpu", "componentName": "4 x NVIDIA L4", "nbComponent": 4},
                {"componentType": "cpu", "componentName": "EPYC", "nbComponent": 64})")}});
    CAPTURE(read.messages);
    REQUIRE(read.logs);
    REQUIRE(read.logs->runs.size() == 1);
    const lca::LoggedRun& run = read.logs->runs[0];
    CHECK(read.joules() == doctest::Approx(5.4e6));
    CHECK(run.seconds == 7200);
    CHECK(lca::to_text(run.begin->at) == "2025-02-03T04:05:06Z");
    REQUIRE(run.idle);
    CHECK(run.idle->value == doctest::Approx(0.6));  // 0.05 kWh in 600 s, twelve times as long
    CHECK(run.stage == "fine_tuning");
    CHECK(run.requests == 40);
    REQUIRE(run.devices.size() == 1);
    CHECK(run.devices[0].name == "NVIDIA L4");
    CHECK(run.devices[0].count == 4);
    CHECK_FALSE(run.pue);
}

TEST_CASE("boamps by CodeCarbon: the stamp is the end, and the energy contains a PUE that is not known") {
    const auto read = read_logs(
        {{"r.json",
          report(R"({"measurementMethod": "codecarbon", "powerConsumption": 0.5, "measurementDuration": 60,
        "measurementDateTime": "2025-02-03 04:05:06"})")}});
    REQUIRE(read.logs);
    CHECK(lca::to_text(read.logs->runs[0].begin->at) == "2025-02-03T04:04:06Z");
    CHECK(read.logs->runs[0].pue == 0);
}

TEST_CASE("boamps: measures of one task by several methods are refused") {
    const std::string one =
        R"({"measurementMethod": "a", "powerConsumption": 0.5, "measurementDuration": 60, "measurementDateTime": "2025-02-03 04:05:06"})";
    const std::string other =
        R"({"measurementMethod": "b", "powerConsumption": 0.6, "measurementDuration": 60, "measurementDateTime": "2025-02-03 04:05:08"})";
    CHECK(read_logs({{"r.json", report(one + "," + other)}}).says("the same electricity may be in both"));
    const std::string timeless = R"({"measurementMethod": "b", "powerConsumption": 0.6})";
    CHECK(read_logs({{"r.json", report(one + "," + timeless)}}).says("the same electricity may be in both"));
    const auto largest =
        read_logs({{"r.json", report(one + "," + other)}}, {.overlap = lca::Overlap::largest});
    REQUIRE(largest.logs);
    CHECK(largest.joules() == doctest::Approx(0.6 * 3.6e6));
}

TEST_CASE("boamps: what cannot be") {
    CHECK(read_logs({{"r.json", report("")}}).says("there are no `measures`"));
    CHECK(read_logs({{"r.json", report(R"({"measurementMethod": "a"})")}})
              .says("this measure has no `powerConsumption`"));
    CHECK(read_logs({{"r.json", report(R"({"powerConsumption": "0.5"})")}})
              .says("`powerConsumption` is not a number of 0 or more"));
    CHECK(read_logs({{"r.json", report(R"({"powerConsumption": 1e400})")}})
              .says("a number that is out of range"));
}
