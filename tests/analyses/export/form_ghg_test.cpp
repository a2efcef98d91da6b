// Scopes and categories worked by hand: 10 nodes of 3,000 kg for 5 yr at 80 %, of which 70,080 node hours are
// 70,080 / (43,800 × 0.8) × 3,000 = 6,000 kg; 5 kW × 70,080 h × PUE 1.2 = 420,480 kWh.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "analyses/export/export.hpp"
#include "models/catalog/listed.hpp"

using namespace lca;

namespace {

struct Written {
    std::string role = "owner", grid = "{intensity: 400 gCO2e/kWh, basis: combustion}", more = {};
    std::string embodied = "{kind: server, embodied: 3000 kgCO2e}";
};

nlohmann::json exported(const Written& of) {
    const std::string text = "lca: 1\ntitle: t\nrole: " + of.role + "\nsites: {hall: {grid: " + of.grid +
                             ", pue: 1.2" + of.more + R"(}}
hardware: {box: )" + of.embodied +
                             R"(}
systems: {cluster: {site: hall, nodes: 10 node, node: [{hardware: box}], lifetime: 5 yr, utilisation: 80 %}}
activities:
  work: {stage: training, system: cluster, node_time: 70080 node*h, dynamic: {node_power: 5 kW}, idle: none}
)";
    Session session(embedded_catalogue());
    const auto result = export_results(session, {.path = "t.yaml", .text = text}, {.form = "ghg"});
    REQUIRE_MESSAGE(result, session.messages());
    return nlohmann::json::parse(*result);
}

nlohmann::json row(const nlohmann::json& table, std::string_view scope, std::string_view category = {}) {
    for (const nlohmann::json& one : table["rows"]) {
        if (one["scope"] == scope && one.value("category", "") == category) return one;
    }
    return {};
}

double value(const nlohmann::json& cell) {
    return cell["value"].is_null() ? -1 : cell["value"].get<double>();
}

}  // namespace

TEST_CASE("ghg: an owner's scopes by location and by contract, which are never added") {
    const auto table = exported({.more = ", market_intensity: 100 gCO2e/kWh"});
    CHECK(value(row(table, "scope_2")["location_based"]) == doctest::Approx(168192));
    CHECK(value(row(table, "scope_2")["market_based"]) == doctest::Approx(42048));
    const auto capital = row(table, "scope_3", "category_2");
    CHECK(value(capital["location_based"]) == doctest::Approx(6000));
    CHECK(value(capital["market_based"]) == doctest::Approx(6000));
    CHECK(value(capital["year_of_purchase"]) == doctest::Approx(30000));
    CHECK(value(table["totals"]["location_based"]) == doctest::Approx(174192));
    CHECK(value(table["totals"]["market_based"]) == doctest::Approx(48048));
    CHECK(value(table["lca_total"]) == doctest::Approx(174192));
}

TEST_CASE("ghg: what a scenario does not show is not assessed, never zero") {
    const auto table = exported({});
    for (const auto& [scope, category] :
         {std::pair("scope_1", ""), {"scope_3", "category_1"}, {"scope_3", "category_3"}}) {
        const auto cell = row(table, scope, category)["location_based"];
        CHECK(cell["value"].is_null());
        CHECK(cell["status"] == "not assessed");
        CHECK_FALSE(cell["not_assessed"].empty());
    }
    CHECK(row(table, "scope_2")["market_based"]["value"].is_null());
    const auto market = table["totals"]["market_based"];
    CHECK(market["value"].is_null());
    CHECK(market["status"] == "not assessed");
    CHECK(market["not_assessed"][0] == "no site states a `market_intensity`");
}

TEST_CASE("ghg: losses are category 3 and no longer scope 2; upstream of combustion comes beside the total") {
    const auto lost = exported({.grid = "{intensity: 400 gCO2e/kWh, basis: combustion, losses: 5 %}"});
    // 168,192 / 0.95 in all, 5 % of that on the way.
    CHECK(value(row(lost, "scope_2")["location_based"]) == doctest::Approx(168192));
    CHECK(value(row(lost, "scope_3", "category_3")["location_based"]) ==
          doctest::Approx(168192 / 0.95 * 0.05));
    CHECK(row(lost, "scope_3", "category_3")["location_based"]["status"] == "partial");
    CHECK(value(lost["lca_total"]) == doctest::Approx(168192 / 0.95 + 6000));
    const auto both = exported({.grid = "{intensity: 400 gCO2e/kWh, basis: combustion, losses: 5 %}",
                                .more = ", upstream_intensity: 60 gCO2e/kWh"});
    CHECK(value(row(both, "scope_3", "category_3")["location_based"]) ==
          doctest::Approx(168192 / 0.95 * 0.05 + 25228.8));
    CHECK(row(both, "scope_3", "category_3")["location_based"]["status"] == "assessed");
    CHECK(value(both["totals"]["location_based"]) == doctest::Approx(168192 / 0.95 + 25228.8 + 6000));
}

TEST_CASE("ghg: an intensity of the life cycle contains its upstream, which then leaves scope 2") {
    const auto plain = exported({.grid = "{intensity: 400 gCO2e/kWh, basis: life_cycle}"});
    CHECK(value(row(plain, "scope_2")["location_based"]) == doctest::Approx(168192));
    CHECK_FALSE(row(plain, "scope_2")["note"].get<std::string>().empty());
    CHECK(row(plain, "scope_3", "category_3")["location_based"]["value"].is_null());
    const auto split = exported({.grid = "{intensity: 400 gCO2e/kWh, basis: life_cycle}",
                                 .more = ", upstream_intensity: 60 gCO2e/kWh"});
    CHECK(value(row(split, "scope_2")["location_based"]) == doctest::Approx(168192 - 25228.8));
    CHECK(value(row(split, "scope_3", "category_3")["location_based"]) == doctest::Approx(25228.8));
    CHECK(value(split["totals"]["location_based"]) == doctest::Approx(174192));
    const auto unsaid =
        exported({.grid = "{intensity: 400 gCO2e/kWh}", .more = ", upstream_intensity: 60 gCO2e/kWh"});
    CHECK(row(unsaid, "scope_3", "category_3")["location_based"]["value"].is_null());
}

TEST_CASE("ghg: to a customer all is category 1") {
    const auto table = exported({.role = "customer"});
    CHECK(value(row(table, "scope_3", "category_1")["location_based"]) == doctest::Approx(174192));
    CHECK(row(table, "scope_2")["location_based"]["status"] == "not assessed");
    CHECK(value(table["totals"]["location_based"]) == doctest::Approx(174192));
}

TEST_CASE("ghg: a total says what is missing from it") {
    const auto texts = [](const nlohmann::json& cell) {
        return cell.contains("not_assessed") ? cell["not_assessed"].dump() : std::string();
    };
    // An owner's scope 1 and category 1 are in no scenario: the sum of the rest is never the whole.
    const auto owner = exported({.grid = "{intensity: 400 gCO2e/kWh, basis: life_cycle}"});
    const auto sum = owner["totals"]["location_based"];
    CHECK(sum["status"] == "partial");
    CHECK(texts(sum).find("scope_1: ") != std::string::npos);
    CHECK(texts(sum).find("category_1: ") != std::string::npos);
    CHECK(texts(sum).find("category_3: ") == std::string::npos);  // contained in scope 2, and in the sum
    CHECK(owner["lca_total"]["status"] == "assessed");
    // A customer's whole inventory is category 1: what is the provider's is within it, and not missing.
    const auto customer = exported({.role = "customer"});
    CHECK(customer["totals"]["location_based"]["status"] == "assessed");
    CHECK(customer["lca_total"]["status"] == "assessed");
}

TEST_CASE("ghg: the total of an evaluation with a gap is partial") {
    const auto table = exported({.role = "customer", .embodied = "{kind: server}"});
    CHECK(value(table["lca_total"]) == doctest::Approx(168192));
    CHECK(table["lca_total"]["status"] == "partial");
    CHECK(table["lca_total"]["not_assessed"][0].get<std::string>().starts_with("work.embodied.box: "));
    CHECK(table["totals"]["location_based"]["status"] == "partial");
}

TEST_CASE("ghg: without a role there is no table") {
    Session session(embedded_catalogue());
    const ScenarioSource source{.path = "t.yaml",
                                .text =
                                    "lca: 1\ntitle: t\nsites: {s: {grid: FRA}}\nactivities: {a: {stage: "
                                    "training, site: s, idle: none, "
                                    "embodied: none, dynamic: {energy: 1 kWh}}}\n"};
    CHECK_THROWS_AS(export_results(session, source, {.form = "ghg"}), InputError);
}

TEST_CASE("ghg: grids that count different things are not grids of unstated basis") {
    const std::string text = R"(lca: 1
title: t
role: owner
mixed_basis: accepted
sites:
  a: {grid: {intensity: 400 gCO2e/kWh, basis: combustion}, pue: 1}
  b: {grid: {intensity: 400 gCO2e/kWh, basis: life_cycle}, pue: 1}
activities:
  x: {stage: training, site: a, embodied: none, idle: none, dynamic: {energy: 10 kWh}}
  y: {stage: training, site: b, embodied: none, idle: none, dynamic: {energy: 10 kWh}}
)";
    Session session(embedded_catalogue());
    const auto result = export_results(session, {.path = "t.yaml", .text = text}, {.form = "ghg"});
    REQUIRE_MESSAGE(result, session.messages());
    const auto cell = row(nlohmann::json::parse(*result), "scope_3", "category_3")["location_based"];
    CHECK(cell["value"].is_null());
    CHECK(cell["not_assessed"][0].get<std::string>().find("count different things") != std::string::npos);
}
