#include "analyses/sweep/sweep_grid.hpp"

#include "lca/base/diagnostics.hpp"
#include "models/results/point_result.hpp"

#include <doctest/doctest.h>

#include "tests/models/results/small_study.hpp"

using namespace lca;

namespace {

Axis axis(std::string_view text) {
    return std::get<Axis>(Axis::parse(text));
}

TextFault fault(std::string_view text) {
    return std::get<TextFault>(Axis::parse(text));
}

/// The small study with other inputs: what a compiler would make of the changes.
std::shared_ptr<const Assessment> changed(std::span<const Edit> changes, double scale) {
    Recorder r;
    Input a = test::input("a", "2 kWh", 1), b = test::input("b", "3", 2);
    for (const Edit& one : changes) {
        if (one.path == "a") a = test::input("a", one.value, 1);
        if (one.path == "b") b = test::input("b", one.value, 2);
        if (one.path == "region") scale = one.value == "NOR" ? 10 : 100;
        if (one.path == "bad") return nullptr;
    }
    const Step product = r.input(a) * r.input(b) * r.constant(scale);
    Results results;
    results.outputs.push_back({"product", product.id(), a.dimension, {}});
    return std::make_shared<const Assessment>(assessment(std::move(r), std::move(results)));
}

std::shared_ptr<const Assessment> compiled(std::span<const Edit> changes) {
    return changed(changes, 1);
}

std::vector<SweepResult> product(const Assessment& assessment) {
    return {{"outputs.product", assessment.results.outputs.front().dimension}};
}

}  // namespace

TEST_CASE("ranges hold both ends and decimal points") {
    const Axis pue = axis("sites.idris.pue=1.05..1.6:12");
    CHECK(pue.size() == 12);
    CHECK(pue.text(0) == "1.05");
    CHECK(pue.text(1) == "1.1");  // 1.05 + 0.55 / 11
    CHECK(pue.text(11) == "1.6");
    const Axis lifetime = axis("x=3..6 yr:4");
    CHECK(lifetime.text(1) == "4 yr");
    CHECK(lifetime.cell(1) == "4");
    CHECK(lifetime.value(0) == 3 * 365 * 86400.0);
}

TEST_CASE("lists keep what stands in brackets together") {
    const Axis grid = axis("g=FRA,{region: USA, year: 2022}");
    REQUIRE(grid.size() == 2);
    CHECK(grid.text(1) == "{region: USA, year: 2022}");
    CHECK_FALSE(grid.is_numeric());
    CHECK(axis("x=1 h,60 min").is_numeric());
    CHECK_FALSE(axis("x=1 h,60 min").has_unit());
    CHECK_FALSE(axis("x=1 h,60 W").is_numeric());
}

TEST_CASE("ranges that are none") {
    CHECK(fault("x=1..2:0").message == "`0` steps");
    CHECK(fault("x=1..2:2.5").message == "`2.5` steps");
    CHECK(fault("x=1..1:3").message == "an empty range: its ends are equal");
    CHECK(fault("x=1 h..2 W:3").message.find("time and power") != std::string::npos);
    CHECK(fault("x=").message == "no values for `x`");
    CHECK(fault("x=1,,2").message == "an empty value for `x`");
    CHECK_THROWS_WITH_AS(sweep_detail::SweepGrid({axis("a=1..2:1000000"), axis("b=1..2:1000000")}, compiled),
                         "the grid has 1e12 points; the limit is 1e9", InputError);
    CHECK_THROWS_AS(sweep_detail::SweepGrid({axis("a=1,2"), axis("a=1..2:3")}, compiled), InputError);
}

TEST_CASE("numbers are columns, other things are recompiled and move slowest") {
    sweep_detail::SweepGrid sweep({axis("a=1..2kWh:2"), axis("region=NOR,POL"), axis("b=5,6,7")}, compiled);
    REQUIRE(sweep.prepare(product));
    CHECK(sweep.is_column(0));
    CHECK_FALSE(sweep.is_column(1));
    CHECK(sweep.is_column(2));
    std::vector<double> kwh;
    std::vector<std::uint64_t> regions;
    REQUIRE(sweep.run(0, sweep.plan().points, [&](const SweepRows& rows) {
        for (const double v : rows.results[0]) kwh.push_back(v / 3.6e6);
        regions.insert(regions.end(), rows.choices[1].begin(), rows.choices[1].end());
        return true;
    }));
    CHECK(kwh == std::vector<double>{50, 60, 70, 100, 120, 140, 500, 600, 700, 1000, 1200, 1400});
    CHECK(regions == std::vector<std::uint64_t>{0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1});
    // Any part of it holds the same.
    std::vector<double> part;
    sweep.run(4, 4, [&](const SweepRows& rows) {
        for (const double v : rows.results[0]) part.push_back(v / 3.6e6);
        return true;
    });
    CHECK(part == std::vector<double>{120, 140, 500, 600});
}

TEST_CASE("a fault of recompiling ends it, as does a taker that has enough") {
    sweep_detail::SweepGrid bad({axis("a=1kWh,2kWh"), axis("bad=x,y")}, compiled);
    CHECK_FALSE(bad.prepare(product));
    sweep_detail::SweepGrid sweep({axis("region=NOR,POL")}, compiled);
    REQUIRE(sweep.prepare(product));
    int blocks = 0;
    CHECK(sweep.run(0, 2, [&](const SweepRows&) { return ++blocks < 1; }));
    CHECK(blocks == 1);
}

TEST_CASE("what only changes inputs is compiled once a value, and gives what recompiling gives") {
    // Region and machine each change one input; "odd" ones change the formula where they meet.
    int compiled = 0;
    const auto made = [&compiled](std::span<const Edit> changes, bool meeting) {
        ++compiled;
        double region = 1, machine = 1;
        for (const Edit& one : changes) {
            if (one.path == "region") region = one.value == "NOR" ? 10 : one.value == "POL" ? 100 : 50;
            if (one.path == "machine") machine = one.value == "old" ? 2 : one.value == "new" ? 3 : 5;
        }
        Recorder r;
        Input grid = test::input("grid", "1", 1), power = test::input("power", "1", 2);
        grid.value = region;
        power.value = meeting && region == 50 && machine == 5 ? 7 : machine;
        const Step product = r.input(grid) * r.input(power);
        Results results;
        results.outputs.push_back({"product", product.id(), {}, {}});
        return std::make_shared<const Assessment>(assessment(std::move(r), std::move(results)));
    };
    for (const bool meeting : {false, true}) {
        sweep_detail::SweepGrid sweep({axis("region=NOR,POL,DEU"), axis("machine=old,new,odd")},
                                      [&](std::span<const Edit> changes) { return made(changes, meeting); });
        REQUIRE(sweep.prepare(product));
        compiled = 0;
        std::vector<double> found;
        REQUIRE(sweep.run(0, sweep.plan().points, [&](const SweepRows& rows) {
            found.insert(found.end(), rows.results[0].begin(), rows.results[0].end());
            return true;
        }));
        CHECK(compiled == (meeting ? 9 : 0));
        const double last = meeting ? 50 * 7 : 50 * 5;
        CHECK(found == std::vector<double>{20, 30, 50, 200, 300, 500, 100, 150, last});
    }
}

TEST_CASE("what meets within the grid is found too: one machine in two places") {
    // Two places of one machine share it: half the price. Neither end of the axes shows it, their middle
    // does.
    const auto made = [](std::span<const Edit> changes) {
        std::string one = "a", other = "b";
        for (const Edit& change : changes) (change.path == "one" ? one : other) = change.value;
        const auto price = [](const std::string& name) {
            return name == "c" ? 30.0 : name == "e" ? 50.0 : 10.0;
        };
        Recorder r;
        Input first = test::input("first", "1", 1), second = test::input("second", "1", 2);
        first.value = price(one);
        second.value = one == other ? 0 : price(other);
        const Step sum = r.input(first) + r.input(second);
        Results results;
        results.outputs.push_back({"product", sum.id(), {}, {}});
        return std::make_shared<const Assessment>(assessment(std::move(r), std::move(results)));
    };
    sweep_detail::SweepGrid sweep({axis("one=a,c,e"), axis("other=b,c,d")}, made);
    REQUIRE(sweep.prepare(product));
    std::vector<double> found;
    REQUIRE(sweep.run(0, sweep.plan().points, [&](const SweepRows& rows) {
        found.insert(found.end(), rows.results[0].begin(), rows.results[0].end());
        return true;
    }));
    CHECK(found == std::vector<double>{20, 40, 20, 40, 30, 40, 60, 80, 60});
}
