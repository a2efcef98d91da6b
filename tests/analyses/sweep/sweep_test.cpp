// A scenario as text in, rows in every form out: 1,000 kWh x PUE x grid, and 100 kg embodied.
#include "analyses/sweep/sweep.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "lca/base/diagnostics.hpp"
#include "models/catalog/embedded.hpp"

using namespace lca;

namespace {

constexpr std::string_view text = R"(lca: 1
title: Two grids
sites:
  here: {grid: {intensity: 0.5 kgCO2e/kWh}, pue: 1}
activities:
  job:
    stage: training
    site: here
    embodied: {value: 100 kgCO2e}
    idle: none
    dynamic: {energy: 1000 kWh}
)";
constexpr std::string_view own_axes = R"(sweep:
  vary:
    sites.here.pue: {from: 1, to: 2, steps: 3}
    sites.here.grid: [{intensity: 0.5 kgCO2e/kWh}, {intensity: 1 kgCO2e/kWh}]
)";

ScenarioSource source(std::string_view more = "") {
    ScenarioSource made;
    made.path = "grids.yaml";
    made.text = std::string(text) + std::string(more);
    return made;
}

SweepOptions varying(std::string_view axis) {
    SweepOptions options;
    options.vary.push_back(std::get<Axis>(Axis::parse(axis)));
    return options;
}

struct MadeSweep {
    Session session{embedded_catalogue()};
    std::unique_ptr<PreparedSweep> sweep;

    MadeSweep(const ScenarioSource& scenario, const SweepOptions& options)
        : sweep(prepare_sweep(session, scenario, options)) {}
};

std::string written(const Report& report, std::string_view format, bool headings = true) {
    std::string out;
    Style style;
    style.headings = headings;
    find_format(format)->write(report, style, [&out](std::string_view piece) { out += piece; });
    return out;
}

std::string written(const ScenarioSource& scenario, const SweepOptions& options, std::string_view format) {
    const MadeSweep made(scenario, options);
    REQUIRE(made.sweep);
    return written(report_of(*made.sweep), format);
}

/// Keeps what comes; has enough after so many blocks.
struct Kept : RowSink {
    std::size_t blocks_wanted = 1000, blocks = 0;
    std::vector<std::string> names;
    std::vector<double> first_result;

    void begin(const SweepPlan& plan) override {
        for (const SweepResult& result : plan.results) names.push_back(result.name);
    }
    bool rows(const SweepRows& rows) override {
        first_result.insert(first_result.end(), rows.results[0].begin(), rows.results[0].end());
        return ++blocks < blocks_wanted;
    }
};

/// A sweep of which no point can be compiled.
struct Faulty : PreparedSweep {
    MadeSweep sound{source(), varying("sites.here.pue=1,2")};
    const std::string& title() const override { return sound.sweep->title(); }
    const SweepPlan& plan() const override { return sound.sweep->plan(); }
    std::uint64_t count() const override { return 2; }
    bool run(RowSink&) override { return false; }
};

constexpr std::string_view six_rows =
    "1,{intensity: 0.5 kgCO2e/kWh},600,,\r\n"
    "1.5,{intensity: 0.5 kgCO2e/kWh},850,,\r\n"
    "2,{intensity: 0.5 kgCO2e/kWh},1100,,\r\n"
    "1,{intensity: 1 kgCO2e/kWh},1100,,\r\n"
    "1.5,{intensity: 1 kgCO2e/kWh},1600,,\r\n"
    "2,{intensity: 1 kgCO2e/kWh},2100,,\r\n";

}  // namespace

TEST_CASE("a sweep of the file's own axes: numbers move fastest") {
    CHECK(written(source(own_axes), {}, "csv") ==
          "sites.here.pue,sites.here.grid,total [kgCO2e],gaps,why_not\r\n" + std::string(six_rows));
    Session session(embedded_catalogue());
    Kept kept;
    REQUIRE(sweep(session, source(own_axes), {}, kept));
    CHECK(kept.names == std::vector<std::string>{"total"});
    CHECK(kept.first_result == std::vector<double>{600, 850, 1100, 1100, 1600, 2100});
}

TEST_CASE("axes that are given count in place of the file's") {
    CHECK(written(source(own_axes), varying("sites.here.pue=1.2,3"), "csv") ==
          "sites.here.pue,total [kgCO2e],gaps,why_not\r\n1.2,700,,\r\n3,1600,,\r\n");
}

TEST_CASE("a sweep as JSON is an array of the objects that it is line by line") {
    const SweepOptions options = varying("sites.here.pue=1,2");
    const std::string first =
        R"({"set": {"sites.here.pue": "1"}, "results": {"total": {"value": 600, "unit": "kgCO2e"}}})";
    const std::string second =
        R"({"set": {"sites.here.pue": "2"}, "results": {"total": {"value": 1100, "unit": "kgCO2e"}}})";
    CHECK(written(source(), options, "jsonl") == first + "\n" + second + "\n");
    const std::string array = written(source(), options, "json");
    CHECK(array == "[\n  " + first + ",\n  " + second + "\n]\n");
    CHECK(nlohmann::json::parse(array).size() == 2);
}

TEST_CASE("a sweep as a table for people") {
    const SweepOptions options = varying("sites.here.pue=1,2");
    CHECK(written(source(), options, "markdown") ==
          "# Two grids\n\n| sites.here.pue | total \\[tCO2e\\] |\n| ---: | ---: |\n| 1 | 0.600 |\n"
          "| 2 | 1.100 |\n");
    const MadeSweep large(source(), varying("sites.here.pue=1..2:10001"));
    REQUIRE(large.sweep);
    CHECK_THROWS_WITH_AS(
        report_of(*large.sweep).page(),
        "a table of 10,001 points: at most 10,000 are shown as a table; use --format csv or --format jsonl",
        InputError);
}

TEST_CASE("parts of the points, one behind the other, are the whole") {
    std::string rows;
    for (const std::uint64_t part : {1U, 2U, 3U, 4U}) {
        SweepOptions options;
        options.shard = {.part = part, .parts = 4};
        const MadeSweep prepared(source(own_axes), options);
        REQUIRE(prepared.sweep);
        CHECK(prepared.sweep->count() == (part % 2 == 1 ? 1 : 2));  // of 6: up to 1, 3, 4, 6
        rows += written(report_of(*prepared.sweep), "csv", false);
    }
    CHECK(rows == six_rows);
}

TEST_CASE("a sweep that is stopped ends with whole rows, and its JSON is closed") {
    const MadeSweep prepared(source(own_axes), {});
    REQUIRE(prepared.sweep);
    std::vector<std::uint64_t> reported;
    const Report report = report_of(*prepared.sweep, [&reported](std::uint64_t done) {
        reported.push_back(done);
        return false;
    });
    // The three values of PUE at the first grid are one block.
    CHECK(nlohmann::json::parse(written(report, "json")).size() == 3);
    CHECK(written(report, "csv", false) == six_rows.substr(0, six_rows.find("1,{intensity: 1 ")));
    CHECK(reported == std::vector<std::uint64_t>{3, 3});
    Session session(embedded_catalogue());
    Kept kept;
    kept.blocks_wanted = 1;
    CHECK(sweep(session, source(own_axes), {}, kept));
    CHECK(kept.first_result == std::vector<double>{600, 850, 1100});
}

TEST_CASE("items of the total in place of results") {
    SweepOptions options = varying("sites.here.pue=1,2");
    options.by = BreakdownKey::phase;
    const std::string csv = written(source(), options, "csv");
    CHECK(csv.find("dynamic [kgCO2e]") != std::string::npos);
    const MadeSweep prepared(source(), options);
    REQUIRE(prepared.sweep);
    Kept kept;
    REQUIRE(prepared.sweep->run(kept));
    CHECK(kept.names.back() == "total");
    // 500 and 1,000 kg of electricity, or 100 kg embodied twice, whichever phase comes first.
    const bool dynamic = kept.names.front() == "dynamic";
    CHECK(kept.first_result == (dynamic ? std::vector<double>{500, 1000} : std::vector<double>{100, 100}));
}

TEST_CASE("what is wrong with a sweep") {
    Session session(embedded_catalogue());
    Kept kept;
    CHECK_THROWS_WITH_AS(
        sweep(session, source(), {}, kept),
        "grids.yaml has no `sweep`: give what varies, as in --vary sites.idris.pue=1.05..1.6:12", InputError);
    SweepOptions unknown = varying("sites.here.pue=1,2");
    unknown.of = {"totl"};
    CHECK_THROWS_AS(sweep(session, source(), unknown, kept), InputError);
    CHECK_FALSE(session.failed());
    CHECK_FALSE(sweep(session, source(), varying("sites.here.grid=FRA,FRNCE"), kept));
    CHECK(session.failed());
    CHECK(session.messages().find("unknown grid `FRNCE`") != std::string::npos);
    CHECK(kept.first_result.empty());
    Faulty faulty;
    CHECK_THROWS_AS(written(report_of(faulty), "csv"), SweepFault);
    CHECK_THROWS_AS(written(report_of(faulty), "text"), SweepFault);
}

namespace {

/// Up to 8 cards for up to 5 yr, half of which are in use.
ScenarioSource cards() {
    ScenarioSource made;
    made.path = "cards.yaml";
    made.text = R"(lca: 1
title: Cards
sites: {here: {grid: {intensity: 0.5 kgCO2e/kWh}}}
hardware: {card: {kind: accelerator, embodied: 100 kgCO2e}}
systems: {c: {site: here, nodes: 1 node, node: [{hardware: card, count: 8}], lifetime: 5 yr, utilisation: 50 %}}
activities: {job: {stage: training, system: c, devices: 4 GPU, duration: 1 yr, idle: none, dynamic: none}}
)";
    return made;
}

SweepOptions of_cards(std::initializer_list<std::string_view> axes) {
    SweepOptions options;
    for (const std::string_view axis : axes) options.vary.push_back(std::get<Axis>(Axis::parse(axis)));
    return options;
}

}  // namespace

TEST_CASE("sweep: a point that uses more than exists is refused, the others are not") {
    // 8 of 8 for 2.5 yr are all there is: 0.8 t.
    const MadeSweep all(
        cards(), of_cards({"activities.job.devices=1GPU..8GPU:8", "activities.job.duration=0.5yr..2.5yr:5"}));
    REQUIRE_MESSAGE(all.sweep, all.session.messages());
    Kept kept;
    REQUIRE(all.sweep->run(kept));
    CHECK(kept.first_result.size() == 40);
    CHECK(kept.first_result.back() == doctest::Approx(800));
    // A point that is compiled: the fault is at the axis.
    const MadeSweep many(cards(), of_cards({"activities.job.devices=1GPU..16GPU:16"}));
    CHECK_FALSE(many.sweep);
    CHECK(many.session.messages().find("uses 9 GPU at a time") != std::string::npos);
    // One that is only computed, as each axis alone stays within: 4 yr on 4 cards, 2 yr on 8, not 4 yr on 8.
    const MadeSweep both(
        cards(), of_cards({"activities.job.devices=4GPU,8GPU", "activities.job.duration=1yr..4yr:4"}));
    REQUIRE(both.sweep);
    Kept none;
    CHECK_THROWS_WITH_AS(both.sweep->run(none),
                         "at activities.job.devices = 8GPU, activities.job.duration = 3 yr: `job` takes `c` "
                         "for 3 yr, longer than its lifetime in use: 50 % of 5 yr, which is 2.5 yr",
                         InputError);
}

TEST_CASE("sweep: what only bears on how much there is counts, too") {
    // Node time makes the total, the nodes do not: 4 nodes hold 40 node*h in 10 h, 2 nodes do not.
    ScenarioSource made;
    made.path = "nodes.yaml";
    made.text = R"(lca: 1
title: Nodes
sites: {here: {grid: {intensity: 0.5 kgCO2e/kWh}}}
hardware: {box: {kind: server, embodied: 100 kgCO2e}}
systems: {c: {site: here, nodes: 4 node, node: [{hardware: box}], lifetime: 5 yr}}
activities: {job: {stage: training, system: c, node_time: 40 node*h, duration: 10 h, idle: none, dynamic: none}}
)";
    CHECK(MadeSweep(made, of_cards({"systems.c.nodes=4node,5node,6node"})).sweep);
    const MadeSweep fewer(made, of_cards({"systems.c.nodes=2node,4node"}));
    CHECK_FALSE(fewer.sweep);
    CHECK(fewer.session.messages().find("`c` has 2 nodes: 20 node*h in that time") != std::string::npos);
}

TEST_CASE("sweep: rows that leave out unlike parts are said not to compare") {
    SweepOptions options = varying("activities.job.idle=none,not_assessed");
    options.of = {"total", "outputs.each"};
    const MadeSweep prepared(source("outputs: {each: =total / job.dynamic.energy}\n"), options);
    REQUIRE_MESSAGE(prepared.sweep, prepared.session.messages());
    const std::string page = written(report_of(*prepared.sweep), "text");
    INFO(page);
    // 100 kg and 500 kg of 1,000 kWh in both rows, but in the second idle is not looked at.
    CHECK(page.find("600.0 *") != std::string::npos);
    CHECK(page.find("600.0  ") != std::string::npos);
    CHECK(page.find("Not all rows are comparable, as some leave out what others count: only another") !=
          std::string::npos);
    const std::string csv = written(report_of(*prepared.sweep), "csv");
    CHECK(csv.find(",job.idle") != std::string::npos);
    // A grid changes what all rows count alike.
    const MadeSweep grids(source(), varying("sites.here.pue=1,2"));
    REQUIRE(grids.sweep);
    CHECK(written(report_of(*grids.sweep), "text").find("Not all rows") == std::string::npos);
}
