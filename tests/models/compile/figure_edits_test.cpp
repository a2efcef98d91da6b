// Changes of figures of the catalogue, by the paths that results list.

#include "models/compile/figure_edits.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "lca/document/load.hpp"
#include "lca/document/node.hpp"
#include "models/catalog/embedded.hpp"
#include "models/compile/compile.hpp"
#include "models/compile/session.hpp"
#include "models/results/point_result.hpp"

namespace {

/// One card of 100 kg (and a host of 500 kg, of the file's own) for a year of five, on a grid of the
/// catalogue.
constexpr std::string_view file = R"(lca: 1
title: t
sites: {here: {grid: IRL}}
hardware:
  host: {kind: server, embodied: {manufacturing: 400 kgCO2e, transport: 100 kgCO2e}}
systems:
  s: {site: here, nodes: 1 node, lifetime: 5 yr, node: [{hardware: host}, {hardware: nvidia-a100-sxm4-80gb, count: 8}]}
activities:
  a: {stage: training, system: s, duration: 1 yr, dynamic: {energy: 1000 kWh}, idle: none}
what_if:
  heavy: {set: {nvidia-a100-sxm4-80gb.embodied: 200 kgCO2e}}
  light: {set: {host.embodied.transport: 50 kgCO2e}}
sweep: {vary: {nvidia-a100-sxm4-80gb.embodied: [100, 200 kgCO2e]}}
)";

struct Answer {
    double total = 0, dynamic = 0;
    std::string messages;
};

Answer answer(std::vector<lca::Edit> edits, std::string_view what_if = "") {
    lca::Session session(lca::embedded_catalogue());
    const auto document = session.load_text("t.yaml", std::string(file));
    const auto model = session.compile(document, what_if, edits);
    if (!model) return {.messages = session.messages()};
    const lca::PointResult result(*model);
    return {*result.value("total").value, *result.value("dynamic").value, session.messages()};
}

}  // namespace

TEST_CASE("a figure of a piece of hardware is replaced, the others of its entry stay") {
    // A fifth of (500 + 8 x 200) kg is 420 kg, of (500 + 8 x 100) kg 260 kg.
    const double heavy = answer({{"nvidia-a100-sxm4-80gb.embodied", "200 kgCO2e"}}).total;
    const double light = answer({{"nvidia-a100-sxm4-80gb.embodied", "100 kgCO2e"}}).total;
    CHECK(heavy - light == doctest::Approx(160));
    CHECK(answer({{"A100-80GB.embodied", "100 kgCO2e"}}).total == light);  // another name of it
    CHECK(answer({}, "heavy").total == heavy);
    CHECK(answer({{"nvidia-a100-sxm4-80gb.embodied", "100 kgCO2e"}}, "heavy").total ==
          light);  // the last one holds
}

TEST_CASE("a figure of the file's own hardware goes by the path that results list, too") {
    const double base = answer({}).total;
    CHECK(base - answer({{"host.embodied.transport", "50 kgCO2e"}}).total == doctest::Approx(10));  // 50 / 5
    CHECK(base - answer({}, "light").total == doctest::Approx(10));
}

TEST_CASE("a figure of a grid is replaced") {
    const Answer clean = answer({{"IRL/2025.intensity", "100 gCO2e/kWh"}});
    CHECK(clean.dynamic == doctest::Approx(100));  // 1000 kWh x 0.1 kg
    CHECK(answer({{"IRL.intensity", "100 gCO2e/kWh"}}).dynamic == clean.dynamic);
}

TEST_CASE("what enters nowhere, and what does not fit, is a fault at the change") {
    const auto fault = [](const char* path, const char* value) { return answer({{path, value}}).messages; };
    CHECK(fault("FRA/2025.intensity", "1 kgCO2e/kWh").find("used in this scenario") != std::string::npos);
    CHECK(fault("nvidia-a100-sxm4-80gb.embodid", "1 kgCO2e").find("used in this scenario") !=
          std::string::npos);
    const std::string energy = fault("nvidia-a100-sxm4-80gb.embodied", "1 kWh");
    CHECK(energy.find("energy, but must be climate change impact") != std::string::npos);
    CHECK(energy.find("such as `150 kgCO2e`") != std::string::npos);
    CHECK(fault("nvidia-a1000.embodied", "1 kgCO2e").find("leads nowhere") != std::string::npos);
    CHECK(fault("IRL/2025.intensity", "-1 kgCO2e/kWh").find("out of range") != std::string::npos);
}

TEST_CASE("figure edits: a scenario that is kept holds nothing of the reading that made it") {
    // The changes are read when they are compiled: what is wrong with them is a fault of that run, also where
    // the run that read the scenario is over and its faults are gone.
    lca::Session session(lca::embedded_catalogue());
    const auto document = session.load_text("t.yaml", std::string(file));
    REQUIRE(document);
    auto faults_of_reading = std::make_unique<lca::Diagnostics>();
    const std::uint32_t number = session.sources().add(
        {.name = "c.yaml", .text = "{nvidia-a100-sxm4-80gb.embodied: -1 kgCO2e}", .sha256 = {}});
    const std::shared_ptr<const lca::Document> changes =
        lca::load_text(number, session.sources(), *faults_of_reading);
    REQUIRE(changes);
    lca::Scenario scenario = lca::read_scenario(*document, session.sources(), *faults_of_reading);
    scenario.replaced = changes->root();
    scenario.replaced_tree = changes;
    faults_of_reading.reset();
    lca::Diagnostics found;
    CHECK(!lca::compile_detail::compile(scenario, session.catalog(), session.sources(), found));
    REQUIRE(found.errors() == 1);
    INFO(lca::render(found, session.sources()));
    CHECK(found.sorted().front().message.find("out of range") != std::string::npos);
}
