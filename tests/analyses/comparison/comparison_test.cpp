// Comparisons: what the page and the machine output say, and what a program gets.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "analyses/comparison/comparison.hpp"
#include "models/catalog/embedded.hpp"
#include "tests/models/results/small_study.hpp"
#include "tests/lca/base/has.hpp"

using namespace lca;
using lca::test::has;

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
    const std::string text = write_text(page_of(compared, {.details = true}), {});
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

namespace {

/// 10 kg dynamic, 5 kg idle and 3 kg embodied, of a grid that is uncertain.
constexpr const char* parts = R"(lca: 1
title: t
sites:
  s:
    grid: {intensity: {value: 1 kgCO2e/kWh, uncertainty: {distribution: lognormal, gsd: 1.1}}}
    wue: 1 L/kWh
    water_intensity: 1 L/kWh
activities:
  run:
    stage: training
    site: s
    dynamic: {energy: 10 kWh}
    idle: {energy: 5 kWh}
    embodied: {value: [3 kgCO2e, 2 L]}
what_if:
  no_idle: {set: {activities.run.idle: not_assessed}}
  clean: {set: {sites.s.grid.intensity: 0.5 kgCO2e/kWh}}
  dry: {set: {activities.run.embodied.value: 4 kgCO2e}}
)";

std::size_t at(const Comparison& compared, std::string_view name) {
    return static_cast<std::size_t>(std::find(compared.names.begin(), compared.names.end(), name) -
                                    compared.names.begin());
}

}  // namespace

TEST_CASE("compare: an omission is not a saving") {
    Session session(embedded_catalogue());
    const std::vector<ScenarioSource> sources = {{"parts.yaml", parts}};
    const std::optional<Comparison> result = compare(session, sources, {.sampling = {.samples = 200}});
    INFO(session.messages());
    REQUIRE(result.has_value());
    const std::size_t no_idle = at(*result, "no_idle"), clean = at(*result, "clean"),
                      dry = at(*result, "dry");
    const std::vector<Compared> climate = result->values(index_of::climate);
    const std::vector<Compared> water = result->values(index_of::water);
    // 13 of 18 kg: not 5 kg less, but 5 kg that nobody looked at.
    CHECK(*climate.at(no_idle).total == doctest::Approx(13));
    CHECK_FALSE(climate[no_idle].difference);
    CHECK_FALSE(climate[no_idle].ratio);
    CHECK(climate[no_idle].rank == 0);
    CHECK(climate[no_idle].lacked == std::vector<std::string>{"run.idle"});
    CHECK(*climate.at(clean).difference == doctest::Approx(-7.5));
    CHECK(climate[clean].rank == 1);
    CHECK(climate[0].rank == 2);
    // Per impact: `dry` counts 1 kg more, and no water of the hardware.
    CHECK(*climate.at(dry).difference == doctest::Approx(1));
    CHECK(climate[dry].rank == 3);
    CHECK_FALSE(water.at(dry).difference);
    CHECK(*water[dry].total == doctest::Approx(0.030));  // m3
    CHECK(*water[clean].difference == 0);
    // Draws and attribution follow.
    REQUIRE(result->draws.differences.size() == 3);
    CHECK_FALSE(result->draws.differences[no_idle - 1].at(index_of::climate));
    CHECK(result->draws.differences[clean - 1].at(index_of::climate));
    CHECK(result->draws.differences[dry - 1].at(index_of::climate));
    CHECK_FALSE(result->draws.differences[dry - 1].at(index_of::water));
    const ComparedChanges& omitted = result->changes.at(no_idle - 1);
    REQUIRE(omitted.attribution);
    CHECK_FALSE(omitted.share(0, index_of::climate));
    CHECK(*omitted.share(0, index_of::climate, 3) == 0);  // of dynamic
    CHECK_FALSE(omitted.intervals.at(0).at(index_of::climate));
    CHECK(*result->changes.at(dry - 1).share(0, index_of::climate) == doctest::Approx(1));
    CHECK_FALSE(result->changes[dry - 1].share(0, index_of::water));
}

TEST_CASE("compare: uncertain figures are counted over all scenarios, and at one path once") {
    constexpr const char* uneven = R"(lca: 1
title: t
parameters:
  intensity: {value: 1 kgCO2e/kWh, uncertainty: {distribution: normal, cv: 10 %}}
  overhead: {value: 1.5, uncertainty: {distribution: normal, cv: 5 %}}
sites: {s: {grid: {intensity: =intensity}, pue: =overhead}}
activities: {a: {stage: training, site: s, dynamic: {energy: 10 kWh}, embodied: {value: 1 kgCO2e}}}
what_if:
  other:
    set:
      sites.s.pue: 1.2
      activities.a.dynamic.energy: {value: 9 kWh, uncertainty: {distribution: normal, cv: 5 %}}
)";
    Session session(embedded_catalogue());
    const std::vector<ScenarioSource> sources = {{"uneven.yaml", uneven}};
    const std::optional<Comparison> result = compare(session, sources, {.sampling = {.samples = 100}});
    INFO(session.messages());
    REQUIRE(result.has_value());
    CHECK(result->draws.inputs == 3);  // the intensity in both, the PUE in one, the energy in the other
}

TEST_CASE("compare: what is not compared says why, in every form") {
    Session session(embedded_catalogue());
    const std::vector<ScenarioSource> sources = {{"parts.yaml", parts}};
    const std::optional<Comparison> result =
        compare(session, sources, {.all_measures = true, .sampling = {.samples = 200}});
    INFO(session.messages());
    REQUIRE(result.has_value());
    const std::string text = write_text(page_of(*result, {.details = true}), {});
    INFO(text);
    CHECK(has(text, "no_idle *                   3.00     –    10.00  13.00           –      –\n"));
    CHECK(has(text, "  no_idle (climate change, water consumption and electricity): only no_idle"));
    CHECK(has(text, "  dry (water consumption): only dry lacks run.embodied\n"));
    CHECK_FALSE(has(text, "What makes the difference of no_idle"));
    const nlohmann::json json = nlohmann::json::parse(json_of(*result));
    const nlohmann::json& climate = json["comparison"]["no_idle"]["gwp_kgco2e"];
    CHECK(climate["total"].get<double>() == doctest::Approx(13));
    CHECK(climate["difference"].is_null());
    CHECK(climate["ratio"].is_null());
    CHECK(climate["why_not"] == "only no_idle lacks run.idle");
    CHECK(climate["unlike_gaps"]["variant"] == nlohmann::json::array({"run.idle"}));
    CHECK(climate["unlike_gaps"]["base"].empty());
    CHECK_FALSE(climate.contains("rank"));
    CHECK_FALSE(climate.contains("uncertainty"));
    CHECK(climate["difference_by_phase"]["idle"].is_null());
    CHECK(climate["difference_by_phase"]["dynamic"] == 0);
    CHECK(climate["attribution"][0]["difference"].is_null());
    CHECK(json["comparison"]["clean"]["gwp_kgco2e"].contains("uncertainty"));
    CHECK_FALSE(json["comparison"]["clean"]["gwp_kgco2e"].contains("why_not"));
    // Climate and water count: the base is beaten by `clean`, the others cannot be distinguished from them.
    CHECK(json["pareto"]["unbeaten"] == nlohmann::json::array({"clean"}));
    CHECK(json["pareto"]["not_assessed"] == nlohmann::json::array({"no_idle", "dry"}));
    std::string csv;
    const Records records = records_of(*result);
    const auto why = std::find(records.columns.begin(), records.columns.end(), "why_not");
    REQUIRE(why != records.columns.end());
    for (const std::vector<Records::Cell>& row : records.rows) {
        if (std::get<std::string>(row.at(0)) == "no_idle" &&
            std::get<std::string>(row.at(1)) == "climate change") {
            CHECK(std::holds_alternative<std::monostate>(row.at(7)));
            const Records::Cell& cell = row.at(static_cast<std::size_t>(why - records.columns.begin()));
            csv += std::holds_alternative<std::string>(cell) ? std::get<std::string>(cell) : "";
        }
    }
    CHECK(csv == "only no_idle lacks run.idle");
}

TEST_CASE("compare: items that one of the two leaves open do not compare, the others do") {
    Session session(embedded_catalogue());
    const std::vector<ScenarioSource> sources = {{"parts.yaml", parts}};
    const std::optional<Comparison> result = compare(
        session, sources, {.what_ifs = {"no_idle"}, .by = BreakdownKey::phase, .sampling = {.samples = 200}});
    INFO(session.messages());
    REQUIRE(result.has_value());
    const nlohmann::json json = nlohmann::json::parse(json_of(*result));
    for (const nlohmann::json& item : json["parts"]["no_idle"]["gwp_kgco2e"]) {
        CAPTURE(item.dump());
        const bool compares = item["name"] == "embodied" || item["name"] == "dynamic";
        CHECK(item["difference"].is_null() == !compares);
        CHECK(item.contains("why_not") == !compares);
        CHECK(item.contains("uncertainty") == compares);
    }
    CHECK(has(write_text(page_of(*result, {.details = true}), {}),
              "  total of no_idle (climate change): only no_idle lacks run.idle\n"));
}

TEST_CASE("compare: an activity that a variant does not include is zero there") {
    Session session(embedded_catalogue());
    const std::vector<ScenarioSource> sources = {{"two.yaml", R"(lca: 1
title: t
sites: {s: {grid: {intensity: 1 kgCO2e/kWh}}}
activities:
  run: {stage: training, site: s, dynamic: {energy: 10 kWh}, idle: none}
  serve: {stage: inference, site: s, dynamic: {energy: 4 kWh}, idle: none}
what_if: {alone: {set: {activities.serve.include: false}}}
)"}};
    // `embodied` is open in every activity that counts, in both.
    for (const std::optional<BreakdownKey> by :
         {std::optional<BreakdownKey>(), std::optional(BreakdownKey::activity)}) {
        const std::optional<Comparison> result = compare(session, sources, {.by = by});
        REQUIRE_MESSAGE(result, session.messages());
        CHECK(*result->values(index_of::climate).at(1).difference == doctest::Approx(-4));
        if (!by) continue;
        const nlohmann::json items = nlohmann::json::parse(json_of(*result))["parts"]["alone"]["gwp_kgco2e"];
        CHECK(items[0]["difference"] == 0);
        CHECK(items[1]["name"] == "serve");
        CHECK(items[1]["value"] == 0);
        CHECK(items[1]["difference"].get<double>() == doctest::Approx(-4));
    }
}

TEST_CASE("compare: two files call their activities as they like, and lack the same phase") {
    const auto file = [](const std::string& activity, const std::string& kwh) {
        return "lca: 1\ntitle: t\nsites: {s: {grid: {intensity: 1 kgCO2e/kWh}, market_intensity: 0.1 "
               "kgCO2e/kWh}}\n"
               "activities: {" +
               activity + ": {stage: training, site: s, idle: none, dynamic: {energy: " + kwh + "}}}\n";
    };
    Session session(embedded_catalogue());
    const std::vector<ScenarioSource> sources = {{"a.yaml", file("run", "10 kWh")},
                                                 {"b.yaml", file("fly", "4 kWh")}};
    const std::optional<Comparison> result = compare(session, sources, {.measures = {market_measure}});
    REQUIRE_MESSAGE(result, session.messages());
    CHECK(*result->values(index_of::climate).at(1).difference == doctest::Approx(-6));
    CHECK(*result->values(market_measure).at(1).difference == doctest::Approx(-0.6));
    CHECK(result->values(market_measure)[1].rank == 1);
    CHECK(has(write_text(page_of(*result, {.details = true}), {}), "climate change (market-based), "));
}

TEST_CASE("compare: by contract, a site without one makes a total that does not compare") {
    Session session(embedded_catalogue());
    const std::vector<ScenarioSource> sources = {{"market.yaml", R"(lca: 1
title: t
sites:
  s: {grid: {intensity: 1 kgCO2e/kWh}, market_intensity: 0.1 kgCO2e/kWh}
  plain: {grid: {intensity: 1 kgCO2e/kWh}}
activities:
  run: {stage: training, site: s, dynamic: {energy: 10 kWh}, idle: none, embodied: {value: 3 kgCO2e}}
what_if: {moved: {set: {activities.run.site: plain}}}
)"}};
    const std::optional<Comparison> result = compare(session, sources, {.measures = {market_measure}});
    REQUIRE_MESSAGE(result, session.messages());
    CHECK(*result->values(index_of::climate).at(1).difference == 0);
    const std::vector<Compared> market = result->values(market_measure);
    CHECK(*market.at(0).total == doctest::Approx(4));
    CHECK(*market.at(1).total == doctest::Approx(3));  // embodied
    CHECK_FALSE(market[1].difference);
    CHECK(market[1].lacked == std::vector<std::string>{"run.dynamic"});
}

TEST_CASE("compare: attribution says where a part of the changes leaves something open") {
    Session session(embedded_catalogue());
    const std::vector<ScenarioSource> sources = {{"new.yaml", R"(lca: 1
title: t
sites: {s: {grid: {intensity: 1 kgCO2e/kWh}}}
hardware: {old: {kind: server, embodied: 5 kgCO2e}, new: {kind: server}}
systems: {m: {site: s, nodes: 1 node, lifetime: 1 yr, node: [{hardware: old}]}}
activities: {run: {stage: training, system: m, duration: 1 yr, idle: none, dynamic: {energy: 10 kWh}}}
what_if: {renew: {set: {systems.m.node.0.hardware: new, hardware.new.embodied: 2 kgCO2e}}}
)"}};
    const std::optional<Comparison> result = compare(session, sources);
    REQUIRE_MESSAGE(result, session.messages());
    CHECK(*result->values(index_of::climate).at(1).difference == doctest::Approx(-3));
    // With `new` alone its figure is missing: 5 kg less of which nothing is a saving.
    CHECK_FALSE(result->changes.at(0).share(0, index_of::climate));
    CHECK(result->changes[0].unlike[index_of::climate] ==
          "only a part of the changes lacks run.embodied.new");
    CHECK(has(write_text(page_of(*result, {.details = true}), {}),
              "Not assessed: only a part of the changes lacks run.embodied.new."));
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
