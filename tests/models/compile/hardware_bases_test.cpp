// What embodied figures cover and how they were found: reported where unlike ones are added up.
#include "models/compile/hardware_bases.hpp"
#include "lca/base/text.hpp"

#include <doctest/doctest.h>

#include <string>

#include "models/compile/run_text.hpp"

using lca::test::run;

namespace {

/// Two kinds of cards, each of which a node has one of.
auto study(const std::string& first, const std::string& second, const std::string& more = {}) {
    return run(more + R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}, pue: 1}}
hardware:
  one: {kind: accelerator, lifetime: 5 yr, )" +
               first + R"(}
  two: {kind: accelerator, lifetime: 5 yr, )" +
               second + R"(}
systems: {c: {site: here, nodes: 1 node, node: [{hardware: one}, {hardware: two}]}}
activities: {job: {stage: training, system: c, node_time: 10 node*h, idle: none, dynamic: {energy: 1 kWh}}}
)");
}

std::string remarks(const lca::test::Run& of) {
    REQUIRE_MESSAGE(of.result, of.messages);
    std::string all;
    for (const std::string& one : of.result->results().remarks) all += one + "\n";
    return all;
}

const lca::EmbodiedBasis& basis(const lca::test::Run& of, std::size_t which) {
    REQUIRE_MESSAGE(of.result, of.messages);
    return of.result->results().hardware.at(which).basis;
}

constexpr const char* by_vendor =
    "embodied: 100 kgCO2e, embodied_basis: {covers: cradle_to_gate, method: vendor}";
constexpr const char* by_assessment =
    "embodied: 100 kgCO2e, embodied_basis: {covers: cradle_to_gate, method: assessment}";

}  // namespace

TEST_CASE("bases: unlike figures in one result are reported in one line, which names one of each") {
    CHECK(remarks(study(by_vendor, by_assessment)) ==
          "Embodied figures of unlike basis are added up: cradle to gate by the vendor's own footprint (one) "
          "and "
          "cradle to gate by an assessment of a third party (two).\n");
    CHECK(remarks(study(by_vendor, by_vendor)) == "");
    CHECK(remarks(study("embodied: 1 kgCO2e, embodied_basis: {covers: cradle_to_site, method: vendor}",
                        by_vendor)) != "");
}

TEST_CASE("bases: what nobody says is unlike nothing") {
    CHECK(remarks(study(by_vendor, "embodied: 100 kgCO2e")) == "");
    CHECK(remarks(study(by_vendor,
                        "embodied: 100 kgCO2e, embodied_basis: {covers: unknown, method: unknown}")) == "");
    CHECK(in_words(basis(study(by_vendor, "embodied: 100 kgCO2e"), 1)) == "what it covers is not stated");
}

TEST_CASE("bases: figures by stage say what they cover, and models that they are models") {
    const auto stages =
        study("embodied: {manufacturing: 90 kgCO2e, transport: 9 kgCO2e, end_of_life: 1 kgCO2e}",
              "embodied: {manufacturing: 90 kgCO2e, transport: 9 kgCO2e}");
    CHECK(basis(stages, 0).covers == "cradle_to_grave_without_use");
    CHECK(basis(stages, 1).covers == "cradle_to_site");
    const auto modelled = study("die: {area: 100 mm2, process: 7 nm}, embodied: {model: act}",
                                "embodied: {manufacturing: 90 kgCO2e, end_of_life: 1 kgCO2e}");
    CHECK(basis(modelled, 0) == lca::EmbodiedBasis{"cradle_to_gate", "model", "", "", ""});
    CHECK(basis(modelled, 1).covers == "cradle_to_gate_and_end_of_life");
}

TEST_CASE("bases: a figure that a file puts in place of the catalogue's does not inherit its basis") {
    const auto with = [](const std::string& hardware) {
        return run(
            "sites: {here: {grid: {intensity: 1 kgCO2e/kWh}, pue: 1}}\n" + hardware +
            "systems: {c: {site: here, nodes: 1 node, lifetime: 5 yr, node: [{hardware: nvidia-h100-sxm}]}}\n"
            "activities: {job: {stage: training, system: c, node_time: 10 node*h, idle: none, dynamic: "
            "none}}\n");
    };
    CHECK(basis(with(""), 0).method == "vendor");
    CHECK_FALSE(basis(with("hardware: {nvidia-h100-sxm: {embodied: 200 kgCO2e}}\n"), 0).known());
    CHECK_FALSE(basis(with("hardware: {nvidia-h100-sxm: {embodied: {value: 200 kgCO2e}}}\n"), 0).known());
    CHECK(basis(with("hardware: {nvidia-h100-sxm: {power: {max: 600 W}}}\n"), 0).method == "vendor");
}

TEST_CASE("bases: unlike methods of an impact are reported") {
    const std::string ultimate = "embodied: [1 kgCO2e, 1e-3 kgSbe], embodied_basis: {reserves: ultimate}";
    CHECK(
        remarks(study(ultimate, "embodied: [1 kgCO2e, 1e-3 kgSbe], embodied_basis: {reserves: economic}")) ==
        "The abiotic depletion of embodied figures was found by unlike methods: economic (two) and ultimate "
        "(one).\n");
    CHECK(remarks(study(ultimate, ultimate)) == "");
}

TEST_CASE("bases: global warming potentials of unlike reports are a warning, the boundary's too") {
    const std::string fifth = "embodied: 1 kgCO2e, embodied_basis: {gwp: AR5}", none = "embodied: 1 kgCO2e";
    const auto warns = [](const lca::test::Run& of) {
        REQUIRE_MESSAGE(of.result, of.messages);
        return of.messages.find("global warming potentials of unlike reports") != std::string::npos;
    };
    CHECK(warns(study(fifth, "embodied: 1 kgCO2e, embodied_basis: {gwp: AR6}")));
    CHECK_FALSE(warns(study(fifth, none)));
    CHECK(warns(study(fifth, none, "boundary: {gwp: AR6}")));
    CHECK_FALSE(warns(study(fifth, none, "boundary: {gwp: AR5}")));
    // A grid of the catalogue has those of its source: eGRID2023 is the first with AR5.
    const auto grid = [](const std::string& boundary) {
        return run(boundary +
                   "sites: {here: {grid: GB-DESNZ/2025}}\n"
                   "activities: {job: {stage: training, site: here, idle: none, embodied: none, dynamic: "
                   "{energy: 1 kWh}}}\n");
    };
    CHECK(warns(grid("boundary: {gwp: AR6}\n")));
    CHECK_FALSE(warns(grid("boundary: {gwp: AR5}\n")));
}

TEST_CASE("bases: water that is withdrawn is not called consumption") {
    const auto at = [](const std::string& site) {
        return run("sites: {here: {grid: {intensity: 1 kgCO2e/kWh}, pue: 1, " + site +
                   "}}\nactivities: {job: {stage: training, site: here, idle: none, embodied: none, dynamic: "
                   "{energy: "
                   "1 kWh}}}\n");
    };
    CHECK(remarks(at("wue: 1 L/kWh, wue_counts: withdrawal"))
              .find("is water withdrawal, not water consumption") != std::string::npos);
    CHECK(remarks(at("wue: 1 L/kWh")) == "");
    CHECK(remarks(at("datacentre: aws/2024")).find("of aws/2024 is water withdrawal") != std::string::npos);
    CHECK(remarks(at("datacentre: google/2025")) == "");
}
