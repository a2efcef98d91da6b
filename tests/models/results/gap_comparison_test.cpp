// When two results lack the same parts, and what is said where they do not.
#include "models/results/gap_comparison.hpp"

#include <doctest/doctest.h>

#include "models/compile/run_text.hpp"

using namespace lca;

namespace {

using Names = std::vector<std::string>;

test::Run scenario(const std::string& activities,
                   const std::string& site = "grid: {intensity: 1 kgCO2e/kWh}") {
    test::Run made = test::run("sites: {s: {" + site + "}}\nactivities:\n" + activities);
    REQUIRE_MESSAGE(made.result, made.messages);
    return made;
}

GapDifferences unlike(const test::Run& base, const test::Run& variant, std::string_view row = "total",
                      std::size_t measure = index_of::climate) {
    return GapComparison(base.model->results, variant.model->results).unlike(row, measure);
}

const std::string full =
    "  run: {stage: training, site: s, dynamic: {energy: 10 kWh}, idle: {energy: 5 kWh}, embodied: {value: 3 "
    "kgCO2e}}\n";
const std::string without_idle =
    "  run: {stage: training, site: s, dynamic: {energy: 10 kWh}, embodied: {value: 3 kgCO2e}}\n";

}  // namespace

TEST_CASE("gaps of the same names are alike, others are named with their side") {
    const test::Run whole = scenario(full), open = scenario(without_idle);
    CHECK_FALSE(unlike(whole, whole).any());
    CHECK_FALSE(unlike(open, open).any());
    const GapDifferences found = unlike(whole, open);
    CHECK(found.base.empty());
    CHECK(found.variant == Names{"run.idle"});
    CHECK(found.text("base", "`open`") == "only `open` lacks run.idle");
    CHECK(unlike(open, whole).base == Names{"run.idle"});
    // A part that is not missing from a row makes it no less comparable.
    CHECK_FALSE(unlike(whole, open, "dynamic").any());
    CHECK_FALSE(unlike(whole, open, "embodied").any());
    CHECK(unlike(whole, open, "run").any());
    CHECK(unlike(whole, open, "stage.training.idle").any());
}

TEST_CASE("what is zero is not open") {
    const test::Run none = scenario(
        "  run: {stage: training, site: s, dynamic: {energy: 10 kWh}, idle: none, embodied: {value: 3 "
        "kgCO2e}}\n");
    CHECK_FALSE(unlike(none, scenario(full)).any());
    CHECK(unlike(none, scenario(without_idle)).variant == Names{"run.idle"});
}

TEST_CASE("a phase that is open in every activity of both is alike, whatever they are called") {
    const std::string energy = "stage: training, site: s, dynamic: {energy: 10 kWh}, idle: none";
    const test::Run one = scenario("  run: {" + energy + "}\n");
    const test::Run two = scenario("  fly: {" + energy + "}\n  swim: {" + energy + "}\n");
    const test::Run mixed =
        scenario("  fly: {" + energy + "}\n  swim: {" + energy + ", embodied: {value: 1 kgCO2e}}\n");
    const GapDifferences same = unlike(one, two);
    CHECK_FALSE(same.any());
    CHECK(same.open_phases == 1);  // embodied
    CHECK_FALSE(unlike(one, two, "stage.training").any());
    // One activity of `mixed` counts it, so the names decide.
    const GapDifferences found = unlike(one, mixed);
    CHECK(found.base == Names{"run.embodied"});
    CHECK(found.variant == Names{"fly.embodied"});
    CHECK(found.text("one", "mixed") == "only one lacks run.embodied; only mixed lacks fly.embodied");
    // Known to be zero is not open either.
    const test::Run zero = scenario("  fly: {" + energy + "}\n  swim: {" + energy + ", embodied: none}\n");
    CHECK(unlike(one, zero).any());
    // An activity that is not included is in no sum.
    const test::Run excluded = scenario("  fly: {" + energy + "}\n  swim: {" + energy +
                                        ", embodied: {value: 1 kgCO2e}, include: false}\n");
    CHECK_FALSE(unlike(one, excluded).any());
    const test::Run also_open =
        scenario("  run: {" + energy + "}\n  swim: {" + energy + ", include: false}\n");
    CHECK_FALSE(unlike(one, also_open).any());
}

TEST_CASE("activities of two names compare by their phases") {
    const std::string energy = "stage: training, site: s, dynamic: {energy: 10 kWh}, idle: none";
    const test::Run one = scenario("  run: {" + energy + "}\n  rest: {" + energy + ", embodied: none}\n");
    const test::Run two = scenario("  fly: {" + energy + "}\n  rest: {" + energy + ", embodied: none}\n");
    CHECK(unlike(one, two).any());  // of the totals, of which `rest` counts it
    const auto behind = [](const test::Run& of, const char* name) {
        return results_behind(of.model->results, name);
    };
    const GapComparison gaps(one.model->results, two.model->results);
    CHECK_FALSE(gaps.unlike(behind(one, "run"), behind(two, "fly")).any());
    CHECK(gaps.unlike(behind(one, "run"), behind(two, "rest")).base == Names{"run.embodied"});
    CHECK_FALSE(gaps.unlike(behind(one, "run.energy"), behind(two, "rest.energy")).any());
}

TEST_CASE("each measure by itself") {
    // Water needs `wue` and `water_intensity`; the second has only one of them.
    const std::string energy =
        "  run: {stage: training, site: s, dynamic: {energy: 10 kWh}, idle: none, embodied: none}\n";
    const std::string grid = "grid: {intensity: 1 kgCO2e/kWh}, wue: 1 L/kWh";
    const test::Run wet = scenario(energy, grid + ", water_intensity: 2 L/kWh"),
                    partly = scenario(energy, grid);
    const test::Run dry = scenario(energy);
    CHECK_FALSE(unlike(wet, partly).any());
    CHECK(unlike(wet, partly, "total", index_of::water).variant == Names{"run.dynamic"});
    // Counted in part is another gap than not counted at all.
    CHECK(unlike(dry, partly, "total", index_of::water).base == Names{"run.dynamic (all of it)"});
    CHECK(unlike(dry, partly, "total", index_of::water).variant.empty());
    CHECK_FALSE(unlike(partly, partly, "total", index_of::water).any());
    const GapComparison gaps(wet.model->results, dry.model->results);
    const GapDifferences water = gaps.unlike(results_behind(wet.model->results, "run.water"),
                                             results_behind(dry.model->results, "run.water"));
    CHECK(water.variant == Names{"run.dynamic.water"});
}

TEST_CASE("contracts are stated in both or compared in neither") {
    const std::string grid = "grid: {intensity: 1 kgCO2e/kWh}";
    const test::Run green = scenario(full, grid + ", market_intensity: 0 kgCO2e/kWh"), plain = scenario(full);
    CHECK_FALSE(unlike(green, green, "total", market_measure).any());
    CHECK(unlike(green, plain, "total", market_measure).text("green", "plain") ==
          "only plain lacks a market_intensity");
    CHECK_FALSE(unlike(green, plain).any());
}

TEST_CASE("hardware of two names that leaves its figures open differs, of one name it does not") {
    const auto on = [](const std::string& hardware) {
        test::Run made = test::run(
            "sites: {s: {grid: {intensity: 1 kgCO2e/kWh}}}\n"
            "hardware:\n  box: {kind: server, embodied: 5 kgCO2e}\n  bare: {kind: server}\n  raw: {kind: "
            "server}\n"
            "systems: {m: {site: s, nodes: 1 node, lifetime: 1 yr, node: [{hardware: box}, {hardware: " +
            hardware + "}]}}\nactivities:\n  run: {stage: training, system: m, duration: 1 yr, idle: none, " +
            "dynamic: {energy: 1 kWh}}\n");
        REQUIRE_MESSAGE(made.result, made.messages);
        return made;
    };
    const test::Run bare = on("bare"), raw = on("raw");
    CHECK_FALSE(unlike(bare, bare).any());
    CHECK(unlike(bare, raw).text("one", "two") ==
          "only one lacks run.embodied.bare; only two lacks run.embodied.raw");
    // No water of either is known: the phase is open in both.
    CHECK_FALSE(unlike(bare, raw, "total", index_of::water).any());
}

TEST_CASE("a gap that a default makes does not count") {
    test::Run open = scenario(without_idle);
    const test::Run whole = scenario(full);
    CHECK(unlike(whole, open).any());
    for (Gap& gap : open.model->results.gaps) gap.by_default = true;
    CHECK_FALSE(unlike(whole, open).any());
}

TEST_CASE("a row that only one of them has is zero in the other, and lacks nothing there") {
    const test::Run both =
        scenario(full + "  serve: {stage: inference, site: s, dynamic: {energy: 1 kWh}}\n");
    const test::Run one = scenario(full);
    const GapComparison gaps(one.model->results, both.model->results);
    CHECK(gaps.unlike("stage.inference", index_of::climate).variant == Names{"serve.embodied", "serve.idle"});
    CHECK_FALSE(gaps.unlike("stage.inference.dynamic", index_of::climate).any());
    CHECK_FALSE(gaps.unlike("nowhere", index_of::climate).any());
}

TEST_CASE("what both leave open may lie in another row of each") {
    const std::string energy = "site: s, dynamic: {energy: 10 kWh}, idle: none";
    const std::string rest = "  rest: {stage: other, " + energy + ", embodied: none}\n";
    const test::Run trains = scenario("  run: {stage: training, " + energy + "}\n" + rest);
    const test::Run serves = scenario("  run: {stage: inference, " + energy + "}\n" + rest);
    for (const char* row : {"total", "stage.training", "stage.inference", "embodied"}) {
        CAPTURE(row);
        CHECK_FALSE(unlike(trains, serves, row).any());
    }
    // Two results are another matter: one of them lacks what the other has.
    const GapComparison gaps(trains.model->results, serves.model->results);
    CHECK(gaps.unlike(results_behind(trains.model->results, "stage.training"),
                      results_behind(serves.model->results, "stage.other"))
              .base == Names{"run.embodied"});
}

TEST_CASE("many parts are counted, not named") {
    std::string activities = full, more;
    for (const char* id : {"a", "b", "c", "d", "e", "f"})
        more += "  " + std::string(id) +
                ": {stage: training, site: s, dynamic: {energy: 1 kWh}, embodied: none}\n";
    const GapDifferences found = unlike(scenario(activities), scenario(activities + more));
    CHECK(found.variant.size() == 6);
    CHECK(found.text("base", "more") == "only more lacks a.idle, b.idle, c.idle, d.idle and 2 more");
}
