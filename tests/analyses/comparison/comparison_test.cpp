// Comparisons: what the page and the machine output say, and what a program gets.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "analyses/comparison/comparison.hpp"
#include "models/catalog/embedded.hpp"
#include "tests/models/results/small_study.hpp"

using namespace lca;

namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("compare: one column of one unit per phase, the others are compared with the first") {
    const test::SmallStudy study;
    const auto base = std::make_shared<const PointResult>(study);
    std::vector<double> values(base->values().begin(), base->values().end());
    for (double& value : values) value *= 2;
    const auto twice = std::make_shared<const PointResult>(study, values);
    Sources sources;
    sources.add({"a.yaml", "", "abc"});
    Evaluation first;
    first.title = "A study";
    first.result = base;
    first.sources = &sources;
    Evaluation second = first;
    second.variant = "twice";
    second.variant_title = "Everything doubled";
    second.result = twice;
    const Comparison compared{.title = "A study", .names = {"base", "twice"}, .evaluations = {first, second}};
    const std::string text = write_text(page_of(compared), {});
    INFO(text);
    CHECK(has(text, "climate change, kgCO2e  embodied  idle  dynamic  total  difference  ratio\n"));
    CHECK(has(text, "base *                      20.0  10.0     30.1   60.1\n"));
    CHECK(has(text, "twice *                     40.0  20.0     60.2  120.2       +60.1  2.000\n"));
    CHECK(has(text, "  twice: Everything doubled\n"));
    const nlohmann::json json = nlohmann::json::parse(json_of(compared));
    CHECK(json["base"] == "base");
    CHECK(json["variants"]["twice"]["results"]["total"]["gwp_kgco2e"].get<double>() ==
          doctest::Approx(120.2));
    CHECK(json["variants"]["base"]["schema_version"] == 1);
    const nlohmann::json& climate = json["comparison"]["twice"]["gwp_kgco2e"];
    CHECK(climate["ratio"].get<double>() == doctest::Approx(2));
    CHECK(climate["difference_by_phase"]["idle"].get<double>() == doctest::Approx(10));
    CHECK(climate["partial"] == true);
    CHECK(json["comparison"]["twice"]["water_l"]["total"].is_null());
}

namespace {

/// 10 kWh (of which PUE adds 5 to the base) at 1 kg/kWh: 10 kg dynamic and 5 kg idle.
constexpr const char* small = R"(lca: 1
title: t
sites: {s: {grid: {intensity: 1 kgCO2e/kWh}, pue: 1.5}}
activities: {a: {stage: training, site: s, dynamic: {energy: 10 kWh}, embodied: {value: 0 kgCO2e}}}
what_if:
  clean: {set: {sites.s.grid.intensity: 0.5 kgCO2e/kWh, sites.s.pue: 1}}
)";

}  // namespace

TEST_CASE("compare: a program gets differences and what makes them") {
    Session session(embedded_catalogue());
    const std::vector<ScenarioSource> sources = {{"small.yaml", small}};
    const std::optional<Comparison> result = compare(session, sources);
    INFO(session.messages());
    REQUIRE(result.has_value());
    CHECK(result->names == std::vector<std::string>{"base", "clean"});
    const std::vector<Compared> climate = result->values(index_of::climate);
    CHECK(*climate.at(0).total == doctest::Approx(15));
    CHECK(*climate.at(1).difference == doctest::Approx(-10));
    CHECK(climate.at(1).rank == 1);
    // The grid alone takes 7.5 kg, PUE alone 5 kg; after the other they take 5 and 2.5: on average 6.25
    // and 3.75.
    REQUIRE(result->changes.at(0).attribution.has_value());
    CHECK(result->changes[0].changes.at(0).path == "sites.s.grid.intensity");
    CHECK(*result->changes[0].share(0, index_of::climate) == doctest::Approx(-6.25));
    CHECK(*result->changes[0].share(1, index_of::climate) == doctest::Approx(-3.75));
    CHECK(result->draws.differences.empty());
}

TEST_CASE("compare: files are compared with the first, by item too") {
    Session session(embedded_catalogue());
    std::string other = small;
    other.replace(other.find("10 kWh"), 6, "20 kWh");
    const std::vector<ScenarioSource> sources = {{"a.yaml", small}, {"a.yaml", other}};
    const std::optional<Comparison> result = compare(session, sources, {.by = BreakdownKey::phase});
    INFO(session.messages());
    REQUIRE(result.has_value());
    CHECK(result->names == std::vector<std::string>{"a.yaml", "a.yaml (2)"});
    CHECK(result->items.back().result == "total");
    CHECK(*result->values(index_of::climate).at(1).ratio == doctest::Approx(2));
    CHECK(result->changes.empty());
}

TEST_CASE("compare: what cannot be compared is an error") {
    Session session(embedded_catalogue());
    const std::vector<ScenarioSource> one = {{"small.yaml", small}};
    CHECK_FALSE(compare(session, one, {.what_ifs = {"dirty"}}).has_value());
    CHECK(has(session.messages(), "dirty"));
    Session other(embedded_catalogue());
    std::vector<ScenarioSource> two = {one[0], one[0]};
    two[1].edits.push_back({"sites.s.pue", "2"});
    CHECK_THROWS_AS(compare(other, two), InputError);
    CHECK_THROWS_AS(compare(other, {}), InputError);
}

TEST_CASE("compare: some of the changes that make a variant may use more than exists, the variant may not") {
    // Twice the cards in use on twice the nodes: one change without the other would not fit.
    const std::string text = R"(lca: 1
title: t
sites: {s: {grid: {intensity: 1 kgCO2e/kWh}}}
hardware: {card: {kind: accelerator, embodied: 100 kgCO2e}}
systems: {c: {site: s, nodes: 1 node, node: [{hardware: card, count: 8}], lifetime: 5 yr}}
activities: {a: {stage: training, system: c, devices: 8 GPU, duration: 1 yr, dynamic: none, idle: none}}
what_if:
  twice: {set: {activities.a.devices: 16 GPU, systems.c.nodes: 2 node}}
  more: {set: {activities.a.devices: 16 GPU}}
)";
    const auto compared_with = [&](Session& session, const std::string& id) {
        const std::vector<ScenarioSource> sources = {{"c.yaml", text}};
        return compare(session, sources, {.what_ifs = {id}});
    };
    Session good(embedded_catalogue()), bad(embedded_catalogue());
    const std::optional<Comparison> twice = compared_with(good, "twice");
    REQUIRE_MESSAGE(twice, good.messages());
    // 8 x 100 kg x 1 yr / 5 yr = 160 kg, and twice as much.
    CHECK(*twice->values(index_of::climate).at(1).difference == doctest::Approx(160));
    CHECK(twice->changes.at(0).attribution.has_value());
    CHECK_FALSE(compared_with(bad, "more"));
    CHECK(has(bad.messages(), "`a` uses 16 GPU at a time"));
}
