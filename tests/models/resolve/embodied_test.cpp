// How much of the manufacture an activity carries. A node is a box of 100 kg and two cards of 10 kg; lifetime
// 1000 h at 50 %.
#include <doctest/doctest.h>

#include "models/compile/run_text.hpp"

using lca::test::run;
using lca::test::run_activity;

TEST_CASE("embodied: by used time, the impact is spread over the lifetime in use") {
    // 80 GPU*h = 40 node*h; box 100 kg / 500 h x 40 h = 8 kg, cards 20 kg / 500 h x 40 h = 1.6 kg.
    const auto job = run_activity("    device_time: 80 GPU*h\n    dynamic: {energy: 0 kWh}\n");
    CHECK(job.kg("job.embodied.box") == doctest::Approx(8));
    CHECK(job.kg("job.embodied.card") == doctest::Approx(1.6));
    CHECK(job.kg("job.embodied") == doctest::Approx(9.6));
    CHECK(job.kwh("job.embodied") == 0);
}

TEST_CASE("embodied: calendar leaves utilisation out, full takes all nodes, none is zero") {
    const std::string head = "    device_time: 80 GPU*h\n    dynamic: {energy: 0 kWh}\n";
    CHECK(run_activity(head + "    embodied: {allocation: calendar}\n").kg("job.embodied") ==
          doctest::Approx(4.8));
    CHECK(run_activity(head + "    embodied: {allocation: full}\n").kg("job.embodied") ==
          doctest::Approx(480));
    CHECK(run_activity(head + "    embodied: {allocation: none}\n").kg("job.embodied") == 0);
}

TEST_CASE("embodied: sci goes by the time and the share reserved, not by what was used") {
    // 4 nodes of 100 + 2 x 10 kg and a switch of 80 kg are 560 kg for 1000 h. Two of eight cards reserved for
    // 100 h: 560 x 100 / 1000 x 2 / 8 = 14 kg (boxes 10, cards 2, switch 2), whatever
    // the utilisation.
    const auto job = [](const std::string& amount) {
        return run(R"(
sites:
  here: {grid: {intensity: 1 kgCO2e/kWh}}
hardware:
  box: {kind: server, embodied: 100 kgCO2e}
  card: {kind: accelerator, embodied: 10 kgCO2e}
  switch: {kind: network, embodied: 80 kgCO2e}
systems:
  cluster:
    site: here
    nodes: 4 node
    node: [{hardware: box}, {hardware: card, count: 2}]
    shared: [{hardware: switch}]
    lifetime: 1000 h
    utilisation: 50 %
activities:
  job: {stage: training, system: cluster, dynamic: none, idle: none, embodied: {allocation: sci}, )" +
                   amount + "}\n");
    };
    const auto all_used = job("devices: 2 GPU, duration: 100 h");
    CHECK(all_used.kg("job.embodied") == doctest::Approx(14));
    CHECK(all_used.kg("job.embodied.box") == doctest::Approx(10));
    CHECK(all_used.kg("job.embodied.card") == doctest::Approx(2));
    CHECK(all_used.kg("job.embodied.switch") == doctest::Approx(2));
    // Time in use does not say what was reserved.
    const auto used = job("device_time: 200 GPU*h, duration: 100 h");
    CHECK(used.messages.find("the share of its system that is reserved") != std::string::npos);
    // 300 node*h in 100 h are three of four nodes; a duration alone reserves all of them.
    CHECK(job("node_time: 300 node*h, duration: 100 h").kg("job.embodied") == doctest::Approx(42));
    CHECK(job("duration: 100 h").kg("job.embodied") == doctest::Approx(56));
}

TEST_CASE("embodied: direct figures take the place of the system's") {
    const std::string head = "    device_time: 80 GPU*h\n    dynamic: {energy: 0 kWh}\n";
    CHECK(run_activity(head + "    embodied: {value: 11.2 tCO2e}\n").kg("job.embodied") ==
          doctest::Approx(11200));
    CHECK(run_activity(head + "    embodied: {rate: 0.5 kgCO2e/(node*h)}\n").kg("job.embodied") ==
          doctest::Approx(20));
    CHECK(run_activity(head + "    embodied: {rate: 0.5 kgCO2e/(GPU*h)}\n").kg("job.embodied") ==
          doctest::Approx(40));
    const auto lines =
        run_activity(head + "    embodied: {servers: {value: 1 tCO2e}, cards: {rate: 0.5 kgCO2e/(GPU*h)}}\n");
    CHECK(lines.kg("job.embodied.servers") == doctest::Approx(1000));
    CHECK(lines.kg("job.embodied") == doctest::Approx(1040));
    const auto several = run_activity(head + "    embodied: {value: [10 kgCO2e, 2 L]}\n");
    CHECK(several.kg("job.embodied") == doctest::Approx(10));
    CHECK(several.litres("job.embodied") == doctest::Approx(2));
}

TEST_CASE("embodied: shared parts go by system time, bought amounts by their unit, a part's lifetime wins") {
    const auto job = run(R"(
sites:
  here: {grid: {intensity: 1 kgCO2e/kWh}}
hardware:
  box: {kind: server, embodied: 100 kgCO2e, lifetime: 2000 h}
  ram: {kind: memory, embodied: 2 kgCO2e/GB}
  switch: {kind: network, embodied: 50 kgCO2e}
systems:
  cluster:
    site: here
    nodes: 4 node
    node:
      - {hardware: box}
      - {hardware: ram, amount: 0.5 TB, lifetime: 100 h}
    shared:
      - {hardware: switch, count: 2, lifetime: 500 h}
activities:
  job: {stage: training, system: cluster, node_time: 40 node*h, dynamic: {energy: 1 kWh}, idle: none}
)");
    CHECK(job.model);  // warnings of short lifetimes are not faults
    CHECK(job.kg("job.embodied.box") == doctest::Approx(100.0 / 2000 * 40));
    CHECK(job.kg("job.embodied.ram") == doctest::Approx(1000.0 / 100 * 40));
    CHECK(job.kg("job.embodied.switch") == doctest::Approx(100.0 / 500 * 10));
}

TEST_CASE("embodied: a part without figure or lifetime is a gap, not zero") {
    const auto job = run(R"(
sites:
  here: {grid: {intensity: 1 kgCO2e/kWh}}
hardware:
  box: {kind: server, embodied: 100 kgCO2e}
  card: {kind: accelerator}
systems:
  cluster: {site: here, nodes: 1 node, node: [{hardware: box, lifetime: 100 h}, {hardware: card}]}
activities:
  job: {stage: training, system: cluster, node_time: 1 node*h, dynamic: {energy: 1 kWh}, idle: none}
)");
    CHECK(job.kg("job.embodied") == doctest::Approx(1));
    CHECK(job.gaps("total") == "job.embodied.card");
}

TEST_CASE(
    "embodied: of two equal parts one without a lifetime makes their line partial, whichever comes first") {
    // 100 kg / 100 h x 1 h of the one; what the other carries is not known, and is not zero.
    const std::string with = "{hardware: box, lifetime: 100 h}", without = "{hardware: box}";
    for (const std::string& parts : {with + ", " + without, without + ", " + with}) {
        CAPTURE(parts);
        const auto job = run(R"(
sites:
  here: {grid: {intensity: 1 kgCO2e/kWh}}
hardware:
  box: {kind: server, embodied: {manufacturing: 90 kgCO2e, transport: 10 kgCO2e, end_of_life: 0 kgCO2e}}
systems:
  cluster: {site: here, nodes: 1 node, node: [)" +
                             parts + R"(]}
activities:
  job: {stage: training, system: cluster, node_time: 1 node*h, dynamic: {energy: 1 kWh}, idle: none}
)");
        CHECK(job.kg("job.embodied.box") == doctest::Approx(1));
        CHECK(job.kg("job.embodied.box.transport") == doctest::Approx(0.1));
        for (const char* row : {"total", "job.embodied", "job.embodied.box", "job.embodied.box.transport"})
            CHECK_MESSAGE(job.gaps(row) == "job.embodied.box", row);
        const auto plain = run(R"(
sites:
  here: {grid: {intensity: 1 kgCO2e/kWh}}
hardware:
  box: {kind: server, embodied: 100 kgCO2e}
systems:
  cluster: {site: here, nodes: 1 node, node: [)" +
                               parts + R"(]}
activities:
  job: {stage: training, system: cluster, node_time: 1 node*h, dynamic: {energy: 1 kWh}, idle: none}
)");
        CHECK(plain.kg("total") == doctest::Approx(2));  // 1 kg and 1 kWh
        CHECK(plain.gaps("total") == "job.embodied.box");
    }
}

TEST_CASE("embodied: stages add up, and a credit at the end of life is not taken off") {
    const auto job = run(R"(
sites:
  here: {grid: {intensity: 1 kgCO2e/kWh}}
hardware:
  box: {kind: server, lifetime: 100 h, embodied: {manufacturing: {board: 70 kgCO2e, case: 20 kgCO2e}, transport: 15 kgCO2e, end_of_life: -5 kgCO2e}}
systems:
  cluster: {site: here, nodes: 1 node, node: [{hardware: box}]}
activities:
  job: {stage: training, system: cluster, node_time: 1 node*h, dynamic: {energy: 1 kWh}, idle: none}
)");
    CHECK(job.model);  // warnings of short lifetimes are not faults
    CHECK(job.kg("job.embodied") == doctest::Approx((70 + 20 + 15) / 100.0));
    CHECK(job.output("credits.box") == doctest::Approx(-5 / 100.0));
}

TEST_CASE("embodied: act computes a die from its area and process node") {
    // 7 nm: (583 g/kWh x 2.15 kWh/cm2 + 275 + 500) / 0.875 = 2318.2 g/cm2; 8.26 cm2 and one package of 150 g;
    // over 100 h, 1 h used.
    const auto job = run(R"(
sites:
  here: {grid: {intensity: 1 kgCO2e/kWh}}
hardware:
  die: {kind: accelerator, lifetime: 100 h, die: {area: 826 mm2, process: 7 nm}, embodied: {manufacturing: {model: act}}}
systems:
  cluster: {site: here, nodes: 1 node, node: [{hardware: die}]}
activities:
  job: {stage: training, system: cluster, node_time: 1 node*h, dynamic: {energy: 1 kWh}, idle: none}
)");
    CHECK(job.model);  // warnings of short lifetimes are not faults
    CHECK(job.kg("job.embodied") ==
          doctest::Approx((8.26 * (583 * 2.15 + 275 + 500) / 0.875 + 150) / 1000 / 100));
}

TEST_CASE("embodied: parts of a thing have lines of their own, times how many of it there are") {
    // A node of 2 slices has 2 x 0.25 hosts of 400 kg and 2 cards of 10 kg: 4 accelerators' worth is 2 a
    // node.
    const std::string body = R"(
sites:
  here: {grid: {intensity: 1 kgCO2e/kWh}}
hardware:
  host: {kind: server, embodied: 400 kgCO2e, parts: [{hardware: chip, count: 2}, {hardware: ram, amount: 100 GB}]}
  chip: {kind: cpu}
  ram: {kind: memory, embodied: 2 kgCO2e/GB, lifetime: 50 h}
  card: {kind: accelerator, embodied: 10 kgCO2e, power: {max: 500 W}}
  slice: {kind: instance, lifetime: 100 h, parts: [{hardware: host, count: 0.25}, {hardware: card}]}
systems:
  cluster: {site: here, nodes: 1 node, node: [{hardware: slice, count: 2}]}
activities:
  job: {stage: training, system: cluster, device_time: 80 GPU*h, dynamic: {load: 100 %}, idle: none}
)";
    const auto job = run(body);
    CHECK(job.model);  // warnings of short lifetimes are not faults
    // 80 GPU*h / 2 GPU a node = 40 node*h of a lifetime of 100 h; the memory keeps its own, 50 h.
    CHECK(job.kg("job.embodied.host") == doctest::Approx(2 * 0.25 * 400 * 0.4));
    CHECK(job.kg("job.embodied.card") == doctest::Approx(2 * 10 * 0.4));
    CHECK(job.kg("job.embodied.ram") == doctest::Approx(2 * 0.25 * 200 * 0.8));
    CHECK_FALSE(job.assessed("job.embodied.chip"));  // no figure: a gap, not zero
    CHECK(job.gaps("job.embodied") == "job.embodied.chip");
    CHECK(job.kwh("job.dynamic") == doctest::Approx(40));  // 80 GPU*h at 500 W
}

TEST_CASE("embodied: hardware whose parts lead back to it is refused") {
    const auto job = run(R"(
hardware:
  a: {kind: server, parts: [{hardware: b}]}
  b: {kind: server, parts: [{hardware: a}]}
systems:
  s: {site: {pue: 1}, nodes: 1 node, lifetime: 1 yr, node: [{hardware: a}]}
activities:
  job: {stage: other, system: s, node_time: 1 node*h, dynamic: none, idle: none}
)");
    CHECK(job.messages.find("parts that do not contain") != std::string::npos);
}

TEST_CASE("embodied: a cloud instance by the name its provider gives it") {
    const auto job = run(R"(
systems:
  fleet: {site: {grid: {intensity: 1 kgCO2e/kWh}}, nodes: 3 node, lifetime: 1000 h, node: [{hardware: p5.48xlarge}]}
activities:
  job: {stage: inference, system: fleet, device_time: 800 GPU*h, dynamic: {load: 50 %}, idle: none}
)");
    CHECK(job.messages == "");
    // 800 GPU*h / 8 = 100 node*h of 1000 h: a tenth of a host of 5652.48 kg and of 8 x 164 kg; the
    // host's 1030 W and half of the 1770 W to its maximum, and half of 8 x 700 W, for 100 h.
    CHECK(job.kg("job.embodied.aws-p5-host") == doctest::Approx(565.248).epsilon(1e-5));
    CHECK(job.kg("job.embodied.nvidia-h100-sxm") == doctest::Approx(131.2));
    CHECK(job.kwh("job.dynamic") == doctest::Approx(471.5));
    CHECK(run("systems:\n  s: {site: {pue: 1}, nodes: 1 node, node: [{hardware: p5.48xlarg}]}\n")
              .messages.find("did you mean `p5.48xlarge`") != std::string::npos);
    CHECK(run("systems:\n  s: {site: {pue: 1}, nodes: 1 node, node: [{hardware: .p5}]}\n")
              .messages.find("`.p5` is not a valid id") != std::string::npos);
}

TEST_CASE("embodied: stages add up, a credit at the end of life stands apart, each is a step of its own") {
    const auto job = run(R"(
hardware:
  box: {kind: server, embodied: {manufacturing: {board: 60 kgCO2e, case: 40 kgCO2e}, transport: 5 kgCO2e, end_of_life: -2 kgCO2e}}
systems:
  s: {site: {pue: 1}, nodes: 2 node, node: [{hardware: box}]}
activities:
  job: {stage: other, system: s, node_time: 1 node*h, dynamic: none, idle: none, embodied: {allocation: full}}
)");
    CHECK(job.messages == "");
    CHECK(job.kg("job.embodied.box") == doctest::Approx(2 * (60 + 40 + 5)));
    CHECK(job.output("credits.box") == doctest::Approx(-4));
    std::string labels;
    const lca::Calculation& calculation = job.model->calculation;
    for (std::size_t i = 0; i < calculation.steps().size(); ++i) {
        if (const lca::Label* label = calculation.label(static_cast<lca::StepId>(i)))
            labels += std::string(label->text) + "\n";
    }
    for (const char* stage : {"manufacturing of box", "transport of box", "end of life of box"})
        CHECK_MESSAGE(labels.find(stage) != std::string::npos, labels);
}

namespace {

// One node for 1 of 100 h, so 1/100 of everything; three boxes a node and one that is shared: 4/100.
constexpr std::string_view staged = R"(
sites:
  here: {grid: {intensity: 1 kgCO2e/kWh}}
hardware:
  box: {kind: server, lifetime: 100 h, embodied: {manufacturing: {board: [70.1 kgCO2e, 3e-3 kgSbe], case: 20.3 kgCO2e}, transport: 15.7 kgCO2e}}
  plain: {kind: server, lifetime: 100 h, embodied: 50 kgCO2e}
  eternal: {kind: other, embodied: {manufacturing: 10 kgCO2e}}
  credit: {kind: other, lifetime: 100 h, embodied: {manufacturing: 10 kgCO2e, transport: 0 kgCO2e, end_of_life: -4 kgCO2e}}
systems:
  cluster:
    site: here
    nodes: 1 node
    node: [{hardware: box, count: 3}, {hardware: plain}, {hardware: eternal}, {hardware: credit}]
    shared: [{hardware: box}]
activities:
  job: {stage: training, system: cluster, node_time: 1 node*h, dynamic: {energy: 1 kWh}, idle: none}
)";

}  // namespace

TEST_CASE("embodied: a line's life-cycle stages are results that add up to it in every bit") {
    const auto job = run(staged);
    CHECK(job.model);  // warnings of short lifetimes are not faults
    CHECK(job.kg("job.embodied.box.manufacturing") == doctest::Approx(4 * 90.4 / 100));
    CHECK(job.kg("job.embodied.box.transport") == doctest::Approx(4 * 15.7 / 100));
    CHECK(job.kg("job.embodied.box") ==
          job.kg("job.embodied.box.manufacturing") + job.kg("job.embodied.box.transport"));
    CHECK(job.result->value("job.embodied.box.manufacturing.adpe").value.value() ==
          doctest::Approx(4 * 3e-3 / 100));
    CHECK(job.kwh("job.embodied.box.transport") == 0);
    CHECK(job.kg("job.embodied.credit.end_of_life") == 0);
    CHECK(job.output("credits.credit") == doctest::Approx(-0.04));
    CHECK(job.kg("job.embodied.credit.transport") == 0);
    CHECK(job.kg("job.embodied.credit") == job.kg("job.embodied.credit.manufacturing") +
                                               job.kg("job.embodied.credit.transport") +
                                               job.kg("job.embodied.credit.end_of_life"));
}

TEST_CASE("embodied: a stage without a figure is not assessed, and a gap of every sum it belongs to") {
    const auto job = run(staged);
    REQUIRE(job.result);
    for (const char* name : {"job.embodied.box.end_of_life", "job.embodied.box.transport.adpe",
                             "job.embodied.eternal.manufacturing", "job.embodied.eternal.transport"}) {
        CHECK_MESSAGE(job.result->has(name), name);
        CHECK_MESSAGE(!job.result->value(name).value.has_value(), name);
    }
    CHECK(job.gaps("job.embodied.box") == "job.embodied.box.end_of_life");
    CHECK(job.gaps("job.embodied.box.end_of_life") == "job.embodied.box.end_of_life");
    CHECK(job.gaps("job.embodied.box.transport") == "");
    CHECK(job.gaps("job.embodied.credit") == "");
    // A line with no lifetime is one gap in total; it is missing from each of its stages.
    CHECK(job.gaps("total") == "job.embodied.box.end_of_life, job.embodied.eternal");
    CHECK(job.gaps("job.embodied.eternal.transport") == "job.embodied.eternal");
    CHECK_FALSE(job.result->has("job.embodied.plain.manufacturing"));
    CHECK_FALSE(job.result->has("job.embodied.box."));
    CHECK_FALSE(job.result->has("job.embodied.box.use"));
    CHECK_FALSE(job.result->has("job.dynamic.transport"));
}
