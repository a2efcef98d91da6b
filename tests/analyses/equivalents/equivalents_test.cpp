// A total of 57,152.63862 kgCO2e is that of one car's life: 126,000 lb of 0.45359237 kg.
#include "analyses/equivalents/equivalents.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "analyses/evaluation/evaluation.hpp"
#include "models/catalog/listed.hpp"

using namespace lca;

namespace {

Equivalents of(Session& session, const std::string& idle, const std::string& intensity) {
    const std::string text = "lca: 1\ntitle: t\nsites: {here: {grid: {intensity: " + intensity +
                             "}}}\nactivities:\n  a: {stage: training, site: here, dynamic: {energy: "
                             "118800 kWh}, idle: " +
                             idle + ", embodied: none}\n";
    const std::optional<Evaluation> found = evaluate(session, {.path = "t.yaml", .text = text});
    INFO(session.messages());
    REQUIRE(found);
    return equivalents_of(*found);
}

}  // namespace

TEST_CASE("each is the total over what one of the thing is") {
    Session session(embedded_catalogue());
    // 118,800 kWh × 0.5 kg/kWh = 59,400 kg.
    const Equivalents all = of(session, "none", "500 gCO2e/kWh");
    REQUIRE(all.items.size() == 6);
    CHECK(all.items.size() <= Equivalents::max_items);
    const std::map<std::string_view, double> by_hand = {
        {"car_lifetimes", 59'400 / 57'152.63862},
        {"car_km", 59'400 / 0.393 * 1.609344},
        {"home_years", 10},
        {"flights", 49.5},
        {"phone_charges", 59'400 / 0.0124},
        {"tech_sector_share", 59'400 / (2.2e12 / 3.9 * 2.85) * 100},
    };
    for (const Equivalent& one : all.items) {
        INFO(one.id);
        CHECK(one.value == doctest::Approx(by_hand.at(one.id)).epsilon(1e-12));
        CHECK_FALSE(one.source->title.empty());
        CHECK_FALSE(one.source->licence.empty());
        CHECK(one.source->year > 2000);
        CHECK(one.low.has_value() == (one.id == "tech_sector_share"));
    }
    // 1.8 to 3.9 %, so the ends lie at 2.85 / 3.9 and 2.85 / 1.8 of the middle.
    const Equivalent& sector = all.items.back();
    CHECK(*sector.low == doctest::Approx(sector.value * 2.85 / 3.9).epsilon(1e-12));
    CHECK(*sector.high == doctest::Approx(sector.value * 2.85 / 1.8).epsilon(1e-12));
}

TEST_CASE("an interval of the result is one of what it compares with") {
    Session session(embedded_catalogue());
    const Equivalents all = of(session, "none",
                               "{value: 500 gCO2e/kWh, uncertainty: {distribution: uniform, low: 400 "
                               "gCO2e/kWh, high: 600 gCO2e/kWh}}");
    const Equivalent& flights = *std::find_if(all.items.begin(), all.items.end(),
                                              [](const Equivalent& one) { return one.id == "flights"; });
    REQUIRE(flights.low);
    // P5 and P95 of the uniform: 410 and 590; 1 % for 4,096 draws.
    CHECK(*flights.low == doctest::Approx(49.5 * 0.82).epsilon(0.01));
    CHECK(*flights.high == doctest::Approx(49.5 * 1.18).epsilon(0.01));
    const Equivalent& homes = *std::find_if(all.items.begin(), all.items.end(),
                                            [](const Equivalent& one) { return one.id == "home_years"; });
    CHECK_FALSE(homes.low);  // the electricity is certain
}

TEST_CASE("a partial total has none") {
    Session session(embedded_catalogue());
    const Equivalents none = of(session, "not_assessed", "500 gCO2e/kWh");
    CHECK(none.items.empty());
    CHECK(none.reason == "the total counts only what is assessed: it lacks a.idle");
}
