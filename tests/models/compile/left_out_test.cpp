// Whatever is left out of a file, or put where something else belongs, is a fault or a result, never a crash.
#include <doctest/doctest.h>

#include "lca/document/load.hpp"
#include "models/catalog/embedded.hpp"
#include "models/compile/session.hpp"
#include "models/edit/edits.hpp"

using namespace lca;

namespace {

constexpr std::string_view everything = R"(lca: 1
title: everything at once
note: a note
source: {title: T, authors: A, year: 2023, url: "https://example.org", where: Table 1}
functional_unit: {amount: 2, name: model}
boundary: {stages: [manufacturing, use], includes: [host, cooling], gwp: AR6, cut_off: the rest}
role: owner
parameters:
  pue: {value: 1.2, uncertainty: {distribution: triangular, low: 1.1, high: 1.4}, source: s, note: n, status: assumed}
  life: {value: 4 yr, uncertainty: {pedigree: [2, 3, 1, 1, 4], basic: 1.05}}
  power: {value: 300 W, uncertainty: {distribution: discrete, values: [250 W, 300 W], weights: [1, 2]}}
  sum: =power * 2
sites:
  here: {grid: {region: FRA, year: 2023, losses: 7 %}, pue: =pue, wue: 1 L/kWh, market_intensity: 0 gCO2e/kWh}
  there: {grid: {mix: {nuclear: 70 %, gas: 30 %}}, datacentre: google/2023, water_intensity: 2 L/kWh}
hardware:
  card: {kind: accelerator, power: {max: 400 W}, peak: {bf16: 300 TFLOP/s}, embodied: {model: act, area: 800 mm2, process: 7 nm}}
  box: {kind: server, embodied: {manufacturing: {board: 90 kgCO2e, case: 10 kgCO2e}, end_of_life: -3 kgCO2e}, lifetime: 5 yr}
  dram: {kind: memory, embodied: [1.4 kgCO2e/GB, 2 L/GB]}
systems:
  own: {site: here, nodes: 4 node, node: [{hardware: card, count: 8}, {hardware: box}], lifetime: =life, utilisation: 80 %}
  many:
    site: there
    nodes: 2 node
    node: [{hardware: card, count: 2}, {hardware: dram, amount: 1 TB, lifetime: 3 yr}]
    shared: [{hardware: box, count: 2}]
    lifetime: 4 yr
    period: 1 yr
    idle: {fans: {power: 1 kW}}
    allocate: owner
activities:
  train:
    stage: training
    system: own
    work: 1e9 TFLOP
    efficiency: 40 %
    precision: bf16
    dynamic: {power: =power, host_power: 200 W}
    idle: {share: 10 %}
    embodied: {allocation: calendar}
  serve: {stage: inference, system: many, devices: 2 GPU, duration: 10 d, requests: 1e6 request, tokens: 1e8 token, dynamic: {energy: 900 kWh, includes: [pue]}}
  rest: {stage: other, site: there, duration: 3 h, include: false, dynamic: {a: {energy: 1 kWh}}, idle: none, embodied: {value: 3 kgCO2e}}
outputs: {each: =serve.per_request, twice: =outputs.each * 2}
what_if:
  greener: {title: G, set: {sites.here.grid: NOR}, remove: [sites.there.datacentre]}
expect:
  - {of: total, at_least: 1 gCO2e, where: Table 1}
  - {of: serve, per: request, value: 3 gCO2e, what_if: greener, tolerance: 5 %, because: rounded}
correlations: [{of: [parameters.pue, parameters.life], r: 0.3}]
sweep: {vary: {sites.here.pue: {from: 1.1, to: 1.5, steps: 3}, sites.here.grid: [FRA, DEU]}}
rebound: {elasticity: 0.5, of: serve.per_request, demand: serve.requests}
counterfactual: greener
mixed_basis: accepted
)";

void collect(Node node, std::vector<std::string>& paths) {
    for (const Node child : node.children()) {
        paths.push_back(child.path());
        if (!child.is_text()) collect(child, paths);
    }
}

std::vector<std::string> all_paths() {
    Session session(embedded_catalogue());
    const auto document = session.load_text("everything", std::string(everything));
    REQUIRE_MESSAGE(session.compile(document), session.messages());
    std::vector<std::string> paths;
    collect(document->root(), paths);
    return paths;
}

/// With something else at a path, or nothing: a model or a fault in words.
void check_with(const std::string& path, const char* instead) {
    CAPTURE(path);
    CAPTURE(instead);
    Session session(embedded_catalogue());
    const auto document = session.load_text("everything", std::string(everything));
    std::unique_ptr<Document> other;
    TreeEdit part{path, {}, document->root().place()};
    if (instead != nullptr) {
        Diagnostics of_value;
        other = load_argument("instead", instead, session.sources(), of_value);
        REQUIRE(other);
        part.value = other->root();
    }
    const std::unique_ptr<Model> model = session.compile_edited(document, {part});
    CHECK((model == nullptr) == session.diagnostics().has_errors());
    CHECK((model == nullptr) == (session.messages().find(": error: ") != std::string::npos));
}

}  // namespace

TEST_CASE("whatever is left out of a file: a result or a fault in words") {
    for (const std::string& path : all_paths()) check_with(path, nullptr);
}

TEST_CASE("whatever stands where something else belongs: a result or a fault in words") {
    for (const std::string& path : all_paths()) {
        for (const char* instead : {"none", "{}", "[]", "-5", "=pue", "5 kWh"}) check_with(path, instead);
    }
}
