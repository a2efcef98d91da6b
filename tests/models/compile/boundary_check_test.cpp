// What a boundary names and the figures of a scenario do not show is a gap of the total.
#include <doctest/doctest.h>

#include <string>

#include "models/compile/run_text.hpp"
#include "models/results/gap_comparison.hpp"

using lca::test::run;

namespace {

struct Written {
    std::string boundary;
    std::string site = "{grid: {intensity: 1 kgCO2e/kWh}, pue: 1.1}";
    std::string more_hardware = {}, shared = {}, dynamic = "{node_power: 1 kW}", embodied = {};
};

/// A box of one figure and two cards by stage; a network by its kind. One node for 10 h.
auto study(const Written& of) {
    return run("boundary: " + of.boundary + "\nsites: {here: " + of.site + R"(}
hardware:
  card: {kind: accelerator, lifetime: 8760 h, embodied: {manufacturing: 100 kgCO2e, transport: 10 kgCO2e, end_of_life: 1 kgCO2e}}
  box: {kind: server, lifetime: 8760 h, embodied: 300 kgCO2e}
)" + of.more_hardware +
               R"(systems:
  cluster:
    site: here
    nodes: 1 node
    node: [{hardware: card, count: 2}, {hardware: box}]
)" + of.shared +
               R"(activities:
  job:
    stage: training
    system: cluster
    node_time: 10 node*h
    idle: none
    dynamic: )" +
               of.dynamic + "\n" + of.embodied);
}

}  // namespace

TEST_CASE("boundary: what the figures show is inside, and changes no number") {
    const auto job = study({"{stages: [manufacturing, use], includes: [accelerators, host, cooling]}"});
    REQUIRE_MESSAGE(job.result, job.messages);
    CHECK(job.gaps("total") == "");
    // 10 h of 8760 h of two cards of 111 kg and a box of 300 kg; 10 kWh x PUE 1.1
    CHECK(job.kg("total") == doctest::Approx(10.0 / 8760 * (2 * 111 + 300) + 11));
    REQUIRE(job.result->results().boundary);
    CHECK(job.result->results().boundary->provided.size() == 5);
    CHECK(job.result->results().boundary->not_provided.empty());
}

TEST_CASE("boundary: a figure that is not broken down is of manufacturing only") {
    const auto job = study({"{stages: [manufacturing, transport, use, end_of_life]}"});
    REQUIRE_MESSAGE(job.result, job.messages);
    CHECK(job.gaps("total") == "boundary.transport, boundary.end_of_life");
    CHECK(job.gaps("embodied") == "boundary.transport, boundary.end_of_life");
    CHECK(job.gaps("dynamic") == "");
    CHECK(job.gaps("job") == "");  // the boundary is that of the study
}

TEST_CASE(
    "boundary: the default PUE shows no cooling, a stated one does, and so does a figure that includes it") {
    const std::string cooling = "{includes: [cooling]}", plain = "{grid: {intensity: 1 kgCO2e/kWh}}";
    CHECK(study({.boundary = cooling}).gaps("total") == "");
    const auto by_default = study({.boundary = cooling, .site = plain});
    CHECK(by_default.gaps("total") == "boundary.cooling");
    CHECK(by_default.gaps("dynamic") == "boundary.cooling");
    CHECK(by_default.gaps("embodied") == "");
    CHECK(study({.boundary = cooling, .site = plain, .dynamic = "{energy: 10 kWh, includes: [pue]}"})
              .gaps("total") == "");
}

TEST_CASE("boundary: hosts need a figure that shows what they draw") {
    const std::string host = "{includes: [accelerators, host]}";
    for (const char* shows :
         {"{node_power: 1 kW}", "{system_power: 1 kW}", "{device_power: 400 W, host_power: 200 W}",
          "{device_power: 400 W, host: none}", "{energy: 10 kWh, includes: [host]}",
          "{box: {energy: 10 kWh, includes: [host, idle]}}"})
        CHECK_MESSAGE(study({.boundary = host, .dynamic = shows}).gaps("total") == "", shows);
    for (const char* hides : {"{device_power: 400 W}", "{energy: 10 kWh}"})
        CHECK_MESSAGE(study({.boundary = host, .dynamic = hides}).gaps("total") == "boundary.host", hides);
    const auto only_host = study({.boundary = host, .dynamic = "{host: {energy: 1 kWh}}"});
    CHECK(only_host.gaps("total") == "boundary.accelerators");
}

TEST_CASE("boundary: networks, storage and buildings are there by hardware of that kind or of that name") {
    const std::string things = "{includes: [network, storage, building]}";
    CHECK(study({.boundary = things}).gaps("total") ==
          "boundary.network, boundary.storage, boundary.building");
    const Written written{
        .boundary = things,
        .more_hardware =
            "  switch: {kind: network, lifetime: 5 yr, embodied: 50 kgCO2e}\n"
            "  disk: {kind: storage, lifetime: 5 yr}\n"
            "  building: {kind: infrastructure, lifetime: 30 yr, embodied: 900 kgCO2e}\n",
        .shared = "    shared: [{hardware: switch}, {hardware: disk}, {hardware: building}]\n"};
    CHECK(study(written).gaps("total") == "job.embodied.disk, boundary.storage");
}

TEST_CASE("boundary: each measure by itself; embodied figures have no part in electricity") {
    const auto job = study({"{stages: [transport]}"});
    REQUIRE_MESSAGE(job.result, job.messages);
    const lca::Results& results = job.result->results();
    const lca::Result& total = *results.find("total");
    CHECK(results.has_gap(total, lca::index_of::climate));
    CHECK_FALSE(results.has_gap(total, lca::energy_measure));
    CHECK(results.name(results.gaps.back()) == "boundary.transport");
}

TEST_CASE("boundary: results of unlike boundaries have unlike gaps") {
    const auto wide = study({"{stages: [manufacturing, transport]}"});
    const auto narrow = study({"{stages: [manufacturing]}"});
    REQUIRE(wide.result);
    REQUIRE(narrow.result);
    const lca::GapComparison gaps(wide.result->results(), narrow.result->results());
    const lca::GapDifferences unlike = gaps.unlike("total", lca::index_of::climate);
    CHECK(unlike.text("wide", "narrow") == "only wide lacks boundary.transport");
    CHECK_FALSE(gaps.unlike("dynamic", lca::index_of::climate).any());
}
