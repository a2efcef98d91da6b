// Names of rows: written and read back, and the gaps under them.

#include <doctest/doctest.h>

#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "models/results/results.hpp"

namespace {

using lca::LifeCycleStage;
using lca::PhaseKind;

/// Two activities in two stages, the second kept out of the sums; lines with all characters a hardware id may
/// have.
lca::Results example() {
    lca::Results r;
    r.stages = {"training", "inference"};
    r.activities = {{"serving", "", 1}, {"final_training", "", 0}, {"left_out", "", 1, false}};
    r.line_names = {"infrastructure", "my-switch/2", "host"};
    const auto add = [&r](lca::RowKey key) { r.rows.push_back({.key = key}); };
    add(lca::TotalRow{});
    for (const PhaseKind phase : lca::all_phases) add(lca::PhaseRow{phase});
    for (std::uint8_t stage = 0; stage < 2; ++stage) {
        add(lca::StageRow{stage});
        for (const PhaseKind phase : lca::all_phases) add(lca::StagePhaseRow{stage, phase});
    }
    for (std::uint32_t activity = 0; activity < 3; ++activity) {
        add(lca::ActivityRow{activity});
        for (const PhaseKind phase : lca::all_phases) add(lca::ActivityPhaseRow{activity, phase});
    }
    add(lca::LineRow{0, PhaseKind::idle, 2});
    add(lca::LineRow{1, PhaseKind::idle, 0});
    add(lca::LineRow{1, PhaseKind::embodied, 1});
    for (const auto stage :
         {LifeCycleStage::manufacturing, LifeCycleStage::transport, LifeCycleStage::end_of_life})
        add(lca::LifeCycleStageRow{1, 1, PhaseKind::embodied, stage});
    add(lca::UnallocatedRow{});
    add(lca::UnallocatedPhaseRow{PhaseKind::embodied});
    add(lca::UnallocatedLineRow{1});
    for (const auto stage :
         {LifeCycleStage::manufacturing, LifeCycleStage::transport, LifeCycleStage::end_of_life})
        add(lca::UnallocatedLifeCycleStageRow{1, stage});
    for (std::size_t i = 0; i < r.rows.size(); ++i) r.rows[i].steps[0] = static_cast<lca::StepId>(i);
    // Gaps: embodied impact of a part of serving, for climate (bit 0) and water (bit 1); idle of left_out;
    // water of training.
    r.gaps = {{.activity = 0, .phase = PhaseKind::embodied, .line = 1, .measures = 0b11},
              {.activity = 2, .phase = PhaseKind::idle, .measures = 0b1},
              {.activity = 1, .phase = PhaseKind::dynamic, .measures = 0b10}};
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
    for (const char* name :
         {"total", "embodied", "idle", "dynamic", "stage.training", "stage.inference.idle", "serving",
          "final_training.dynamic", "final_training.idle.infrastructure",
          "final_training.embodied.my-switch/2", "serving.idle.host", "unallocated", "unallocated.embodied",
          "unallocated.embodied.my-switch/2", "unallocated.embodied.my-switch/2.transport",
          "final_training.embodied.my-switch/2.end_of_life"}) {
        CAPTURE(name);
        CHECK(seen.count(name) == 1);
    }
}

TEST_CASE("other names find nothing") {
    lca::Results r = example();
    r.build_index();
    for (const char* name : {"",
                             ".",
                             "stage",
                             "stage.",
                             "stage.none",
                             "stage.training.",
                             "stage.training.none",
                             "total.x",
                             "total.idle",
                             "idle.x",
                             "nobody",
                             "serving.",
                             "serving.none",
                             "serving.idle.",
                             "serving.idle.none",
                             "serving.idle.infrastructure",
                             "unallocated.idle",
                             "unallocated.embodied.host",
                             "unallocated.embodied.my-switch/2.use",
                             "unallocated.idle.my-switch/2",
                             "Serving",
                             "serving.embodied.my-switch/2",
                             "final_training.embodied.my-switch/2.use",
                             "final_training.idle.infrastructure.transport"}) {
        CAPTURE(name);
        CHECK(r.find(name) == nullptr);
    }
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

TEST_CASE("a gap of what is unallocated lies under it and the sums, and in no activity or stage") {
    for (bool sorted : {false, true}) {
        lca::Results r = example();
        r.gaps = {{.activity = {}, .phase = PhaseKind::embodied, .line = 1, .measures = 0b1},
                  {.activity = {}, .phase = PhaseKind::idle, .measures = 0b10},
                  {.activity = {},
                   .phase = PhaseKind::embodied,
                   .life_cycle_stage = LifeCycleStage::transport,
                   .line = 1,
                   .measures = 0b100}};
        if (sorted) r.build_index();
        using Names = std::vector<std::string>;
        const Names line = {"unallocated.embodied.my-switch/2"}, idle = {"unallocated.idle"};
        const Names stage = {"unallocated.embodied.my-switch/2.transport"};
        CHECK(names(r, "total", 0) == line);
        CHECK(names(r, "embodied", 0) == line);
        CHECK(names(r, "unallocated", 0) == line);
        CHECK(names(r, "unallocated.embodied", 0) == line);
        CHECK(names(r, "unallocated.embodied.my-switch/2", 0) == line);
        CHECK(names(r, "unallocated.embodied.my-switch/2.manufacturing", 0) == line);
        CHECK(names(r, "unallocated.embodied.my-switch/2.transport", 2) == stage);
        CHECK(names(r, "unallocated.embodied.my-switch/2.manufacturing", 2).empty());
        CHECK(names(r, "total", 1) == idle);
        CHECK(names(r, "idle", 1) == idle);
        CHECK(names(r, "unallocated.embodied", 1).empty());
        for (const char* name : {"dynamic", "stage.training", "stage.inference.embodied", "serving",
                                 "final_training.embodied.my-switch/2"}) {
            CAPTURE(name);
            CHECK(names(r, name, 0).empty());
            CHECK(names(r, name, 1).empty());
        }
    }
}

TEST_CASE("finding every one of 70,000 rows is quick") {
    lca::Results r;
    r.stages = {"training"};
    r.line_names = {"a", "b", "c"};
    for (std::uint32_t i = 0; i < 10'000; ++i) {
        r.activities.push_back({"activity_" + std::to_string(i), "", 0});
        r.rows.push_back({.key = lca::ActivityRow{i}});
        for (const PhaseKind phase : lca::all_phases)
            r.rows.push_back({.key = lca::ActivityPhaseRow{i, phase}});
        for (std::uint32_t line = 0; line < 3; ++line)
            r.rows.push_back({.key = lca::LineRow{i, PhaseKind::embodied, line}});
    }
    r.build_index();
    std::size_t found = 0;  // 2.4e9 comparisons of names if each were compared with all
    for (const lca::Result& row : r.rows) found += r.find(r.name(row)) == &row;
    CHECK(found == 70'000);
}
