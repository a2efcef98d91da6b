// Warnings where a scenario counts hardware or hours twice.
#include <doctest/doctest.h>

#include "models/compile/run_text.hpp"
#include "tests/lca/base/has.hpp"

using lca::test::has;

namespace {

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

/// Warnings about what a node is made of.
std::string of_node(const std::string& node, const std::string& hardware = "") {
    const auto made = lca::test::run(
        "sites: {here: {grid: {intensity: 100 gCO2e/kWh}}}\n" + hardware +
        "systems: {s: {site: here, nodes: 1 node, lifetime: 5 yr, node: " + node +
        "}}\nactivities: {job: {stage: training, system: s, duration: 1 h, dynamic: {energy: 1 "
        "kWh}, idle: none}}\n");
    CHECK(made.model);
    return made.messages;
}

/// Warnings about the phases of a job on 2 nodes of 4 cards of up to 700 W, beside a host.
std::string of_job(const std::string& job, const std::string& system = "") {
    const auto made = lca::test::run(
        R"(
sites: {here: {grid: {intensity: 100 gCO2e/kWh}}}
hardware: {box: {kind: server}, card: {kind: accelerator, power: {max: 700 W}}}
systems:
  s: {site: here, nodes: 2 node, lifetime: 5 yr, node: [{hardware: box}, {hardware: card, count: 4}])" +
        system + "}\nactivities:\n  job: {stage: training, system: s, embodied: none, " + job + "}\n");
    CHECK(made.model);
    return made.messages;
}

}  // namespace

TEST_CASE("double counting: hardware of a node that another entry contains") {
    const std::string board =
        of_node("[{hardware: hgx-h100-8gpu-baseboard}, {hardware: nvidia-h100-sxm, count: 8}]");
    CHECK(count(board, "warning") == 1);
    CHECK(has(board,
              "`hgx-h100-8gpu-baseboard` (systems.s.node.0) already contains 8 of `nvidia-h100-sxm` "
              "(systems.s.node.1)"));
    const std::string server = of_node("[{hardware: nvidia-h100-sxm, count: 8}, {hardware: dgx-h100}]");
    CHECK(has(server,
              "`dgx-h100` (systems.s.node.1) already contains 8 of `nvidia-h100-sxm` (systems.s.node.0)"));
    // By another name of it; within a part of a part; a processor.
    CHECK(has(of_node("[{hardware: p4d.24xlarge}, {hardware: nvidia-a100-sxm4-40gb, count: 8}]"),
              "`aws-p4d-24xlarge` (systems.s.node.0) already contains 8"));
    CHECK(has(of_node("[{hardware: rack}, {hardware: nvidia-h100-sxm}]",
                      "hardware: {rack: {kind: infrastructure, parts: [{hardware: dgx-h100, count: 4}]}}\n"),
              "already contains 32 of `nvidia-h100-sxm`"));
    CHECK(has(of_node("[{hardware: dgx-h100}, {hardware: intel-xeon-platinum-8480c, count: 2}]"),
              "already contains 2 of `intel-xeon-platinum-8480c`"));
}

TEST_CASE("double counting: hardware that nothing else contains is not a matter") {
    CHECK(of_node("[{hardware: hpe-apollo-6500-gen10-plus}, {hardware: nvidia-a100-sxm4-80gb, count: 8}]") ==
          "");
    CHECK(of_node("[{hardware: dgx-h100}, {hardware: nvidia-a100-sxm4-80gb, count: 8}]") == "");
    CHECK(of_node("[{hardware: nvidia-h100-sxm, count: 4}, {hardware: nvidia-h100-sxm, count: 4}]") == "");
}

TEST_CASE("double counting: idle powers of what dynamic counts over the same time") {
    const std::string devices = of_job("duration: 10 h, dynamic: {power: 612 W}, idle: {device_power: 70 W}");
    CHECK(count(devices, "warning") == 1);
    CHECK(has(devices,
              "idle power of accelerators is counted twice: in `activities.job.idle` (device_power) and in "
              "`activities.job.dynamic`"));
    const std::string nodes = of_job(
        "duration: 10 h, dynamic: {cards: {device_power: 612 W}}, idle: {fans: {system_power: 1 kW}, all: "
        "{node_power: 300 W}}");
    CHECK(count(nodes, "warning") == 1);
    CHECK(has(nodes,
              "idle power of nodes is counted twice: in `activities.job.idle.all` (node_power) and in "
              "`activities.job.dynamic.cards`"));
    // By the unit of `power`; by the catalogue's maximum; with the same duration written out.
    CHECK(has(of_job("duration: 10 h, dynamic: {device_power: 612 W}, idle: {power: 70 W/GPU}"),
              "idle power of accelerators is counted twice"));
    CHECK(has(of_job("duration: 10 h, dynamic: {load: 80 %, host: none}, idle: {device_power: 70 W}"),
              "idle power of accelerators is counted twice"));
    CHECK(
        has(of_job("duration: 10 h, dynamic: {node_power: 3 kW}, idle: {device_power: 70 W, duration: 10 h}"),
            "idle power of accelerators is counted twice"));
    // A system whose idle time is shared out: the period holds the hours of the job.
    CHECK(has(
        of_job("duration: 10 h, dynamic: {device_power: 612 W}", ", period: 1 d, idle: {device_power: 70 W}"),
        "in `systems.s.idle` (device_power)"));
}

TEST_CASE("double counting: what says what it includes, or counts something else, does not warn") {
    const auto quiet = [](const std::string& job) { return of_job(job) == ""; };
    CHECK(quiet("duration: 10 h, dynamic: {power: 612 W}, idle: {power: 600 W}"));
    CHECK(quiet("duration: 10 h, dynamic: {power: 612 W}, idle: {system_power: 600 W}"));
    CHECK(quiet("duration: 10 h, dynamic: {power: 612 W, includes: none}, idle: {device_power: 70 W}"));
    CHECK(quiet("duration: 10 h, dynamic: {power: 612 W, includes: [idle]}, idle: {device_power: 70 W}"));
    CHECK(quiet("duration: 10 h, dynamic: {power: 612 W}, idle: {device_power: 70 W, includes: none}"));
    CHECK(quiet("duration: 10 h, includes: none, dynamic: {power: 612 W}, idle: {device_power: 70 W}"));
    CHECK(
        quiet("duration: 10 h, requests: 5000 request, dynamic: {per_request: 1 Wh/request}, idle: "
              "{device_power: 70 W}"));
    // 5 h of work and 5 h of waiting in a duration of 10 h.
    CHECK(
        quiet("device_time: 40 GPU*h, duration: 10 h, dynamic: {power: 612 W}, idle: {device_power: 70 W, "
              "duration: 5 h}"));
}

TEST_CASE("double counting: the power of accelerators beside a load of the server that they are in") {
    const auto job = [](const std::string& node, const std::string& dynamic) {
        return lca::test::run(
                   "sites: {here: {grid: {intensity: 100 gCO2e/kWh}}}\nsystems: {s: {site: here, nodes: 1 "
                   "node, lifetime: 5 "
                   "yr, node: " +
                   node + "}}\nactivities: {job: {stage: training, system: s, duration: 1 h, dynamic: " +
                   dynamic + "}}\n")
            .messages;
    };
    CHECK(has(job("[{hardware: dgx-h100}]", "{server: {load: 90 %}, cards: {device_power: 600 W}}"),
              "`activities.job.dynamic.cards` is counted twice: the load of the servers in "
              "`activities.job.dynamic.server` contains the power of their accelerators"));
    CHECK(job("[{hardware: dgx-h100}]", "{server: {load: 90 %}, cooling: {system_power: 600 W}}") == "");
    CHECK(job("[{hardware: dgx-h100}, {hardware: nvidia-a100-sxm4-80gb}]",
              "{server: {load: 90 %}, cards: {device_power: 100 W}}") == "");
}

TEST_CASE("double counting: includes: none adds both") {
    const auto job = lca::test::run_activity(
        "    duration: 10 h\n    dynamic: {device_power: 250 W, includes: none}\n    idle: {device_power: 35 "
        "W}\n");
    CHECK(job.messages == "");
    // 8 cards x 10 h x 250 W = 20 kWh, at 2 kg each; 2.8 kWh idle.
    CHECK(job.kg("job.dynamic") == doctest::Approx(40));
    CHECK(job.kg("job.idle") == doctest::Approx(5.6));
    // Said by the line, it wins over the activity.
    const auto own = lca::test::run_activity(
        "    includes: [pue]\n    dynamic: {energy: 10 kWh, includes: none}\n    idle: {energy: 1 kWh}\n");
    CHECK(own.kg("job.dynamic") == doctest::Approx(20));
    CHECK(own.kg("job.idle") == doctest::Approx(1));
}
