#include "analyses/comparison/side_by_side.hpp"

#include <doctest/doctest.h>

#include "lca/calc/evaluate.hpp"
#include "tests/models/results/small_study.hpp"

using namespace lca;

TEST_CASE("totals, differences and ratios are to the first") {
    const test::SmallStudy study;
    const PointResult base(study);
    // Twice the grid's intensity: dynamic and idle double (40.1 kg more), embodied stays.
    std::vector<double> values(base.values().begin(), base.values().end());
    const std::size_t grid = 3;
    REQUIRE(study.calculation.inputs().path(grid) == "sites.here.grid.intensity");
    const std::vector<double> doubled = {2 * study.calculation.inputs().value(grid)};
    const std::vector<Column> columns = {{grid, doubled}};
    std::vector<StepId> all;
    for (StepId step = 0; step < values.size(); ++step) all.push_back(step);
    const PointResult world(study, evaluate(study.calculation, columns, 1, all));
    const std::vector<const PointResult*> variants = {&base, &world};
    const std::vector<Compared> compared = comparison::side_by_side(variants, index_of::climate);
    REQUIRE(compared.size() == 2);
    CHECK(*compared[0].difference == 0);
    CHECK(*compared[0].ratio == 1);
    CHECK(*compared[1].total == doctest::Approx(100.2));
    CHECK(*compared[1].difference == doctest::Approx(40.1));
    CHECK(*compared[1].ratio == doctest::Approx(100.2 / 60.1));
    CHECK(*compared[1].by_phase[0] == doctest::Approx(20));
    CHECK(*compared[1].phase_difference[0] == 0);
    CHECK(*compared[1].phase_difference[1] == doctest::Approx(10));
    CHECK(compared[0].partial);  // serving.idle is missing
    const std::vector<Compared> energy = comparison::side_by_side(variants, energy_measure);
    CHECK(*energy[1].difference == 0);
    const std::vector<Compared> water = comparison::side_by_side(variants, index_of::water);
    CHECK_FALSE(water[1].total.has_value());
    CHECK_FALSE(water[1].ratio.has_value());
    CHECK_FALSE(water[1].partial);
}

TEST_CASE("a gap of an activity that is not included makes no total partial") {
    test::SmallStudy study;
    study.results.activities[1].included = false;  // serving, whose idle is the only gap
    const PointResult result(study);
    const std::vector<const PointResult*> variants = {&result};
    for (const std::size_t measure : {index_of::climate, energy_measure}) {
        const std::vector<Compared> compared = comparison::side_by_side(variants, measure);
        REQUIRE(compared.at(0).total.has_value());
        CHECK_FALSE(compared[0].partial);
    }
}

TEST_CASE("the lowest is first, equals share a rank, what is not assessed has none") {
    const test::SmallStudy study;
    const PointResult base(study);
    // Every step at ten times, and at a tenth of, its value: totals of 60.1, 60.1, 601 and 6.01.
    const auto scaled = [&](double factor) {
        std::vector<double> values(base.values().begin(), base.values().end());
        for (double& value : values) value *= factor;
        return PointResult(study, values);
    };
    const PointResult high = scaled(10), low = scaled(0.1);
    const std::vector<const PointResult*> variants = {&base, &high, &base, &low};
    std::vector<std::size_t> ranks, of_water;
    for (const Compared& one : comparison::side_by_side(variants, index_of::climate))
        ranks.push_back(one.rank);
    for (const Compared& one : comparison::side_by_side(variants, index_of::water))
        of_water.push_back(one.rank);
    CHECK(ranks == std::vector<std::size_t>{2, 4, 2, 1});
    CHECK(of_water == std::vector<std::size_t>{0, 0, 0, 0});
}

TEST_CASE("what leaves out a part has no rank among those that count it") {
    const test::SmallStudy study;
    test::SmallStudy without;  // of which the idle energy of training is open
    Gap gap;
    gap.phase = PhaseKind::idle;
    gap.measures = 1U << index_of::climate | 1U << energy_measure;
    without.results.gaps.push_back(gap);
    without.results.build_index();
    const PointResult base(study), open(without);
    std::vector<double> halved(base.values().begin(), base.values().end());
    for (double& value : halved) value /= 2;
    const PointResult half(study, halved);
    const std::vector<const PointResult*> variants = {&base, &open, &half};
    const std::vector<Compared> compared = comparison::side_by_side(variants, index_of::climate);
    CHECK(compared[0].rank == 2);
    CHECK(compared[1].rank == 0);
    CHECK(compared[2].rank == 1);
    CHECK_FALSE(compared[1].comparable);
    CHECK_FALSE(compared[1].difference);
    CHECK_FALSE(compared[1].ratio);
    CHECK(*compared[1].phase_difference[0] == 0);
    CHECK_FALSE(compared[1].phase_difference[1]);
    CHECK(*compared[1].phase_difference[2] == 0);
    CHECK(compared[1].stage_difference.at(0).first == "training");
    CHECK_FALSE(compared[1].stage_difference[0].second);
    CHECK(*compared[1].stage_difference.at(1).second == 0);
    CHECK(compared[1].lacked == std::vector<std::string>{"training.idle"});
    CHECK(compared[1].lacked_by_first.empty());
    // If one of two leaves out a part, none is the lowest.
    const std::vector<const PointResult*> two = {&base, &open};
    for (const Compared& one : comparison::side_by_side(two, index_of::climate)) CHECK(one.rank == 0);
}

TEST_CASE("Pareto-optimal over several impacts") {
    // The third is beaten by the first (equal in one, lower in the other); equals do not beat each other.
    const std::vector<bool> best = comparison::not_dominated({{1, 4}, {2, 3}, {1, 5}, {3, 3}, {2, 3}});
    CHECK(best == std::vector<bool>{true, true, false, false, true});
}
