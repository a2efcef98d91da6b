// Names of results: written, read back, asked for with a suffix, and the gaps under them.

#include <doctest/doctest.h>

#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "models/results/results.hpp"

namespace {

using lca::Level;

/// Two activities in two stages, the second kept out of the sums; lines with all characters a hardware id may
/// have.
lca::Results example() {
    lca::Results r;
    r.stages = {"training", "inference"};
    r.activities = {{"serving", "", 1}, {"final_training", "", 0}, {"left_out", "", 1, false}};
    r.line_names = {"infrastructure", "my-switch/2", "host"};
    auto row = [&](Level level, std::uint32_t activity = 0, std::uint8_t stage = 0, std::uint8_t phase = 0,
                   std::uint32_t line = 0) {
        r.rows.push_back({level, 0, stage, phase, activity, line});
    };
    row(Level::total);
    for (std::uint8_t phase = 0; phase < 3; ++phase) row(Level::phase, 0, 0, phase);
    for (std::uint8_t stage = 0; stage < 2; ++stage) {
        row(Level::stage, 0, stage);
        for (std::uint8_t phase = 0; phase < 3; ++phase) row(Level::stage_phase, 0, stage, phase);
    }
    for (std::uint32_t activity = 0; activity < 3; ++activity) {
        const std::uint8_t stage = r.activities[activity].stage;
        row(Level::activity, activity, stage);
        for (std::uint8_t phase = 0; phase < 3; ++phase) row(Level::activity_phase, activity, stage, phase);
    }
    row(Level::line, 0, 1, 1, 2);
    row(Level::line, 1, 0, 1, 0);
    row(Level::line, 1, 0, 0, 1);
    row(Level::unallocated);
    for (std::size_t i = 0; i < r.rows.size(); ++i) r.rows[i].steps[0] = static_cast<lca::StepId>(i);
    // Gaps: embodied impact of a part of serving, for climate (bit 0) and water (bit 1); idle of left_out;
    // water of training.
    r.gaps = {{0, 0, {}, 1, 0b11}, {2, 1, {}, {}, 0b1}, {1, 2, {}, {}, 0b10}};
    return r;
}

std::vector<std::string> names(const lca::Results& r, std::string_view row, std::size_t measure) {
    std::vector<std::string> result;
    for (const lca::Gap* gap : r.gaps_of(*r.find(row), measure)) result.push_back(r.name(*gap));
    return result;
}

}  // namespace

TEST_CASE("every row's name is unlike the others and finds its row, sorted or not") {
    lca::Results unsorted = example(), sorted = example();
    sorted.build_index();
    std::set<std::string> seen;
    for (const lca::Result& row : unsorted.rows) {
        std::string name = unsorted.name(row);
        CAPTURE(name);
        CHECK(seen.insert(name).second);
        CHECK(unsorted.find(name) == &row);
        REQUIRE(sorted.find(name) != nullptr);
        CHECK(sorted.find(name)->steps == row.steps);
    }
    for (const char* name : {"total", "embodied", "idle", "dynamic", "stage.training", "stage.inference.idle",
                             "serving", "final_training.dynamic", "final_training.idle.infrastructure",
                             "final_training.embodied.my-switch/2", "serving.idle.host", "unallocated"}) {
        CAPTURE(name);
        CHECK(seen.count(name) == 1);
    }
}

TEST_CASE("other names find nothing") {
    lca::Results r = example();
    r.build_index();
    for (const char* name :
         {"", ".", "stage", "stage.", "stage.none", "stage.training.", "stage.training.none", "total.x",
          "total.idle", "idle.x", "nobody", "serving.", "serving.none", "serving.idle.", "serving.idle.none",
          "serving.idle.infrastructure", "unallocated.idle", "Serving", "serving.embodied.my-switch/2"}) {
        CAPTURE(name);
        CHECK(r.find(name) == nullptr);
    }
}

TEST_CASE("a suffix asks for another measure") {
    lca::Results r = example();
    r.build_index();
    auto asked = [&](std::string_view name) { return lca::find_result(r, name); };
    REQUIRE(asked("total"));
    CHECK(asked("total")->measure == lca::index_of::climate);
    CHECK(asked("total.water")->measure == lca::index_of::water);
    CHECK(asked("total.adpe")->measure == lca::index_of::abiotic_depletion);
    CHECK(asked("total.primary_energy")->measure == lca::index_of::primary_energy);
    CHECK(asked("final_training.dynamic.energy")->measure == lca::energy_measure);
    CHECK(asked("final_training.dynamic.energy")->row == r.find("final_training.dynamic"));
    CHECK(asked("final_training.embodied.my-switch/2.market")->measure == lca::market_measure);
    CHECK(asked("final_training.embodied.my-switch/2.market")->row ==
          r.find("final_training.embodied.my-switch/2"));
    CHECK_FALSE(asked("total."));
    CHECK_FALSE(asked("energy"));
    CHECK_FALSE(asked("total.energy.energy"));
    CHECK_FALSE(asked("total.warmth"));
    CHECK_FALSE(asked("nobody.energy"));
}

TEST_CASE("measures are the impacts, electricity, and climate change by contract") {
    CHECK(lca::measure(0).json_key == "gwp_kgco2e");
    CHECK(lca::measure(lca::energy_measure).json_key == "energy_kwh");
    CHECK(lca::measure(lca::energy_measure).unit_in_base == 3.6e6);
    CHECK(name(lca::measure(lca::energy_measure).dimension) == "energy");
    CHECK(lca::measure(lca::market_measure).json_key == "gwp_market_kgco2e");
    CHECK(lca::measure(lca::market_measure).suffix == "market");
    CHECK_THROWS_AS(lca::measure(lca::measure_count), std::logic_error);
}

TEST_CASE("gaps lie under the rows that miss them, by measure") {
    for (bool sorted : {false, true}) {
        lca::Results r = example();
        if (sorted) r.build_index();
        using Names = std::vector<std::string>;
        Names switch_gap = {"serving.embodied.my-switch/2"};
        CHECK(names(r, "total", 0) == switch_gap);  // what is left out leaves no gap in sums
        CHECK(names(r, "total", 1) == Names{"serving.embodied.my-switch/2", "final_training.dynamic"});
        CHECK(names(r, "total", 2).empty());
        CHECK(names(r, "embodied", 0) == switch_gap);
        CHECK(names(r, "dynamic", 1) == Names{"final_training.dynamic"});
        CHECK(names(r, "idle", 0).empty());
        CHECK(names(r, "stage.inference", 0) == switch_gap);
        CHECK(names(r, "stage.training", 0).empty());
        CHECK(names(r, "stage.inference.embodied", 1) == switch_gap);
        CHECK(names(r, "stage.inference.idle", 0).empty());
        CHECK(names(r, "serving", 0) == switch_gap);
        CHECK(names(r, "serving.embodied", 0) == switch_gap);
        CHECK(names(r, "serving.idle", 0).empty());
        CHECK(names(r, "left_out", 0) == Names{"left_out.idle"});
        CHECK(names(r, "left_out.idle", 0) == Names{"left_out.idle"});
        CHECK(names(r, "serving.idle.host", 0).empty());
        CHECK(names(r, "unallocated", 0).empty());
    }
}

TEST_CASE("finding every one of 70,000 rows is quick") {
    lca::Results r;
    r.stages = {"training"};
    r.line_names = {"a", "b", "c"};
    for (std::uint32_t i = 0; i < 10'000; ++i) {
        r.activities.push_back({"activity_" + std::to_string(i), "", 0});
        r.rows.push_back({Level::activity, 0, 0, 0, i});
        for (std::uint8_t phase = 0; phase < 3; ++phase)
            r.rows.push_back({Level::activity_phase, 0, 0, phase, i});
        for (std::uint32_t line = 0; line < 3; ++line) r.rows.push_back({Level::line, 0, 0, 0, i, line});
    }
    r.build_index();
    std::size_t found = 0;  // 2.4e9 comparisons of names if each were compared with all
    for (const lca::Result& row : r.rows) found += r.find(r.name(row)) == &row;
    CHECK(found == 70'000);
}
