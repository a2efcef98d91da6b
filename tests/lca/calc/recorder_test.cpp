// Recording: what is written down, in which order, and what is refused.

#include <doctest/doctest.h>

#include <stdexcept>
#include <vector>

#include "lca/calc/evaluate.hpp"
#include "lca/calc/recorder.hpp"

namespace {

lca::Input input(std::string_view path, double value) {
    lca::Input result;
    result.path = path;
    result.value = value;
    return result;
}

}  // namespace

TEST_CASE("typed formulas are recorded and have the right values") {
    lca::Recorder recorder;
    auto power = lca::unchecked<lca::unit::Power>(recorder.input(input("power", 400)));
    auto time = lca::unchecked<lca::unit::Time>(recorder.input(input("time", 3600)));
    lca::Expr<lca::unit::Energy> energy = power * time;
    lca::Expr<lca::unit::Energy> both = energy + energy;
    auto smaller = minimum(energy, both);
    auto larger = maximum(energy, both);
    auto scaled = recorder.constant(0.5) * both.value();
    lca::StepId ids[] = {energy.value().id(), both.value().id(), smaller.value().id(), larger.value().id(),
                         scaled.id()};
    CHECK(recorder.value(both.value()) == 2 * 400 * 3600);
    lca::Calculation calculation = std::move(recorder).finish();
    std::vector<double> values = lca::evaluate(calculation);
    CHECK(values[ids[0]] == 400 * 3600);
    CHECK(values[ids[1]] == 2 * 400 * 3600);
    CHECK(values[ids[2]] == 400 * 3600);
    CHECK(values[ids[3]] == 2 * 400 * 3600);
    CHECK(values[ids[4]] == 400 * 3600);
    CHECK(calculation.steps()[ids[0]].operation == lca::Operation::multiply);
    CHECK(calculation.inputs().size() == 2);
}

TEST_CASE("equal constants share a step, unlike ones and inputs do not") {
    lca::Recorder recorder;
    CHECK(recorder.constant(2).id() == recorder.constant(2).id());
    CHECK(recorder.constant(2).id() != recorder.constant(3).id());
    CHECK(recorder.constant(0.0).id() != recorder.constant(-0.0).id());
    CHECK(recorder.input(input("a", 2)).id() != recorder.input(input("b", 2)).id());
    lca::Calculation calculation = std::move(recorder).finish();
    CHECK(calculation.constants().size() == 4);
    CHECK(calculation.steps().size() == 6);
}

TEST_CASE("operations are recorded as they stand, without tricks") {
    lca::Recorder recorder;
    lca::Step x = recorder.input(input("x", 7)), one = recorder.constant(1), zero = recorder.constant(0);
    CHECK((x * one).id() != x.id());
    CHECK((x + zero).id() != x.id());
    CHECK((x - x).id() != zero.id());
    CHECK((+x).id() == x.id());
    lca::Step sum = x;
    sum += one;
    CHECK(recorder.value(sum) == 8);
    CHECK(recorder.value(-x) == -7);
    CHECK(recorder.value(lca::power(x, recorder.constant(2))) == 49);
    CHECK(recorder.value(lca::apply(lca::Operation::square_root, recorder.constant(9))) == 3);
    CHECK(recorder.value(lca::apply(lca::Operation::ceiling, recorder.constant(2.1))) == 3);
    CHECK(recorder.value(lca::apply(lca::Operation::floor, recorder.constant(-2.1))) == -3);
}

TEST_CASE("sums are added pairwise, in the order given") {
    lca::Recorder recorder;
    std::vector<lca::Step> terms;
    for (int i = 0; i < 5; ++i) terms.push_back(recorder.input(input("t" + std::to_string(i), 1 << i)));
    CHECK(recorder.sum(std::span(terms).first(1)).id() == terms[0].id());
    std::size_t before = terms.back().id();
    lca::Step sum = recorder.sum(terms);
    CHECK(recorder.value(sum) == 31);
    CHECK(sum.id() == before + 4);
    lca::Calculation calculation = std::move(recorder).finish();
    // ((t0 + t1) + (t2 + t3)) + t4
    auto step = [&](lca::StepId id) { return calculation.steps()[id]; };
    CHECK(step(5).left == 0);
    CHECK(step(5).right == 1);
    CHECK(step(6).left == 2);
    CHECK(step(6).right == 3);
    CHECK(step(7).left == 5);
    CHECK(step(7).right == 6);
    CHECK(step(8).left == 7);
    CHECK(step(8).right == 4);
}

TEST_CASE("a pairwise sum of many parts keeps its digits") {
    // One by one, 0.1 added 2^20 times is off by 6e-7 of a unit; pairwise every partial sum is a power of two
    // times 0.1: exact.
    lca::Recorder recorder;
    std::vector<lca::Step> terms(1 << 20, recorder.constant(0.1));
    CHECK(recorder.value(recorder.sum(terms)) == 0.1 * (1 << 20));
}

TEST_CASE("labels: the first name of a step stays") {
    lca::Recorder recorder;
    lca::Step a = recorder.input(input("a", 1)), b = recorder.input(input("b", 2));
    recorder.label(b, "second", lca::Dimension::of(lca::Base::time));
    recorder.label(a, "first", {});
    recorder.label(b, "again", {});
    auto energy = lca::unchecked<lca::unit::ImpactPerEnergy>(a * b);
    recorder.label(energy, "intensity", lca::Category::climate);
    lca::Calculation calculation = std::move(recorder).finish();
    REQUIRE(calculation.label(b.id()) != nullptr);
    CHECK(calculation.label(b.id())->text == "second");
    CHECK(calculation.label(b.id())->dimension == lca::Dimension::of(lca::Base::time));
    CHECK(calculation.label(a.id())->text == "first");
    CHECK(name(calculation.label(energy.value().id())->dimension) == "climate change impact per energy");
    CHECK(calculation.label(99) == nullptr);
}

TEST_CASE("recorder: steps of one meaning share it, and equal words of another dimension do not") {
    lca::Recorder recorder;
    lca::Step a = recorder.input(input("a", 1)), b = recorder.input(input("b", 2)),
              c = recorder.input(input("c", 3));
    for (lca::Step step : {a, b}) recorder.label(step, "energy", {});
    recorder.label(c, "energy", lca::Dimension::of(lca::Base::time));
    lca::Calculation calculation = std::move(recorder).finish();
    CHECK(calculation.label(a.id()) == calculation.label(b.id()));
    CHECK(calculation.label(c.id()) != calculation.label(a.id()));
    CHECK(calculation.label(c.id())->dimension == lca::Dimension::of(lca::Base::time));
}

TEST_CASE("inputs are found by path") {
    lca::Recorder recorder;
    for (const char* path : {"b.c", "a", "b", "sites.idris.pue"}) recorder.input(input(path, path[0]));
    lca::Calculation calculation = std::move(recorder).finish();
    REQUIRE(calculation.input("b"));
    CHECK(calculation.input("b")->value == 'b');
    CHECK(calculation.inputs().find("b") == 2);
    CHECK(calculation.inputs().find("sites.idris.pue") == 3);
    CHECK_FALSE(calculation.input("sites.idris"));
    CHECK_FALSE(calculation.input(""));
    CHECK(lca::to_string(lca::Origin::default_value) == "default");
}

TEST_CASE("misuse is a logic error") {
    lca::Recorder recorder, other;
    lca::Step a = recorder.constant(1), foreign = other.constant(1), nothing;
    CHECK_THROWS_AS(a + foreign, std::logic_error);
    CHECK_THROWS_AS(foreign + a, std::logic_error);
    CHECK_THROWS_AS(a + nothing, std::logic_error);
    CHECK_THROWS_AS(-nothing, std::logic_error);
    CHECK_THROWS_AS(minimum(nothing, a), std::logic_error);
    CHECK_THROWS_AS(recorder.sum({}), std::logic_error);
    CHECK_THROWS_AS(recorder.sum(std::vector{a, foreign}), std::logic_error);
    CHECK_THROWS_AS(recorder.sum(std::vector{foreign}), std::logic_error);
    CHECK_THROWS_AS(recorder.label(foreign, "x", {}), std::logic_error);
    CHECK_THROWS_AS(recorder.value(nothing), std::logic_error);
    CHECK_THROWS_AS(recorder.record(lca::Operation::input, a), std::logic_error);
    CHECK_THROWS_AS(recorder.record(lca::Operation::add, a), std::logic_error);
    CHECK_THROWS_AS(recorder.record(lca::Operation::negate, a, a), std::logic_error);
}
