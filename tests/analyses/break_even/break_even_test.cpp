// Values of an input at which two results are equal, or one reaches a target, asked by a program.
#include "analyses/break_even/break_even.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "models/catalog/embedded.hpp"

namespace {

/// Rent grows with the hours used, a purchase does not: equal at 12 kWh / 3 kWh = 4 units of `hours`.
lca::ScenarioSource rent_or_buy() {
    return {.path = "rent.yaml", .text = R"(lca: 1
title: Rent or buy
parameters:
  hours: 2
  per_hour: 3 kWh
  purchase: 12 kWh
outputs:
  rent: =hours * per_hour
  buy: =purchase
what_if:
  dear: {title: Twice the price, set: {parameters.purchase: 24 kWh}}
)"};
}

lca::BreakEvenOptions by_hours() {
    lca::BreakEvenOptions options;
    options.by = "parameters.hours";
    options.of = "outputs.rent";
    options.with = "outputs.buy";
    return options;
}

constexpr double kwh = 3.6e6;

}  // namespace

TEST_CASE("break-even: the only value at which two results of one scenario are equal") {
    lca::Session session(lca::embedded_catalogue());
    const std::optional<lca::BreakEven> found = lca::break_even(session, rent_or_buy(), by_hours());
    REQUIRE_MESSAGE(found, session.messages());
    REQUIRE(found->roots.size() == 1);
    CHECK(found->roots[0].at == doctest::Approx(4).epsilon(1e-12));
    CHECK(found->roots[0].value == doctest::Approx(12 * kwh).epsilon(1e-12));
    CHECK(found->roots[0].invalid_reason.empty());
    CHECK_FALSE(found->roots[0].spread);  // no other figure is uncertain
    CHECK_FALSE(found->same);
    CHECK(found->low == doctest::Approx(2e-3));  // a thousandth of the input's value
    CHECK(found->first_at[0] == doctest::Approx(6e-3 * kwh));
    CHECK(found->second_at[1] == doctest::Approx(12 * kwh));
    const auto json = nlohmann::json::parse(lca::json_of(*found));
    CHECK(json["roots"][0]["value"] == doctest::Approx(4));
}

TEST_CASE("break-even: a file against one of its variants") {
    lca::Session session(lca::embedded_catalogue());
    lca::ScenarioSource dear = rent_or_buy();
    dear.what_if = "dear";
    const std::optional<lca::BreakEven> found = lca::break_even(session, rent_or_buy(), dear, by_hours());
    REQUIRE_MESSAGE(found, session.messages());
    REQUIRE(found->roots.size() == 1);
    CHECK(found->roots[0].at == doctest::Approx(8).epsilon(1e-12));  // 24 kWh / 3 kWh
}

TEST_CASE("break-even: none in the range, and equal at every value") {
    lca::Session session(lca::embedded_catalogue());
    lca::BreakEvenOptions options = by_hours();
    options.from = "5";
    options.to = "9";
    std::optional<lca::BreakEven> found = lca::break_even(session, rent_or_buy(), options);
    REQUIRE_MESSAGE(found, session.messages());
    CHECK(found->roots.empty());
    CHECK_FALSE(found->same);
    CHECK_FALSE(lca::reason_without_roots(*found).empty());
    options.with = options.of;
    found = lca::break_even(session, rent_or_buy(), options);
    REQUIRE_MESSAGE(found, session.messages());
    CHECK(found->same);
    CHECK(found->roots.empty());
}

TEST_CASE("break-even: what is not there, a range upside down, results of unlike dimensions") {
    lca::Session session(lca::embedded_catalogue());
    lca::BreakEvenOptions options = by_hours();
    options.by = "parameters.hour";
    CHECK_THROWS_WITH_AS(lca::break_even(session, rent_or_buy(), options),
                         doctest::Contains("parameters.hours"), lca::InputError);
    options = by_hours();
    options.from = "9";
    options.to = "5";
    CHECK_THROWS_WITH_AS(lca::break_even(session, rent_or_buy(), options),
                         doctest::Contains("--from must be less than --to"), lca::InputError);
    options = by_hours();
    options.with = "outputs.bui";
    CHECK_THROWS_AS(lca::break_even(session, rent_or_buy(), options), lca::InputError);
    options = by_hours();
    options.to = "3 kWh";
    CHECK_THROWS_AS(lca::break_even(session, rent_or_buy(), options), lca::InputError);
}

TEST_CASE("solve: the range of an input below zero, and one that an end leaves empty") {
    lca::Session session(lca::embedded_catalogue());
    const lca::ScenarioSource shifted{.path = "shift.yaml", .text = R"(lca: 1
title: A shift
parameters: {shift: -5, base: 12 kWh}
outputs: {sum: =base * (20 + shift)}
)"};
    lca::BreakEvenOptions options;
    options.by = "parameters.shift";
    // 12 kWh x (20 - 8) = 144 kWh
    const auto found = lca::solve(session, shifted, {"outputs.sum", "144 kWh"}, options);
    REQUIRE_MESSAGE(found, session.messages());
    CHECK(found->low == -5000);
    CHECK(found->high == doctest::Approx(-5e-3));
    REQUIRE(found->roots.size() == 1);
    CHECK(found->roots[0].at == doctest::Approx(-8).epsilon(1e-12));
    options.from = "1";
    CHECK_THROWS_WITH_AS(lca::solve(session, shifted, {"outputs.sum", "144 kWh"}, options),
                         doctest::Contains("give both"), lca::InputError);
}

TEST_CASE("solve: the value at which a result reaches a target") {
    lca::Session session(lca::embedded_catalogue());
    const std::optional<lca::BreakEven> found =
        lca::solve(session, rent_or_buy(), {"outputs.rent", "15 kWh"}, by_hours());
    REQUIRE_MESSAGE(found, session.messages());
    REQUIRE(found->roots.size() == 1);
    CHECK(found->roots[0].at == doctest::Approx(5).epsilon(1e-12));
    CHECK_THROWS_AS(lca::solve(session, rent_or_buy(), {"outputs.rent", "15 kg"}, by_hours()),
                    lca::InputError);
}

TEST_CASE("a scenario with a fault has no break-even; the fault is in the session") {
    lca::Session session(lca::embedded_catalogue());
    const lca::ScenarioSource faulty = {.path = "faulty.yaml",
                                        .text = "lca: 1\ntitle: x\noutputs:\n  a: =b\n"};
    CHECK_FALSE(lca::break_even(session, faulty, by_hours()));
    CHECK(session.messages().find("faulty.yaml:4") != std::string::npos);
}

TEST_CASE("solve: the search goes beyond what exists, and the value that it finds there is marked") {
    // 20 kg per card and year: 400 kg need 20 cards of 8.
    const lca::ScenarioSource cards{.path = "cards.yaml", .text = R"(lca: 1
title: Cards
sites: {s: {grid: {intensity: 1 kgCO2e/kWh}}}
hardware: {card: {kind: accelerator, embodied: 100 kgCO2e}}
systems: {c: {site: s, nodes: 1 node, node: [{hardware: card, count: 8}], lifetime: 5 yr}}
activities: {a: {stage: training, system: c, devices: 8 GPU, duration: 1 yr, dynamic: none, idle: none}}
)"};
    lca::Session session(lca::embedded_catalogue());
    lca::BreakEvenOptions options;
    options.by = "activities.a.devices";
    const std::optional<lca::BreakEven> found = lca::solve(session, cards, {"total", "400 kgCO2e"}, options);
    REQUIRE_MESSAGE(found, session.messages());
    REQUIRE(found->roots.size() == 1);
    CHECK(found->roots[0].at == doctest::Approx(20));
    CHECK(found->roots[0].invalid_reason.find("uses 20 GPU at a time") != std::string::npos);
}

namespace {

lca::ScenarioSource leaving_out() {
    return {.path = "open.yaml", .text = R"(lca: 1
title: t
parameters: {runs: 2}
sites: {s: {grid: {intensity: 1 kgCO2e/kWh}}}
activities:
  rent: {stage: training, site: s, dynamic: {energy: "=runs * [3 kWh]"}, idle: none}
  own: {stage: training, site: s, dynamic: {energy: 4 kWh}, idle: none, embodied: {value: 8 kgCO2e}}
outputs: {rented: =rent}
what_if:
  known: {set: {activities.rent.embodied: none}}
  still_open: {set: {activities.own.dynamic.energy: 1 kWh}}
)"};
}

lca::BreakEvenOptions by_runs(const char* of, const char* with) {
    lca::BreakEvenOptions options;
    options.by = "parameters.runs";
    options.of = of;
    options.with = with;
    return options;
}

}  // namespace

TEST_CASE("break-even: results of two scenarios that leave out unlike parts do not compare") {
    for (const char* of : {"total", "rent", "outputs.rented"}) {
        CAPTURE(of);
        lca::Session session(lca::embedded_catalogue());
        lca::ScenarioSource known = leaving_out();
        known.what_if = "known";
        try {
            lca::break_even(session, leaving_out(), known, by_runs(of, "total"));
            FAIL("no fault");
        } catch (const lca::InputError& error) {
            CHECK(std::string(error.what()).find("only the first lacks rent.embodied") != std::string::npos);
        }
    }
    // `own` counts its hardware in both.
    lca::Session session(lca::embedded_catalogue());
    lca::ScenarioSource known = leaving_out();
    known.what_if = "known";
    const auto found = lca::break_even(session, leaving_out(), known, by_runs("own", "rent"));
    REQUIRE_MESSAGE(found, session.messages());
    REQUIRE(found->roots.size() == 1);
    CHECK(found->roots[0].at == doctest::Approx(4));  // 3 kg a run, 4 + 8 kg
}

TEST_CASE("break-even: within one scenario what is assessed counts, and it is said") {
    lca::Session session(lca::embedded_catalogue());
    const auto found = lca::break_even(session, leaving_out(), by_runs("rent", "own"));
    REQUIRE_MESSAGE(found, session.messages());
    REQUIRE(found->roots.size() == 1);
    CHECK(found->roots[0].at == doctest::Approx(4));  // 3 kg a run, 12 kg
    CHECK(found->first_partial);
    CHECK_FALSE(found->second_partial);
    const auto json = nlohmann::json::parse(lca::json_of(*found));
    CHECK(json["of_partial"] == true);
    CHECK_FALSE(json.contains("with_partial"));
    const std::string text = lca::write_text(lca::page_of(*found), {});
    CHECK(text.find("rent counts only what is assessed") != std::string::npos);
    // The same gap in both: it compares.
    lca::ScenarioSource open = leaving_out();
    open.what_if = "still_open";
    const auto same = lca::break_even(session, leaving_out(), open, by_runs("total", "total"));
    CHECK_MESSAGE(same, session.messages());
}
