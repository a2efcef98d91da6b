// A total broken down by one key, asked by a program.
#include "analyses/breakdown/breakdown.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "models/catalog/embedded.hpp"

namespace {

/// 30 kWh and 10 kWh at 100 g: 3 kg and 1 kg.
lca::ScenarioSource two_activities() {
    return {.path = "two.yaml", .text = R"(lca: 1
title: Two activities
sites:
  here: {grid: {intensity: 100 gCO2e/kWh}, pue: 1}
activities:
  first: {stage: training, site: here, dynamic: {energy: 30 kWh}}
  second: {stage: inference, site: here, dynamic: {energy: 10 kWh}}
)"};
}

const std::vector<std::string_view> by_activity = {"first", "second"};

lca::Breakdown broken_down(lca::Session& session, lca::BreakdownKey by) {
    std::optional<lca::Breakdown> breakdown = lca::break_down(session, two_activities(), {.by = by});
    REQUIRE_MESSAGE(breakdown, session.messages());
    return std::move(*breakdown);
}

}  // namespace

TEST_CASE("a breakdown by activity: items in the order of the file, shares of the total") {
    lca::Session session(lca::embedded_catalogue());
    const lca::Breakdown breakdown = broken_down(session, lca::BreakdownKey::activity);
    REQUIRE(breakdown.items.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) CHECK(breakdown.items[i].name == by_activity[i]);
    const auto json = nlohmann::json::parse(lca::json_of(breakdown));
    CHECK(json["groups"][0]["gwp_kgco2e"] == doctest::Approx(3));
    CHECK(json["groups"][0]["share"] == doctest::Approx(0.75));
    CHECK(json["groups"][1]["gwp_kgco2e"] == doctest::Approx(1));
}

TEST_CASE("a breakdown by stage holds the same total in other items") {
    lca::Session session(lca::embedded_catalogue());
    const lca::Breakdown breakdown = broken_down(session, lca::BreakdownKey::stage);
    const lca::PointResult& result = *breakdown.evaluation.result;
    double sum = 0;
    for (const lca::BreakdownItem& item : breakdown.items)
        sum += result.value(*result.results().find(item.result), lca::index_of::climate).value_or(0);
    CHECK(sum == doctest::Approx(4));
}

TEST_CASE("a breakdown by impact has no items: impacts do not add up") {
    lca::Session session(lca::embedded_catalogue());
    const lca::Breakdown breakdown = broken_down(session, lca::BreakdownKey::impact);
    CHECK(breakdown.items.empty());
}

TEST_CASE("a scenario without activities has nothing to break down") {
    lca::Session session(lca::embedded_catalogue());
    const lca::ScenarioSource none = {
        .path = "none.yaml", .text = "lca: 1\ntitle: x\nparameters:\n  a: 3 kWh\noutputs:\n  b: =a\n"};
    CHECK_THROWS_WITH_AS(lca::break_down(session, none, {}), doctest::Contains("no activities"),
                         lca::InputError);
}
