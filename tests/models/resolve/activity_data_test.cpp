// How much an activity does, from whatever the file gives. The cluster: 4 nodes of 2 accelerators.
#include <doctest/doctest.h>

#include "models/compile/run_text.hpp"

using lca::test::run_activity;

namespace {

const std::string dynamic = "    dynamic: {power: 1000 W}\n";

}  // namespace

TEST_CASE("activity data: device time, node time, system time and duration follow from one another") {
    // 80 GPU*h / 2 per node = 40 node*h / 4 nodes = 10 h of the whole system.
    const auto job = run_activity("    device_time: 80 GPU*h\n" + dynamic + R"(
outputs:
  node: =job.node_time
  time: =job.duration
)");
    CHECK(job.model);                                       // a warning of 1000 W is not a fault
    CHECK(job.kwh("job.dynamic") == doctest::Approx(160));  // 80 kWh of IT at PUE 2
    CHECK(job.output("node") == doctest::Approx(40 * 3600.0));
    CHECK(job.output("time") == doctest::Approx(10 * 3600.0));
}

TEST_CASE("activity data: devices and duration") {
    CHECK(run_activity("    devices: 8 GPU\n    duration: 10 h\n" + dynamic).kwh("job.dynamic") ==
          doctest::Approx(160));
}

TEST_CASE("activity data: node time") {
    CHECK(run_activity("    node_time: 40 node*h\n" + dynamic).kwh("job.dynamic") == doctest::Approx(160));
}

TEST_CASE("activity data: a duration alone is that of the whole system") {
    CHECK(run_activity("    duration: 10 h\n" + dynamic).kwh("job.dynamic") == doctest::Approx(160));
}

TEST_CASE("activity data: a duration that is left out is device time over devices") {
    // 80 GPU*h on 4 GPUs take 20 h; idle goes by the system time of 10 h all the same.
    const auto job = run_activity("    device_time: 80 GPU*h\n    devices: 4 GPU\n" + dynamic +
                                  "    idle: {power: 1 kW}\noutputs: {time: =job.duration}\n");
    CHECK(job.output("time") == doctest::Approx(20 * 3600.0));
    CHECK(job.kwh("job.idle") == doctest::Approx(20));
}

TEST_CASE("activity data: work over peak and efficiency") {
    // 2 TFLOP/s at 50 %: 1 TFLOP a second; 3600 x 80 TFLOP take 80 GPU*h. In fp32 twice as long.
    CHECK(run_activity("    work: 288 PFLOP\n    efficiency: 50 %\n" + dynamic).kwh("job.dynamic") ==
          doctest::Approx(160));
    CHECK(run_activity("    work: 288 PFLOP\n    efficiency: 50 %\n    precision: fp32\n" + dynamic)
              .kwh("job.dynamic") == doctest::Approx(320));
    const auto unknown =
        run_activity("    work: 288 PFLOP\n    efficiency: 50 %\n    precision: fp8\n" + dynamic);
    CHECK(unknown.messages.find("no fp8 peak is published for `card`") != std::string::npos);
    CHECK(unknown.messages.find("one of its precisions: bf16, fp32") != std::string::npos);
}

TEST_CASE("activity data: requests from a rate and a duration") {
    const auto job = run_activity(
        "    duration: 10 h\n    request_rate: 100 request/h\n    dynamic: {per_request: 2 "
        "Wh/request}\noutputs: {n: =job.requests}\n");
    CHECK(job.output("n") == doctest::Approx(1000));
    CHECK(job.kwh("job.dynamic") == doctest::Approx(4));
}
