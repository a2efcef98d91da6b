// Dynamic and idle energy by every method of the language. 1 kWh of IT energy is 2 kWh of the facility and 2
// kg.
#include <doctest/doctest.h>

#include "models/compile/run_text.hpp"

using lca::test::run;
using lca::test::run_activity;

TEST_CASE("dynamic: energy, per request, per token") {
    CHECK(run_activity("    dynamic: {energy: 7 kWh}\n").kg("job.dynamic") == doctest::Approx(14));
    CHECK(run_activity("    requests: 50 request\n    dynamic: {per_request: 20 Wh/request}\n")
              .kg("job.dynamic") == doctest::Approx(2));
    CHECK(run_activity("    tokens: 1000 token\n    dynamic: {per_token: 3 J/token}\n").kwh("job.dynamic") ==
          doctest::Approx(2 * 3000 / 3.6e6));
}

TEST_CASE("dynamic: power is per accelerator, with or without saying so") {
    CHECK(run_activity("    device_time: 10 GPU*h\n    dynamic: {power: 300 W}\n").kg("job.dynamic") ==
          doctest::Approx(6));
    CHECK(run_activity("    device_time: 10 GPU*h\n    dynamic: {power: 300 W/GPU}\n").kg("job.dynamic") ==
          doctest::Approx(6));
}

TEST_CASE("dynamic: the catalogue's maximum power times load is the default, and shows") {
    const auto full = run_activity("    device_time: 10 GPU*h\n    dynamic: {}\n");
    CHECK(full.kg("job.dynamic") == doctest::Approx(10));  // 0.5 kW x 10 h x 2
    const auto load = full.model->calculation.input("activities.job.dynamic.load");
    REQUIRE(load);
    CHECK(load->origin == lca::Origin::default_value);
    CHECK(load->value == 1);
    CHECK(run_activity("    device_time: 10 GPU*h\n    dynamic: {load: 60 %}\n").kg("job.dynamic") ==
          doctest::Approx(6));
}

TEST_CASE("dynamic: host power makes the lines accelerators and host") {
    // 10 GPU*h are 5 node*h: host 5 h x 0.2 kW = 1 kWh, accelerators 3 kWh.
    const auto job =
        run_activity("    device_time: 10 GPU*h\n    dynamic: {power: 300 W, host_power: 200 W}\n");
    CHECK(job.kg("job.dynamic.accelerators") == doctest::Approx(6));
    CHECK(job.kg("job.dynamic.host") == doctest::Approx(2));
    CHECK(job.kg("job.dynamic") == doctest::Approx(8));
}

TEST_CASE("dynamic: named figures add up") {
    const auto job = run_activity("    dynamic: {cards: {energy: 3 kWh}, fans: {energy: 1 kWh}}\n");
    CHECK(job.kg("job.dynamic.cards") == doctest::Approx(6));
    CHECK(job.kg("job.dynamic.fans") == doctest::Approx(2));
    CHECK(job.kg("total") == doctest::Approx(8));
}

TEST_CASE("idle: whole system, per node, per accelerator; over the system time, or a duration of its own") {
    const std::string head =
        "    device_time: 80 GPU*h\n    dynamic: {energy: 0 kWh}\n";  // 10 h of the system
    CHECK(run_activity(head + "    idle: {power: 1 kW}\n").kg("job.idle") == doctest::Approx(20));
    CHECK(run_activity(head + "    idle: {node_power: 1 kW}\n").kg("job.idle") == doctest::Approx(80));
    CHECK(run_activity(head + "    idle: {device_power: 1 kW}\n").kg("job.idle") == doctest::Approx(160));
    CHECK(run_activity(head + "    idle: {power: 1 kW, duration: 3 h}\n").kg("job.idle") ==
          doctest::Approx(6));
    CHECK(run_activity(head + "    idle: {energy: 5 kWh}\n").kg("job.idle") == doctest::Approx(10));
}

TEST_CASE("power: per accelerator, per node and of the whole system, by key or by unit") {
    // 80 GPU*h are 40 node*h and 10 h of the system, at 2 kg per kWh.
    const std::string head = "    device_time: 80 GPU*h\n    dynamic: ";
    CHECK(run_activity(head + "{device_power: 300 W}\n").kg("job.dynamic") == doctest::Approx(48));
    CHECK(run_activity(head + "{node_power: 300 W}\n").kg("job.dynamic") == doctest::Approx(24));
    CHECK(run_activity(head + "{node_power: 300 W/node}\n").kg("job.dynamic") == doctest::Approx(24));
    CHECK(run_activity(head + "{system_power: 300 W}\n").kg("job.dynamic") == doctest::Approx(6));
    CHECK(run_activity(head + "{power: 300 W/node}\n").kg("job.dynamic") == doctest::Approx(24));
    CHECK(run_activity(head + "{fans: {system_power: 300 W}, cards: {power: 300 W}}\n").kg("job.dynamic") ==
          doctest::Approx(54));
    // Idle covers all 4 nodes and 8 cards.
    const std::string idle = head + "{energy: 0 kWh}\n    idle: ";
    CHECK(run_activity(idle + "{system_power: 300 W}\n").kg("job.idle") == doctest::Approx(6));
    CHECK(run_activity(idle + "{power: 300 W/node}\n").kg("job.idle") == doctest::Approx(24));
    CHECK(run_activity(idle + "{power: 30 W/GPU}\n").kg("job.idle") == doctest::Approx(4.8));
    CHECK(run_activity(idle + "{system_power: 300 W, duration: 5 h}\n").kg("job.idle") == doctest::Approx(3));
}

TEST_CASE("power: of a whole system without one, over the duration; of nodes over their time") {
    const std::string head = R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
activities:
  job: {stage: inference, site: here, )";
    CHECK(run(head + "duration: 3 h, dynamic: {system_power: 500 W}}\n").kg("job.dynamic") ==
          doctest::Approx(1.5));
    CHECK(run(head + "node_time: 4 node*h, dynamic: {node_power: 500 W}}\n").kg("job.dynamic") ==
          doctest::Approx(2));
    CHECK(run(head + "duration: 3 h, dynamic: {node_power: 500 W}}\n")
              .messages.find("node_power of `job` needs a time on nodes") != std::string::npos);
    CHECK(run(head + "requests: 3 request, dynamic: {system_power: 500 W}}\n")
              .messages.find("system_power of `job` needs a time of the system") != std::string::npos);
}

TEST_CASE("phases: a line may be not assessed or known to be zero") {
    const auto job = run_activity(
        "    dynamic: {cpu: {energy: 0.5 kWh}, gpu: not_assessed, disk: none}\n    idle: {fans: none, net: "
        "{energy: 1 kWh}}\n    embodied: {racks: not_assessed, cards: {value: 7 kgCO2e}, cables: none}\n");
    CHECK(job.messages == "");
    CHECK(job.kg("job.dynamic") == doctest::Approx(1));
    CHECK_FALSE(job.assessed("job.dynamic.gpu"));
    CHECK(job.kg("job.dynamic.disk") == 0);
    CHECK(job.kg("job.idle.fans") == 0);
    CHECK(job.kg("job.idle") == doctest::Approx(2));
    CHECK(job.kg("job.embodied") == doctest::Approx(7));
    CHECK(job.gaps("total") == "job.embodied.racks, job.dynamic.gpu");
    CHECK(job.gaps("total.energy") == "job.dynamic.gpu");
    // Open lines alone assess nothing, not even beside a zero.
    CHECK_FALSE(run_activity("    dynamic: {cpu: not_assessed, disk: none}\n").assessed("job.dynamic"));
    // A share of idle is of what is assessed.
    CHECK(run_activity("    dynamic: {cpu: {energy: 3 kWh}, gpu: not_assessed}\n    idle: {share: 25 %}\n")
              .kg("job.idle") == doctest::Approx(2));
}

TEST_CASE("idle: a share of dynamic plus idle") {
    // 25 % of the sum: a third of dynamic.
    const auto job = run_activity("    dynamic: {energy: 3 kWh}\n    idle: {share: 25 %}\n");
    CHECK(job.kg("job.idle") == doctest::Approx(2));
    CHECK(job.kg("job.dynamic") == doctest::Approx(6));
}

TEST_CASE("includes: what a measured figure contains is not added again") {
    const auto pue = run_activity("    dynamic: {energy: 10 kWh, includes: [pue]}\n");
    CHECK(pue.kg("job.dynamic") == doctest::Approx(10));

    // Measured 10 kWh of IT contain 4 h x 1 kW of idle: 6 and 4, at PUE 2.
    const auto idle = run_activity(
        "    duration: 4 h\n    dynamic: {energy: 10 kWh, includes: [idle]}\n    idle: {power: 1 kW}\n");
    CHECK(idle.kg("job.dynamic") == doctest::Approx(12));
    CHECK(idle.kg("job.idle") == doctest::Approx(8));

    // Said by the activity, `pue` holds for both: facility energy, of which 4 kWh are idle.
    const auto both =
        run_activity("    includes: [idle, pue]\n    dynamic: {energy: 10 kWh}\n    idle: {energy: 4 kWh}\n");
    CHECK(both.kg("job.dynamic") == doctest::Approx(6));
    CHECK(both.kg("job.idle") == doctest::Approx(4));
    const auto apart =
        run_activity("    includes: [pue]\n    dynamic: {energy: 10 kWh}\n    idle: {share: 20 %}\n");
    CHECK(apart.kg("job.dynamic") == doctest::Approx(10));
    CHECK(apart.kg("job.idle") == doctest::Approx(2.5));

    // 25 % of the measured figure.
    const auto share =
        run_activity("    dynamic: {energy: 12 kWh, includes: [idle, pue]}\n    idle: {share: 25 %}\n");
    CHECK(share.kg("job.dynamic") == doctest::Approx(9));
    CHECK(share.kg("job.idle") == doctest::Approx(3));

    // Left out, idle is a part of dynamic: no gap.
    const auto out = run_activity("    dynamic: {energy: 10 kWh, includes: [idle]}\n    embodied: none\n");
    CHECK(out.kg("job") == doctest::Approx(20));
    CHECK(out.gaps("total") == "");

    const auto more = run_activity(
        "    duration: 40 h\n    dynamic: {energy: 10 kWh, includes: [idle]}\n    idle: {power: 1 kW}\n");
    CHECK(more.messages.find("the stated idle energy exceeds the measured energy") != std::string::npos);
}

TEST_CASE("phases: known zeros of several activities beside a gap do not make a sum assessed") {
    const auto two =
        run("sites: {here: {grid: {intensity: 100 gCO2e/kWh}}}\nactivities:\n"
            "  a: {stage: training, site: here, dynamic: {energy: 1 kWh}, idle: none, embodied: none}\n"
            "  b: {stage: training, site: here, dynamic: {energy: 1 kWh}, idle: none, embodied: none}\n");
    CHECK(two.kg("total") == doctest::Approx(0.2));
    CHECK_FALSE(two.assessed("total.water"));
    CHECK_FALSE(two.assessed("stage.training.water"));
    CHECK(two.assessed("idle.water"));
}

TEST_CASE("phases: left out is not assessed, none is zero, and a sum names its gaps") {
    const auto job = run_activity("    embodied: none\n    dynamic: {energy: 1 kWh}\n");
    CHECK_FALSE(job.assessed("job.idle"));
    CHECK(job.kg("job.embodied") == 0);
    CHECK(job.kg("total") == doctest::Approx(2));
    CHECK(job.gaps("total") == "job.idle");
    const auto zero = run_activity("    embodied: none\n    idle: none\n    dynamic: {energy: 1 kWh}\n");
    CHECK(zero.kg("job.idle") == 0);
    CHECK(zero.gaps("total") == "");
    CHECK(run_activity("    embodied: none\n    idle: not_assessed\n    dynamic: {energy: 1 kWh}\n")
              .gaps("total") == "job.idle");
}

namespace {

/// Two jobs of 30 and 10 GPU*h (15 and 5 node*h, 3.75 and 1.25 h of the system) with 300 and 100 requests,
/// and idle of 1 kW over 10 h.
lca::test::Run shared(const std::string& allocate) {
    return run(R"(
sites:
  here: {grid: {intensity: 1 kgCO2e/kWh}}
hardware:
  card: {kind: accelerator}
systems:
  cluster:
    site: here
    nodes: 4 node
    node: [{hardware: card, count: 2}]
    period: 10 h
    idle: {power: 1 kW}
    allocate: )" +
               allocate + R"(
activities:
  first: {stage: training, system: cluster, device_time: 30 GPU*h, duration: 8 h, requests: 100 request, dynamic: {energy: 0 kWh}}
  second: {stage: inference, system: cluster, device_time: 10 GPU*h, duration: 2 h, requests: 300 request, dynamic: {energy: 0 kWh}}
)");
}

}  // namespace

TEST_CASE("shared idle: who carries it is chosen, and the shares add up to the whole") {
    const auto use = shared("use");
    CHECK(use.messages == "");
    CHECK(use.kg("first.idle") == doctest::Approx(7.5));
    CHECK(use.kg("second.idle") == doctest::Approx(2.5));
    CHECK(shared("time").kg("first.idle") == doctest::Approx(8));
    CHECK(shared("requests").kg("first.idle") == doctest::Approx(2.5));
    const auto owner = shared("owner");
    CHECK(owner.kg("first.idle") == doctest::Approx(3.75));
    CHECK(owner.kg("second.idle") == doctest::Approx(1.25));
    CHECK(owner.kg("unallocated") == doctest::Approx(5));
    for (const char* rule : {"use", "time", "requests", "owner"}) {
        CAPTURE(rule);
        CHECK(shared(rule).kg("total") == doctest::Approx(10));
        CHECK(shared(rule).kg("idle") == doctest::Approx(10));
    }
}

TEST_CASE("phases: an activity that is not included stays out of every sum") {
    const auto two = run(R"(
sites:
  here: {grid: {intensity: 1 kgCO2e/kWh}}
activities:
  in: {stage: training, site: here, dynamic: {energy: 1 kWh}}
  out: {stage: training, site: here, dynamic: {energy: 2 kWh}, include: false}
)");
    CHECK(two.kg("out") == doctest::Approx(2));
    CHECK(two.kg("total") == doctest::Approx(1));
    CHECK(two.kg("stage.training") == doctest::Approx(1));
    CHECK(two.gaps("total") == "in.embodied, in.idle");
}

TEST_CASE("dynamic: a line of host power alone, on nodes without accelerators, asks for none") {
    // 2 nodes x 3 h x 0.5 kW = 3 kWh, at PUE 2 and 1 kg: 6 kg.
    const std::string head = R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}, pue: 2}}
hardware: {box: {kind: server, embodied: 1 kgCO2e}}
systems: {hosts: {site: here, nodes: 2 node, lifetime: 1 yr, node: [{hardware: box}]}}
activities:
  job: {stage: inference, system: hosts, duration: 3 h, idle: none, embodied: none, dynamic: )";
    const auto job = run(head + "{host_power: 500 W}}\n");
    CHECK(job.messages == "");
    CHECK(job.kg("job.dynamic.host") == doctest::Approx(6));
    CHECK(job.kg("total") == doctest::Approx(6));
    REQUIRE(job.result);
    CHECK_FALSE(job.result->has("job.dynamic.accelerators"));
    const auto named = run(head + "{web: {host_power: 500 W}}}\n");
    CHECK(named.messages == "");
    CHECK(named.kg("job.dynamic.web_host") == doctest::Approx(6));
}

TEST_CASE("includes: of a figure that contains the PUE, on-site water goes by the energy of the computers") {
    // 10 kWh measured with PUE 2 are 5 kWh of IT: 5 x 1.5 L on site and 10 x 3 L for generation.
    const auto job = run(R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}, pue: 2, wue: 1.5 L/kWh, water_intensity: 3 L/kWh}}
activities:
  job: {stage: training, site: here, dynamic: {energy: 10 kWh, includes: [pue]}, idle: none, embodied: none}
)");
    CHECK(job.messages == "");
    CHECK(job.kwh("total") == doctest::Approx(10));
    CHECK(job.kg("total") == doctest::Approx(10));
    CHECK(job.litres("total") == doctest::Approx(5 * 1.5 + 10 * 3));
}
