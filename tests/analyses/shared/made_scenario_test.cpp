// Questions asked of a scenario that a program made.
#include <doctest/doctest.h>

#include "analyses/evaluation/evaluation.hpp"
#include "analyses/explanation/explanation.hpp"
#include "analyses/uncertainty/uncertainty.hpp"
#include "models/catalog/embedded.hpp"

namespace {

using namespace lca;

const ScenarioSource as_yaml{.path = "t.yaml", .text = R"(lca: 1
title: T
sites:
  here:
    grid: {intensity: 400 gCO2e/kWh}
    pue: {value: 1.2, uncertainty: {distribution: uniform, low: 1.1, high: 1.3}}
activities:
  run: {stage: other, site: here, dynamic: {energy: 10 kWh}, idle: none, embodied: none}
)"};

/// The same; the distribution is that of the file.
ScenarioSource in_code() {
    Session session(embedded_catalogue());
    const auto read = compile(session, as_yaml);
    REQUIRE(read);
    GridChoice grid;
    grid.kind = GridChoice::Kind::intensity;
    grid.intensity = "400 gCO2e/kWh";
    Site here;
    here.id = "here";
    here.grid = grid;
    here.pue = Value<unit::None>(AnyValue("1.2").with(
        [&](Statement& stated) { stated.uncertainty = read->scenario.sites.at(0).pue->uncertainty; }));
    Line energy;
    energy.energy = "10 kWh";
    Activity run;
    run.id = "run";
    run.stage = stage_number("other");
    run.site = 0;
    run.dynamic = {Phase::State::stated, {energy}};
    run.idle.state = run.embodied.state = Phase::State::none;
    auto made = std::make_shared<Scenario>();
    made->title = "T";
    made->sites = {here};
    made->activities = {run};
    return {.path = "made", .made = made};
}

}  // namespace

TEST_CASE("made scenario: evaluated, and explained down to values that a program states") {
    Session session(embedded_catalogue());
    const auto explained = explain(session, in_code());
    INFO(session.messages());
    REQUIRE(explained);
    CHECK(explained->evaluation.file == "made");
    const Page page = page_of(*explained);
    CHECK_FALSE(page.title.empty());
    const auto evaluation = evaluate(session, in_code());
    REQUIRE(evaluation);
    CHECK(*evaluation->result->value("total").value == doctest::Approx(4.8));  // 10 kWh x 1.2 x 400 g
}

TEST_CASE("made scenario: its draws are those of the file") {
    Session session(embedded_catalogue());
    const auto made = sample_uncertainty(session, in_code()), read = sample_uncertainty(session, as_yaml);
    REQUIRE(made);
    REQUIRE(read);
    CHECK(made->of("total")->p5 == read->of("total")->p5);
    CHECK(made->of("total")->p95 == read->of("total")->p95);
    CHECK(made->of("total")->sd > 0);
}
