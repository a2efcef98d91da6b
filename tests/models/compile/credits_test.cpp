// A negative end of life stands outside `embodied` and the total, on a line of its own.
#include <doctest/doctest.h>

#include "models/compile/run_text.hpp"

using lca::test::run;

TEST_CASE("credits: two of four hours are carried, of which an excluded activity has one") {
    // A card of 40 + 8 - 12 kg over 4 h: each hour carries 12 kg, and a credit of 3 kg.
    const auto done = run(R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
hardware:
  card: {kind: other, lifetime: 4 h, embodied: {manufacturing: 40 kgCO2e, transport: 8 kgCO2e, end_of_life: [-12 kgCO2e, 1 gSbe]}}
systems:
  s: {site: here, nodes: 1 node, node: [{hardware: card}]}
activities:
  first: {stage: training, system: s, node_time: 1 node*h, dynamic: none, idle: none}
  second: {stage: inference, system: s, node_time: 1 node*h, dynamic: none, idle: none}
  apart: {stage: other, system: s, node_time: 1 node*h, dynamic: none, idle: none, include: false}
)");
    REQUIRE_MESSAGE(done.result, done.messages);
    CHECK(done.kg("first.embodied.card") == doctest::Approx(12));
    CHECK(done.kg("first.embodied.card.end_of_life") == 0);
    CHECK(done.kg("embodied") == doctest::Approx(24));
    CHECK(done.kg("total") == doctest::Approx(24));
    CHECK(done.output("credits.card") == doctest::Approx(-6));
    // What is not negative is not a credit: 1 g over 4 h.
    CHECK(done.result->value("first.embodied.card.end_of_life.adpe").value.value() ==
          doctest::Approx(0.25e-3));
    CHECK(done.output("credits.card.adpe") == 0);
}

TEST_CASE("credits: what nobody carries of a shared system has its part of them") {
    // 40 - 12 kg over 4 h, looked at for 2 h: 20 kg and a credit of 6 kg; half of it is carried.
    const auto done = run(R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
hardware:
  card: {kind: other, lifetime: 4 h, embodied: {manufacturing: 40 kgCO2e, end_of_life: -12 kgCO2e}}
systems:
  s: {site: here, nodes: 1 node, node: [{hardware: card}], period: 2 h, allocate: owner}
activities:
  job: {stage: training, system: s, node_time: 1 node*h, dynamic: none, idle: none}
)");
    REQUIRE_MESSAGE(done.result, done.messages);
    CHECK(done.kg("job.embodied") == doctest::Approx(10));
    CHECK(done.kg("unallocated.embodied") == doctest::Approx(10));
    CHECK(done.kg("embodied") == doctest::Approx(20));
    CHECK(done.output("credits.card") == doctest::Approx(-6));
}

TEST_CASE("credits: hardware without a negative end of life of the catalogue's has none") {
    const auto done = run(R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
hardware:
  card: {kind: other, lifetime: 4 h, embodied: {manufacturing: 40 kgCO2e}}
systems:
  s: {site: here, nodes: 1 node, node: [{hardware: card}]}
activities:
  job: {stage: training, system: s, node_time: 1 node*h, dynamic: none, idle: none}
)");
    REQUIRE_MESSAGE(done.result, done.messages);
    CHECK(done.result->results().outputs.empty());
}
