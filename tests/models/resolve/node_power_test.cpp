// What the catalogue says a node draws at a load. 1 kWh of IT energy is 1 kg.
#include <doctest/doctest.h>

#include <algorithm>

#include "models/compile/run_text.hpp"

using lca::test::run;

namespace {

/// A job of `how much and dynamic` on 2 nodes of `node`.
lca::test::Run on(const std::string& node, const std::string& job, const std::string& more = "") {
    return run(R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
hardware:
  whole: {kind: server, power: {max: 2 kW, idle: 500 W}, parts: [{hardware: card, count: 4}]}
  unrated: {kind: server, parts: [{hardware: card, count: 4}]}
  shell: {kind: server, power: {max: 1 kW}}
  rented: {kind: instance, parts: [{hardware: shell, count: 1}, {hardware: card, count: 4}]}
  card: {kind: accelerator, power: {max: 300 W}}
systems:
  cluster: {site: here, nodes: 2 node, lifetime: 5 yr, node: )" +
               node + more + R"(}
activities:
  job: {stage: training, system: cluster, embodied: none, )" +
               job + "}\n");
}

/// Whether the gap of a name is the program's own.
bool is_by_default(const lca::test::Run& of, std::string_view name) {
    const lca::Results& results = of.model->results;
    return std::any_of(results.gaps.begin(), results.gaps.end(),
                       [&](const lca::Gap& gap) { return gap.by_default && results.name(gap) == name; });
}

}  // namespace

TEST_CASE("load: a server of the catalogue that states a maximum counts as a whole") {
    // A DGX H100 of 10.2 kW, 1,590 W idle, at 90 % for 10 h: 1.59 + 0.9 x 8.61 = 9.339 kW, not eight GPUs of
    // 700 W.
    const auto dgx = on("[{hardware: dgx-h100}]", "duration: 10 h, dynamic: {load: 90 %}");
    CHECK(dgx.messages == "");
    CHECK(dgx.kg("job.dynamic") == doctest::Approx(2 * 93.39));
    CHECK(dgx.gaps("total") == "");  // its idle is contained
    // No idle power is known of this one, of 35 W: the result says so.
    const auto base = on("[{hardware: generic-server-1u-azure}]", "duration: 10 h, dynamic: {load: 90 %}");
    CHECK(base.kg("job.dynamic") == doctest::Approx(2 * 0.315));
    const auto idle = base.model->calculation.input("generic-server-1u-azure.power.idle");
    REQUIRE(idle);
    CHECK(idle->origin == lca::Origin::default_value);
    CHECK(idle->value == 0);
    CHECK(idle->note.find("no idle power is known") != std::string::npos);

    // p4d.24xlarge: 5,245 W, idle 744.8 W. At 100 % 5.245 kW, at 40 % 744.8 + 0.4 x 4500.2 = 2,544.88 W.
    const auto full = on("[{hardware: p4d.24xlarge}]", "duration: 1 h, dynamic: {load: 100 %}");
    CHECK(full.kg("job.dynamic") == doctest::Approx(2 * 5.245));
    CHECK(full.messages == "");
    const auto low = on("[{hardware: p4d.24xlarge}]", "duration: 1 h, dynamic: {load: 40 %}");
    CHECK(low.kg("job.dynamic") == doctest::Approx(2 * 2.54488));
    CHECK_FALSE(low.model->calculation.input("aws-p4d-24xlarge.power.idle")->origin ==
                lca::Origin::default_value);
}

TEST_CASE("load: whole servers by device time and node time, with accelerators beside them, without any") {
    // At 60 %: 0.5 + 0.6 x 1.5 = 1.4 kW for each of 2 node*h.
    CHECK(on("[{hardware: whole}]", "device_time: 8 GPU*h, dynamic: {load: 60 %}").kg("job.dynamic") ==
          doctest::Approx(2.8));
    CHECK(on("[{hardware: whole}]", "node_time: 2 node*h, dynamic: {load: 60 %}").kg("job.dynamic") ==
          doctest::Approx(2.8));
    // Two servers in a node, and two cards beside them, of 300 W: 2 x 1.4 + 2 x 0.18 = 3.16 kW.
    const auto beside = on("[{hardware: whole, count: 2}, {hardware: card, count: 2}]",
                           "node_time: 2 node*h, dynamic: {load: 60 %}");
    CHECK(beside.kg("job.dynamic") == doctest::Approx(6.32));
    // A server without accelerators, at the default load: 1 kW x 2 node*h.
    const auto shell = on("[{hardware: shell}]", "node_time: 2 node*h, dynamic: {}");
    CHECK(shell.messages == "");
    CHECK(shell.kg("job.dynamic") == doctest::Approx(2));
    // A line of its own name.
    CHECK(on("[{hardware: whole}]",
             "node_time: 2 node*h, dynamic: {servers: {load: 60 %}, fans: {energy: 1 kWh}}")
              .kg("job.dynamic.servers") == doctest::Approx(2.8));
    CHECK(on("[{hardware: dgx-h100}]", "requests: 5 request, dynamic: {load: 60 %}")
              .messages.find("needs a time on nodes") != std::string::npos);
}

TEST_CASE("load: what a whole server draws contains its idle energy") {
    // 2 node*h at 60 % are 2.8 kWh, of which 2 nodes x 1 h x 0.5 kW are idle.
    const auto both =
        on("[{hardware: whole}]", "duration: 1 h, dynamic: {load: 60 %}, idle: {node_power: 500 W}");
    CHECK(both.messages == "");
    CHECK(both.kg("job.idle") == doctest::Approx(1));
    CHECK(both.kg("job.dynamic") == doctest::Approx(1.8));
    CHECK(on("[{hardware: whole}]", "duration: 1 h, dynamic: {load: 10 %}, idle: {node_power: 900 W}")
              .messages.find("the stated idle energy exceeds the energy of the server at this load") !=
          std::string::npos);
    const auto left_out = on("[{hardware: whole}]", "duration: 1 h, dynamic: {load: 60 %}");
    CHECK(left_out.gaps("total") == "");
    // Over a period of 4 h the nodes draw 4 kWh idle, 1 kWh of it in the hour of the job, which the load
    // contains: 2.8 - 1 + 4 kWh.
    const auto period = on("[{hardware: whole}]", "duration: 1 h, dynamic: {load: 60 %}",
                           ", period: 4 h, idle: {node_power: 500 W}");
    CHECK(period.messages == "");
    CHECK(period.kg("job.dynamic") == doctest::Approx(1.8));
    CHECK(period.kg("total") == doctest::Approx(5.8));
}

TEST_CASE("load: without a maximum of the server the accelerators count, and the host is a gap") {
    // 8 GPU*h x 300 W x 50 % = 1.2 kWh.
    const auto open = on("[{hardware: unrated}]", "device_time: 8 GPU*h, idle: none, dynamic: {load: 50 %}");
    CHECK(open.messages == "");
    CHECK(open.kg("job.dynamic.accelerators") == doctest::Approx(1.2));
    CHECK_FALSE(open.assessed("job.dynamic.host"));
    CHECK(open.kg("total") == doctest::Approx(1.2));
    CHECK(open.gaps("total") == "job.dynamic.host");
    CHECK(open.gaps("total.energy") == "job.dynamic.host");
    CHECK(is_by_default(open, "job.dynamic.host"));
    // Said to be open, it is the same gap.
    const auto said =
        on("[{hardware: unrated}]", "device_time: 8 GPU*h, idle: none, dynamic: {host: not_assessed}");
    CHECK(said.gaps("total") == "job.dynamic.host");
    CHECK(is_by_default(said, "job.dynamic.host"));
    CHECK(said.kg("job.dynamic.accelerators") == doctest::Approx(2.4));
    // A stated power leaves nothing open.
    CHECK(on("[{hardware: unrated}]", "device_time: 8 GPU*h, idle: none, dynamic: {device_power: 150 W}")
              .gaps("total") == "");
}

TEST_CASE("load: host_power, host: none or a line named host close the gap") {
    const auto with = [](const std::string& dynamic) {
        return on("[{hardware: unrated}]", "device_time: 8 GPU*h, idle: none, dynamic: " + dynamic);
    };
    // 1.2 kWh of accelerators; 2 node*h x 200 W are 0.4 kWh.
    const auto none = with("{load: 50 %, host: none}");
    CHECK(none.messages == "");
    CHECK(none.kg("job.dynamic.host") == 0);
    CHECK(none.kg("total") == doctest::Approx(1.2));
    CHECK(none.gaps("total") == "");
    CHECK(with("{load: 50 %, host_power: 200 W}").kg("job.dynamic.host") == doctest::Approx(0.4));
    CHECK(with("{load: 50 %, host_power: 200 W}").gaps("total") == "");
    const auto line = with("{load: 50 %, host: {node_power: 200 W}}");
    CHECK(line.messages == "");
    CHECK(line.kg("job.dynamic.host") == doctest::Approx(0.4));
    CHECK(line.kg("job.dynamic.accelerators") == doctest::Approx(1.2));
    const auto named = with("{cards: {load: 50 %}, host: {energy: 3 kWh}}");
    CHECK(named.kg("job.dynamic.cards") == doctest::Approx(1.2));
    CHECK(named.kg("total") == doctest::Approx(4.2));
    CHECK(named.gaps("total") == "");
    CHECK(with("{cards: {load: 50 %}, fans: {energy: 3 kWh}}").gaps("total") == "job.dynamic.host");
    // Beside a stated power it is a line, too.
    const auto stated = with("{device_power: 150 W, host: not_assessed}");
    CHECK(stated.kg("job.dynamic.accelerators") == doctest::Approx(1.2));
    CHECK(stated.gaps("total") == "job.dynamic.host");
    CHECK_FALSE(is_by_default(stated, "job.dynamic.host"));  // the file says so itself
    // The host alone.
    CHECK(with("{host: {energy: 3 kWh}}").kg("job.dynamic") == doctest::Approx(3));
}

TEST_CASE("load: a node with one rated server and one that is not leaves the other's host open") {
    // 1.4 kW of the rated one, 4 cards of 180 W in the other: 2.12 kW for each of 2 node*h.
    const auto both =
        on("[{hardware: whole}, {hardware: unrated}]", "node_time: 2 node*h, dynamic: {load: 60 %}");
    CHECK(both.messages == "");
    CHECK(both.kg("job.dynamic.servers") == doctest::Approx(4.24));
    CHECK(both.gaps("total") == "job.dynamic.host");
}

TEST_CASE("load: an instance whose host states a maximum is complete; what the file says of the host wins") {
    // 1 kW of the host and 4 cards of 300 W at 50 %: 1.1 kW for each of 2 node*h.
    const auto with = [](const std::string& dynamic) {
        return on("[{hardware: rented}]", "device_time: 8 GPU*h, idle: none, dynamic: " + dynamic);
    };
    const auto known = with("{load: 50 %}");
    CHECK(known.messages == "");
    CHECK(known.kg("job.dynamic") == doctest::Approx(2.2));
    CHECK(known.gaps("total") == "");
    for (const char* dynamic :
         {"{load: 50 %, host_power: 200 W}", "{load: 50 %, host: {node_power: 200 W}}"}) {
        const auto stated = with(dynamic);
        CHECK(stated.messages == "");
        CHECK(stated.kg("job.dynamic.accelerators") == doctest::Approx(1.2));
        CHECK(stated.kg("job.dynamic.host") == doctest::Approx(0.4));
        CHECK(stated.kg("total") == doctest::Approx(1.6));
    }
    CHECK(with("{load: 50 %, host: none}").kg("total") == doctest::Approx(1.2));
    CHECK(with("{load: 50 %, host: not_assessed}").gaps("total") == "job.dynamic.host");
}
