// A system over its period: what is embodied in it is carried in whole, idle time included.
#include <doctest/doctest.h>

#include "models/compile/run_text.hpp"

using lca::test::run;
using lca::test::Run;

namespace {

/// Eight cards of 150 kg for 5 yr: 1200 kg, of which 240 kg fall on a period of 1 yr. 4380 h of 8760 h are
/// taken: `first` 2190 h, `second` 2190 h, with 100 and 300 requests and durations of 2190 h and 4380 h.
Run cards(const std::string& system, const std::string& first = "", const std::string& second = "") {
    return run(R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
hardware: {card: {kind: accelerator, embodied: 150 kgCO2e}}
systems:
  cluster: {site: here, nodes: 1 node, node: [{hardware: card, count: 8}], lifetime: 5 yr, )" +
               system + R"(}
activities:
  first: {stage: training, system: cluster, devices: 8 GPU, duration: 2190 h, requests: 100 request, dynamic: none, idle: none)" +
               first + R"(}
  second: {stage: inference, system: cluster, devices: 4 GPU, duration: 4380 h, requests: 300 request, dynamic: none, idle: none)" +
               second + "}\n");
}

}  // namespace

TEST_CASE("period: the whole appears under every rule, and each carries its share of it") {
    const auto use = cards("period: 1 yr");
    CHECK(use.messages == "");
    CHECK(use.kg("embodied") == doctest::Approx(240));
    CHECK(use.kg("first.embodied.card") == doctest::Approx(120));
    const auto time = cards("period: 1 yr, allocate: time");
    CHECK(time.kg("embodied") == doctest::Approx(240));
    CHECK(time.kg("first.embodied") == doctest::Approx(80));  // 2190 of 6570 h
    const auto requests = cards("period: 1 yr, allocate: requests");
    CHECK(requests.kg("embodied") == doctest::Approx(240));
    CHECK(requests.kg("second.embodied") == doctest::Approx(180));  // 300 of 400
    const auto owner = cards("period: 1 yr, allocate: owner, idle: {energy: 4 kWh}");
    CHECK(owner.messages.find("states idle, and so does its system") != std::string::npos);
}

TEST_CASE("period: what nobody carries is unallocated, by phase and hardware, and counts in the sums") {
    const auto owner = run(R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
hardware:
  card: {kind: accelerator, embodied: {manufacturing: 140 kgCO2e, transport: 10 kgCO2e}}
  switch: {kind: network, lifetime: 10 yr, embodied: 100 kgCO2e}
systems:
  cluster: {site: here, nodes: 2 node, node: [{hardware: card, count: 4}], shared: [{hardware: switch, lifetime: 10 yr}],
            lifetime: 5 yr, period: 1 yr, idle: {energy: 40 kWh}, allocate: owner}
activities:
  half: {stage: training, system: cluster, device_time: 35040 GPU*h, dynamic: {energy: 7 kWh}}
)");
    CHECK(owner.messages == "");
    // 240 kg of cards and 10 kg of the switch in a year, and 40 kWh; half of the year is taken.
    CHECK(owner.kg("half.embodied.card") == doctest::Approx(120));
    CHECK(owner.kg("half.embodied.switch") == doctest::Approx(5));
    CHECK(owner.kg("half.idle") == doctest::Approx(20));
    CHECK(owner.kg("unallocated") == doctest::Approx(145));
    CHECK(owner.kg("unallocated.idle") == doctest::Approx(20));
    CHECK(owner.kwh("unallocated.idle") == doctest::Approx(20));
    CHECK(owner.kg("unallocated.embodied") == doctest::Approx(125));
    CHECK(owner.kwh("unallocated.embodied") == 0);
    CHECK(owner.kg("unallocated.embodied.card") == doctest::Approx(120));
    CHECK(owner.kg("unallocated.embodied.card.manufacturing") == doctest::Approx(112));
    CHECK(owner.kg("unallocated.embodied.card.transport") == doctest::Approx(8));
    CHECK(owner.kg("unallocated.embodied.switch") == doctest::Approx(5));
    CHECK(owner.kg("embodied") == doctest::Approx(250));
    CHECK(owner.kg("idle") == doctest::Approx(40));
    CHECK(owner.kg("total") == doctest::Approx(297));
    CHECK(owner.kg("stage.training") == doctest::Approx(152));
    CHECK(owner.gaps("unallocated") == "unallocated.embodied.card.end_of_life");
}

TEST_CASE(
    "period: without idle at the system, the activities state their own and what is left over is open") {
    const auto own = cards("period: 1 yr, allocate: owner");
    CHECK(own.messages == "");
    CHECK(own.kg("first.embodied") == doctest::Approx(60));
    CHECK(own.kg("unallocated.embodied") == doctest::Approx(120));
    CHECK_FALSE(own.assessed("unallocated.idle"));
    CHECK(own.gaps("total") == "unallocated.idle");
    CHECK(own.kg("total") == doctest::Approx(240));
    const auto filled = cards("period: 4380 h, allocate: owner");  // nothing is left over
    CHECK(filled.kg("total") == doctest::Approx(120));
    CHECK(filled.kg("unallocated.embodied") == 0);
    CHECK(filled.gaps("total") == "");
}

TEST_CASE("period: a rental carries the calendar time of what it rents") {
    // 4 nodes of 1000 kg for 5 yr: in 3 yr 2400 kg, though 60 % of the time are used; without the period
    // 1440.
    const auto rental = [](const std::string& period) {
        return run(R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
hardware: {box: {kind: server, embodied: 1000 kgCO2e}}
systems: {rent: {site: here, nodes: 4 node, node: [{hardware: box}], lifetime: 5 yr)" +
                   period + R"(}}
activities:
  run: {stage: training, system: rent, node_time: 63072 node*h, embodied: {allocation: calendar}, dynamic: none, idle: none}
)");
    };
    CHECK(rental("").kg("embodied") == doctest::Approx(1440));
    CHECK(rental(", period: 3 yr").kg("embodied") == doctest::Approx(2400));
}

TEST_CASE(
    "period: utilisation does not enter, so that used time and calendar agree, and the result says so") {
    const auto plain = cards("period: 1 yr");
    CHECK(plain.model->results.remarks.empty());
    const auto half = cards("period: 1 yr, utilisation: 50 %", ", embodied: {allocation: calendar}");
    CHECK(half.messages == "");
    CHECK(half.kg("first.embodied") == doctest::Approx(120));
    CHECK(half.kg("second.embodied") == doctest::Approx(120));
    REQUIRE(half.model->results.remarks.size() == 1);
    CHECK(half.model->results.remarks[0].find("`utilisation` of `cluster` is ignored") != std::string::npos);
    for (const lca::Input& input : plain.model->calculation.inputs())
        CHECK(input.path != "systems.cluster.utilisation");  // no default that enters nothing
    CHECK(
        cards("period: 1 yr", ", embodied: {allocation: full}").messages.find("the whole embodied impact") !=
        std::string::npos);
    CHECK(
        cards("nodes: 1 node", ", embodied: {allocation: full}").messages.find("the whole embodied impact") ==
        std::string::npos);
}

TEST_CASE("period: what an activity states replaces its share, which is listed and in no sum") {
    struct Case {
        const char *embodied, *allocate;
        double own, total;  // of `first`; -1: not assessed
    };
    // The share of `first` is 120 kg by use and 60 kg with `owner`, where 120 kg are unallocated.
    for (const Case& one : {Case{"{value: 7 kgCO2e}", "use", 7, 127}, Case{"none", "use", 0, 120},
                            Case{"{allocation: none}", "use", 0, 120}, Case{"not_assessed", "use", -1, 120},
                            Case{"{rate: 0.001 kgCO2e/(GPU*h)}", "use", 17.52, 137.52},
                            Case{"{value: 7 kgCO2e}", "owner", 7, 187}}) {
        CAPTURE(one.embodied);
        const auto done = cards(std::string("period: 1 yr, allocate: ") + one.allocate,
                                std::string(", embodied: ") + one.embodied);
        CHECK(done.messages == "");
        CHECK(done.assessed("first.embodied") == (one.own >= 0));
        if (one.own >= 0) CHECK(done.kg("first.embodied") == doctest::Approx(one.own));
        CHECK(done.kg("embodied") == doctest::Approx(one.total));
        const std::vector<lca::ReplacedShare>& replaced = done.model->results.replaced;
        REQUIRE(replaced.size() == 1);
        CHECK(replaced[0].activity == 0);
        CHECK(replaced[0].system == "cluster");
        const double share = std::string_view(one.allocate) == "use" ? 120 : 60;
        CHECK(*done.result->value(replaced[0].steps[0]) == doctest::Approx(share));
    }
    CHECK(cards("period: 1 yr").model->results.replaced.empty());
}

TEST_CASE("period: a part without a figure is a gap of what nobody carries, too") {
    const auto done = run(R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
hardware: {card: {kind: accelerator, embodied: 150 kgCO2e}, box: {kind: server}}
systems:
  cluster: {site: here, nodes: 1 node, node: [{hardware: card, count: 8}, {hardware: box}], lifetime: 5 yr, period: 1 yr,
            idle: {energy: 4 kWh}, allocate: owner}
activities:
  half: {stage: training, system: cluster, device_time: 35040 GPU*h, dynamic: none}
)");
    CHECK(done.gaps("total") == "unallocated.embodied.box, half.embodied.box");
    CHECK(done.gaps("unallocated.embodied") == "unallocated.embodied.box");
    CHECK(done.kg("total") == doctest::Approx(244));
}

TEST_CASE("period: a system that no activity uses is its owner's, or is said to be nobody's") {
    const auto with = [](const std::string& allocate) {
        return run(R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
hardware: {card: {kind: accelerator, embodied: 150 kgCO2e}}
systems:
  cluster: {site: here, nodes: 1 node, node: [{hardware: card, count: 8}], lifetime: 5 yr, period: 1 yr, idle: {energy: 4 kWh}, allocate: )" +
                   allocate + R"(}
activities:
  apart: {stage: other, site: here, embodied: none, idle: none, dynamic: {energy: 1 kWh}}
)");
    };
    CHECK(with("owner").messages == "");
    CHECK(with("owner").kg("unallocated") == doctest::Approx(244));
    CHECK(with("use").messages.find("no activity uses `cluster`") != std::string::npos);
    CHECK(with("use").kg("total") == doctest::Approx(1));
}

TEST_CASE("period: several systems leave one line for a hardware that they have in common") {
    const auto done = run(R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
hardware: {card: {kind: accelerator, embodied: 150 kgCO2e}}
systems:
  one: {site: here, nodes: 1 node, node: [{hardware: card, count: 8}], lifetime: 5 yr, period: 1 yr, idle: {energy: 4 kWh}, allocate: owner}
  two: {site: here, nodes: 2 node, node: [{hardware: card, count: 8}], lifetime: 5 yr, period: 1 yr, idle: {energy: 6 kWh}, allocate: owner}
activities:
  half: {stage: training, system: one, device_time: 35040 GPU*h, dynamic: none}
  fourth: {stage: training, system: two, device_time: 35040 GPU*h, dynamic: none}
)");
    // Left over: half of 240 kg and three quarters of 480 kg; 2 kWh and 4.5 kWh.
    CHECK(done.kg("unallocated.embodied.card") == doctest::Approx(120 + 360));
    CHECK(done.kg("unallocated.idle") == doctest::Approx(6.5));
    CHECK(done.kg("total") == doctest::Approx(720 + 10));
}

TEST_CASE("period: time to be divided that no activity takes is a fault, not a division by zero") {
    const auto done = run(R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
hardware: {card: {kind: accelerator, embodied: 150 kgCO2e}}
systems: {cluster: {site: here, nodes: 1 node, node: [{hardware: card}], lifetime: 5 yr, period: 1 yr}}
activities: {none_at_all: {stage: other, system: cluster, device_time: 0 GPU*h, dynamic: none}}
)");
    CHECK(done.messages.find("which none of its activities has") != std::string::npos);
}

TEST_CASE(
    "period: activities that take 1 % more than it share the whole, and less than nothing is left to "
    "nobody") {
    // 4380 h in a period of 4336 h, in which 240 kg x 4336 / 8760 = 118.79 kg fall due.
    const auto tight = cards("period: 4336 h, allocate: owner");
    CHECK(tight.messages == "");
    CHECK(tight.kg("unallocated.embodied") == 0);
    CHECK(tight.kg("first.embodied") == doctest::Approx(240.0 * 4336 / 8760 / 2));
    CHECK(tight.kg("total") == doctest::Approx(240.0 * 4336 / 8760));
}
