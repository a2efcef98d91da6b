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

namespace {

/// Two sites of an owner; a contract at the first only. 100 kWh at 500 g and 100 g: 50 kg and, by contract,
/// 10 kg; 200 kWh at 50 g: 10 kg, by contract unknown. `second`: the dynamic phase of the second activity.
lca::ScenarioSource one_contract(const std::string& role, const std::string& second = "{energy: 200 kWh}") {
    return {.path = "two.yaml",
            .text = "lca: 1\ntitle: One contract\nrole: " + role + R"(
sites:
  a: {grid: {intensity: 500 gCO2e/kWh}, market_intensity: 100 gCO2e/kWh, pue: 1}
  b: {grid: {intensity: 50 gCO2e/kWh}, pue: 1}
activities:
  x: {stage: training, site: a, embodied: none, idle: none, dynamic: {energy: 100 kWh}}
  y: {stage: inference, site: b, embodied: none, idle: none, dynamic: )" +
                    second + "}\n"};
}

std::string page_text(const lca::Breakdown& breakdown) {
    return lca::write_text(lca::page_of(breakdown), {});
}

}  // namespace

TEST_CASE("by scope: a market-based figure that a site lacks is marked, and named, in every form") {
    for (const std::string role : {"owner", "customer"}) {
        CAPTURE(role);
        lca::Session session(lca::embedded_catalogue());
        const auto breakdown = lca::break_down(session, one_contract(role), {.by = lca::BreakdownKey::scope});
        REQUIRE_MESSAGE(breakdown, session.messages());
        const std::string page = page_text(*breakdown);
        CHECK_MESSAGE(page.find("10.00 *") != std::string::npos, page);
        CHECK_MESSAGE(page.find("* counts only what is assessed") != std::string::npos, page);
        CHECK_MESSAGE(
            page.find("y.dynamic (market-based): no market_intensity is given at b") != std::string::npos,
            page);
        const auto json = nlohmann::json::parse(lca::json_of(*breakdown));
        for (const auto& row : {json["groups"][0], json["total"]}) {
            CHECK(row["gwp_kgco2e"] == doctest::Approx(60));
            CHECK(row["gwp_market_kgco2e"] == doctest::Approx(10));
            CHECK(row["partial_measures"] == nlohmann::json{"gwp_market_kgco2e"});
            CHECK(row["gaps"] == nlohmann::json{"y.dynamic.market"});
        }
        CHECK(json["groups"][0]["partial"] == false);  // of the measure of the page
        const lca::Records records = lca::records_of(*breakdown);
        REQUIRE(records.columns.back() == "gaps");
        CHECK(std::get<std::string>(records.rows[0].back()) == "y.dynamic.market");
    }
}

TEST_CASE("a breakdown marks electricity that a row lacks") {
    lca::Session session(lca::embedded_catalogue());
    const auto breakdown =
        lca::break_down(session, one_contract("owner", "not_assessed"), {.by = lca::BreakdownKey::phase});
    REQUIRE_MESSAGE(breakdown, session.messages());
    const std::string page = page_text(*breakdown);
    CHECK_MESSAGE(page.find("dynamic *") != std::string::npos, page);
    CHECK_MESSAGE(page.find("y.dynamic") != std::string::npos, page);
    const auto json = nlohmann::json::parse(lca::json_of(*breakdown));
    CHECK(json["total"]["energy_kwh"] == doctest::Approx(100));
    CHECK_MESSAGE(json["total"]["partial_measures"].dump().find("energy_kwh") != std::string::npos,
                  json.dump());
}

TEST_CASE("a breakdown that lacks nothing has no mark") {
    lca::Session session(lca::embedded_catalogue());
    const lca::ScenarioSource whole = {.path = "whole.yaml", .text = R"(lca: 1
title: Whole
sites: {a: {grid: {intensity: 500 gCO2e/kWh}, pue: 1}}
activities:
  x: {stage: training, site: a, embodied: none, idle: none, dynamic: {energy: 100 kWh}}
)"};
    const auto breakdown = lca::break_down(session, whole, {.by = lca::BreakdownKey::stage});
    REQUIRE_MESSAGE(breakdown, session.messages());
    const auto json = nlohmann::json::parse(lca::json_of(*breakdown));
    CHECK_FALSE(json["groups"][0].contains("gaps"));
    CHECK_FALSE(json["total"].contains("partial_measures"));
    CHECK(page_text(*breakdown).find('*') == std::string::npos);
}

TEST_CASE(
    "by scope: capital goods also in the year of purchase, and upstream of combustion beside the total") {
    // 10 nodes of 3,000 kg for 5 yr at 80 %: 70,080 of 350,400 node hours carry 6,000 of 30,000 kg. 350,400
    // kWh × PUE 1.2 = 420,480 kWh at 400 g / 0.95: 177,044 kg, 5 % of them lost; 60 g upstream are 25,229 kg
    // more.
    const std::string text = R"(lca: 1
title: t
role: owner
sites: {hall: {grid: {intensity: 400 gCO2e/kWh, basis: combustion, losses: 5 %}, pue: 1.2, upstream_intensity: 60 gCO2e/kWh}}
hardware: {box: {kind: server, embodied: 3000 kgCO2e}}
systems: {cluster: {site: hall, nodes: 10 node, node: [{hardware: box}], lifetime: 5 yr, utilisation: 80 %}}
activities:
  work: {stage: training, system: cluster, node_time: 70080 node*h, dynamic: {node_power: 5 kW}, idle: none}
)";
    lca::Session session(lca::embedded_catalogue());
    const auto breakdown =
        lca::break_down(session, {.path = "t.yaml", .text = text}, {.by = lca::BreakdownKey::scope});
    REQUIRE_MESSAGE(breakdown, session.messages());
    const auto json = nlohmann::json::parse(lca::json_of(*breakdown));
    CHECK(json["groups"][0]["gwp_kgco2e"] == doctest::Approx(168192));
    CHECK_FALSE(json["groups"][0].contains("year_of_purchase"));
    CHECK(json["groups"][1]["gwp_kgco2e"] == doctest::Approx(6000));
    CHECK(json["groups"][1]["year_of_purchase"]["gwp_kgco2e"] == doctest::Approx(30000));
    CHECK(json["groups"][2]["gwp_kgco2e"] == doctest::Approx(168192 / 0.95 * 0.05));
    CHECK(json["beside_total"][0]["gwp_kgco2e"] == doctest::Approx(25228.8));
    const std::string page = page_text(*breakdown);
    for (const std::string_view said : {"30 tCO2e", "scope_3.category_3", "25.2"})
        CHECK_MESSAGE(page.find(said) != std::string::npos, page);
    const lca::Records records = lca::records_of(*breakdown);
    REQUIRE(records.columns[records.columns.size() - 2] == "year_of_purchase_kgco2e");
    CHECK(std::get<double>(records.rows[1][records.columns.size() - 2]) == doctest::Approx(30000));
}
