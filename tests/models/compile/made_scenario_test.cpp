// A scenario that a program makes is the scenario that a file would describe.
#include <doctest/doctest.h>

#include "models/catalog/embedded.hpp"
#include "models/compile/session.hpp"
#include "models/results/point_result.hpp"

namespace {

using namespace lca;

constexpr std::string_view as_yaml = R"(lca: 1
title: BLOOM
sites: {idris: {grid: {intensity: 57 gCO2e/kWh}, pue: 1.2}}
systems:
  jean_zay: {site: idris, nodes: 48 node, lifetime: 6 yr, utilisation: 85 %,
             node: [{hardware: nvidia-a100-sxm4-80gb, count: 8}]}
activities:
  training: {stage: training, system: jean_zay, device_time: 1082990 GPU*h, dynamic: {power: 400 W}, idle: none}
)";

Scenario in_code() {
    GridChoice grid;
    grid.kind = GridChoice::Kind::intensity;
    grid.intensity = "57 gCO2e/kWh";
    Site idris;
    idris.id = "idris";
    idris.grid = grid;
    idris.pue = "1.2";
    Component gpus;
    gpus.hardware = "nvidia-a100-sxm4-80gb";
    gpus.count = "8";
    System jean_zay;
    jean_zay.id = "jean_zay";
    jean_zay.site = 0;
    jean_zay.nodes = "48 node";
    jean_zay.parts = {gpus};
    jean_zay.lifetime = "6 yr";
    jean_zay.utilisation = "85 %";
    Line computing;
    computing.power = "400 W";
    Activity training;
    training.id = "training";
    training.stage = stage_number("training");
    training.system = 0;
    training.device_time = "1082990 GPU*h";
    training.dynamic = {Phase::State::stated, {computing}};
    training.idle.state = Phase::State::none;
    Scenario scenario;
    scenario.title = "BLOOM";
    scenario.sites = {idris};
    scenario.systems = {jean_zay};
    scenario.activities = {training};
    return scenario;
}

std::string fault_of(Scenario scenario) {
    Session session(embedded_catalogue());
    CHECK(session.compile_scenario(std::move(scenario)) == nullptr);
    return session.messages();
}

}  // namespace

TEST_CASE("made scenario: inputs, steps and results are those of the file, to the last bit") {
    Session session(embedded_catalogue());
    const auto read = session.compile(session.load_text("bloom.yaml", std::string(as_yaml)));
    const auto made = session.compile_scenario(in_code());
    INFO(session.messages());
    REQUIRE(read);
    REQUIRE(made);
    const Inputs &from_code = made->calculation.inputs(), &from_file = read->calculation.inputs();
    REQUIRE(from_code.size() == from_file.size());
    for (std::size_t i = 0; i < from_code.size(); ++i) {
        CHECK(from_code[i].path == from_file[i].path);
        CHECK(from_code[i].value == from_file[i].value);
        CHECK(from_code[i].unit == from_file[i].unit);
    }
    CHECK(made->calculation.steps().size() == read->calculation.steps().size());
    REQUIRE(made->results.rows.size() == read->results.rows.size());
    const PointResult one(*made), other(*read);
    for (const Result& row : made->results.rows) {
        const std::string name = made->results.name(row);
        for (std::size_t i = 0; i < impact_count; ++i)
            CHECK(one.value(row, i) == other.value(*read->results.find(name), i));
    }
    // 433,196 kWh x 1.2 x 57 g
    CHECK(*one.value("dynamic").value == doctest::Approx(29630.606).epsilon(1e-7));
}

TEST_CASE("made scenario: a value says that a program states it, and where") {
    Session session(embedded_catalogue());
    const auto made = session.compile_scenario(in_code());
    REQUIRE(made);
    const auto time = made->calculation.input("activities.training.device_time");
    REQUIRE(time);
    CHECK(time->origin == Origin::code);
    CHECK_FALSE(time->place.known());
    CHECK(made->calculation.input("sites.idris.grid.intensity"));
    CHECK(made->calculation.input("systems.jean_zay.node.0.count"));
}

TEST_CASE("made scenario: it is varied by changing it") {
    Session session(embedded_catalogue());
    Scenario scenario = in_code();
    scenario.sites[0].pue = "1.5";
    const auto made = session.compile_scenario(scenario);
    REQUIRE(made);
    // 433,196 kWh x 1.5 x 57 g
    CHECK(*PointResult(*made).value("dynamic").value == doctest::Approx(37038.258).epsilon(1e-7));
}

TEST_CASE("made scenario: parameters and expressions") {
    Session session(embedded_catalogue());
    Scenario scenario = in_code();
    scenario.parameters = {{"gpu_time", "1082990 GPU*h"}};
    scenario.activities[0].device_time = "=gpu_time";
    const auto made = session.compile_scenario(scenario);
    INFO(session.messages());
    REQUIRE(made);
    CHECK(*PointResult(*made).value("dynamic").value == doctest::Approx(29630.606).epsilon(1e-7));
    CHECK(made->calculation.input("parameters.gpu_time"));
}

TEST_CASE("made scenario: what cannot be is refused") {
    Scenario scenario = in_code();
    CHECK_THROWS_WITH_AS(scenario.sites[0].pue = "5 kg", "`5 kg` is mass, expected no dimension", InputError);
    scenario.sites[0].pue = "0.5";
    CHECK(fault_of(scenario).find("`sites.idris.pue` is `0.5`") != std::string::npos);
    scenario = in_code();
    scenario.systems[0].nodes = "1.5 node";
    CHECK(fault_of(scenario).find("a whole number") != std::string::npos);
    scenario = in_code();
    scenario.systems[0].parts[0].hardware = "nvidia-a1000";
    CHECK(fault_of(scenario).find("unknown hardware `nvidia-a1000`") != std::string::npos);
    scenario = in_code();
    scenario.activities[0].dynamic.lines[0].power = "400 kg";
    CHECK(fault_of(scenario).find("`activities.training.dynamic.power` is mass") != std::string::npos);
    scenario = in_code();
    scenario.parameters = {{"a", "=b"}, {"b", "=a"}};
    CHECK(fault_of(scenario).find("`a` refers to itself") != std::string::npos);
}

TEST_CASE("made: more used than exists, and idle without a period, are faults") {
    Scenario many = in_code();
    many.activities[0].device_time = {};
    many.activities[0].devices = "400 GPU";
    many.activities[0].duration = "1 d";
    CHECK(
        fault_of(many).find("`training` uses 400 GPU at a time, but `jean_zay` has 384 GPU (48 nodes × 8)") !=
        std::string::npos);
    Scenario idle = in_code();
    Line power;
    power.power = "27 kW";
    idle.activities[0].idle = {};
    idle.systems[0].idle = {Phase::State::stated, {power}};
    CHECK(fault_of(idle).find("system `jean_zay` states `idle` but no `period`") != std::string::npos);
}
