#include "lca/study/groups.hpp"

#include <doctest/doctest.h>

#include "models/run_text.hpp"

using lca::GroupBy;
using lca::test::run;

namespace {

// A grid of 1 kgCO2e/kWh, PUE 1. A cluster of 2 nodes draws 1 kW idle over a period of 100 h: 100 kg. Two
// jobs take it for 30 h and 50 h: with `owner` they carry 30 and 50 kg, and 20 kg is unallocated. Drawn: 7
// and 11 kWh in lines of one name, and 5 kWh in another; embodied 13 kg stated once, the other job's is left
// open. A third job is in no sum.
constexpr std::string_view body = R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
systems:
  cluster: {site: here, nodes: 2 node, node: [{hardware: box}], lifetime: 5 yr, period: 100 h, idle: {power: 1 kW},
            allocate: owner}
hardware: {box: {kind: server}}
activities:
  first: {stage: training, system: cluster, node_time: 60 node*h, embodied: {value: 13 kgCO2e},
          dynamic: {chips: {energy: 7 kWh}, fans: {energy: 5 kWh}}}
  second: {stage: inference, system: cluster, node_time: 100 node*h, embodied: not_assessed,
           dynamic: {chips: {energy: 11 kWh}}}
  third: {stage: other, site: here, include: false, embodied: none, idle: none, dynamic: {energy: 1000 kWh}}
)";

double kg(const std::vector<lca::Group>& groups, std::string_view name) {
    for (const lca::Group& group : groups) {
        if (group.name == name) return group.values[lca::index_of::climate].value_or(-1);
    }
    return -2;
}

double sum(const std::vector<lca::Group>& groups, std::size_t measure) {
    double total = 0;
    for (const lca::Group& group : groups) total += group.values[measure].value_or(0);
    return total;
}

}  // namespace

TEST_CASE("parts of the total by each key") {
    const auto done = run(body);
    REQUIRE_MESSAGE(done.reading, done.messages);
    const auto activities = lca::groups(*done.reading, GroupBy::activity);
    CHECK(activities.size() == 3);
    CHECK(kg(activities, "first") == doctest::Approx(13 + 30 + 12));
    CHECK(kg(activities, "second") == doctest::Approx(50 + 11));
    CHECK(kg(activities, "unallocated") == doctest::Approx(20));
    const auto stages = lca::groups(*done.reading, GroupBy::stage);
    CHECK(kg(stages, "training") == doctest::Approx(55));
    CHECK(kg(stages, "inference") == doctest::Approx(61));
    CHECK(kg(stages, "unallocated") == doctest::Approx(20));
    const auto phases = lca::groups(*done.reading, GroupBy::phase);
    CHECK(phases.size() == 3);
    CHECK(kg(phases, "embodied") == doctest::Approx(13));
    CHECK(kg(phases, "idle") == doctest::Approx(100));
    CHECK(kg(phases, "dynamic") == doctest::Approx(23));
    const auto lines = lca::groups(*done.reading, GroupBy::line);
    CHECK(kg(lines, "dynamic.chips") == doctest::Approx(18));
    CHECK(kg(lines, "dynamic.fans") == doctest::Approx(5));
    CHECK(kg(lines, "embodied") == doctest::Approx(13));
    CHECK(kg(lines, "idle") == doctest::Approx(80));
    CHECK(kg(lines, "idle.unallocated") == doctest::Approx(20));
}

TEST_CASE("the parts of a shared system over its period add up to the total, by any key") {
    const auto done = run(body);
    REQUIRE_MESSAGE(done.reading, done.messages);
    for (const GroupBy by :
         {GroupBy::activity, GroupBy::stage, GroupBy::phase, GroupBy::line, GroupBy::life_cycle_stage}) {
        const auto parts = lca::groups(*done.reading, by);
        CHECK(sum(parts, lca::index_of::climate) == doctest::Approx(136).epsilon(1e-14));
        CHECK(sum(parts, lca::energy_measure) == doctest::Approx(123 * 3.6e6).epsilon(1e-14));
    }
}

TEST_CASE("a part of which something is not assessed says so") {
    const auto done = run(body);
    REQUIRE_MESSAGE(done.reading, done.messages);
    const auto activities = lca::groups(*done.reading, GroupBy::activity);
    CHECK((activities.at(0).partial & 1U) == 0);
    CHECK((activities.at(1).partial & 1U) == 1);
    CHECK_FALSE(activities.at(0).values[lca::index_of::water].has_value());
    CHECK_THROWS_AS(lca::groups(*done.reading, GroupBy::impact), std::logic_error);
}

TEST_CASE("by life-cycle stage: electricity is the use, and what is not told by stage stands for itself") {
    // A tenth of the lives: the box 8 + 2, the fan 3 of one stage, the rack 5; 100 bought. 17 kWh drawn, and
    // 4 kWh idle, of which nobody carries half.
    const auto done = run(R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
hardware:
  box: {kind: server, lifetime: 10 h, embodied: {manufacturing: 80 kgCO2e, transport: 20 kgCO2e}}
  fan: {kind: other, lifetime: 10 h, embodied: {manufacturing: 30 kgCO2e}}
  rack: {kind: other, lifetime: 10 h, embodied: 50 kgCO2e}
systems:
  cluster: {site: here, nodes: 1 node, node: [{hardware: box}, {hardware: fan}, {hardware: rack}], period: 2 h,
            idle: {power: 2 kW}, allocate: owner}
activities:
  bought: {stage: other, site: here, embodied: {value: 100 kgCO2e}, dynamic: none, idle: none}
  job: {stage: training, system: cluster, node_time: 1 node*h, dynamic: {energy: 17 kWh}}
  apart: {stage: other, system: cluster, node_time: 0 node*h, include: false, dynamic: {energy: 9 kWh}}
)");
    REQUIRE_MESSAGE(done.reading, done.messages);
    const auto stages = lca::groups(*done.reading, GroupBy::life_cycle_stage);
    std::string names;
    for (const lca::Group& group : stages) names += group.name + " ";
    CHECK(names == "manufacturing transport use end_of_life embodied.not_by_stage ");
    CHECK(kg(stages, "manufacturing") == doctest::Approx(8 + 3));
    CHECK(kg(stages, "transport") == doctest::Approx(2));
    CHECK(kg(stages, "use") == doctest::Approx(17 + 4));
    CHECK(kg(stages, "end_of_life") == -1);  // not assessed
    CHECK(kg(stages, "embodied.not_by_stage") == doctest::Approx(105));
    CHECK(sum(stages, lca::index_of::climate) == doctest::Approx(done.kg("total")).epsilon(1e-14));
    CHECK((stages.at(0).partial & 1U) == 0);
    CHECK((stages.at(1).partial & 1U) == 1);  // the fan's
}
