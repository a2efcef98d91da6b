#include "models/results/explanation.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>

#include "tests/models/results/recomputed.hpp"
#include "tests/models/results/small_study.hpp"

using namespace lca;

namespace {

/// Every term follows from its operands, and operands come first.
void check_recomputed(const Explanation& explanation) {
    for (std::size_t i = 0; i < explanation.terms.size(); ++i) {
        const ExplainedTerm& term = explanation.terms[i];
        for (const ExplainedTerm::Operand& operand : term.operands) CHECK(operand.term < i);
        // Chains are added and multiplied in another order than recorded: a few units in the last place.
        CHECK(test::recomputed(explanation, term) == doctest::Approx(term.value).epsilon(1e-14));
    }
}

}  // namespace

TEST_CASE("a chain of factors is one product; what is named stays a term") {
    const test::SmallStudy study;
    const PointResult result(study);
    const Explanation explanation = explain(result, study.dynamic_of_training);
    // (power x time) is named; x pue x grid hang on the root.
    const ExplainedTerm& root = explanation.root();
    CHECK(root.kind == TermKind::product);
    REQUIRE(root.operands.size() == 3);
    CHECK(root.value == doctest::Approx(30));
    CHECK(explanation.terms[root.operands[0].term].label == "energy of the accelerators");
    CHECK(explanation.terms[root.operands[1].term].input->path == "sites.here.pue");
    CHECK(explanation.terms[root.operands[2].term].input->path == "sites.here.grid.intensity");
    CHECK(*root.dimension == Dimension::impact(Category::climate));
    check_recomputed(explanation);
}

TEST_CASE("the leaves of every result make up the result") {
    const test::SmallStudy study;
    const PointResult result(study);
    for (const Result& row : study.results.rows) {
        for (const StepId step : row.steps) {
            if (step == no_step) continue;
            const Explanation explanation = explain(result, step);
            CHECK(explanation.root().value == *result.value(step));
            check_recomputed(explanation);
        }
    }
}

TEST_CASE("subtraction and division turn the rest of the chain") {
    Recorder r;
    const Step a = r.input(test::input("a", "12 kWh", 1));
    const Step b = r.input(test::input("b", "3 kWh", 2));
    const Step c = r.input(test::input("c", "2 kWh", 3));
    const Step difference = a - (b - c);  // a - b + c = 11 kWh
    const Step quotient = a / (b / c);    // a / b x c = 8 kWh
    const Assessment made = assessment(std::move(r), {});
    const PointResult result(made);
    const Explanation sum = explain(result, difference.id());
    REQUIRE(sum.root().operands.size() == 3);
    CHECK(sum.root().kind == TermKind::sum);
    CHECK(sum.root().operands[1].inverse);
    CHECK_FALSE(sum.root().operands[2].inverse);
    CHECK(sum.root().value == doctest::Approx(11 * 3.6e6));
    check_recomputed(sum);
    const Explanation product = explain(result, quotient.id());
    REQUIRE(product.root().operands.size() == 3);
    CHECK(product.root().operands[1].inverse);
    CHECK_FALSE(product.root().operands[2].inverse);
    CHECK(product.root().value == doctest::Approx(8 * 3.6e6));
    check_recomputed(product);
}

TEST_CASE("functions, signs and powers") {
    Recorder r;
    const Step a = r.input(test::input("a", "9", 1));
    const Step two = r.constant(2);
    const Step value = maximum(-a + power(a, two), apply(Operation::square_root, a));  // max(-9 + 81, 3) = 72
    const Assessment made = assessment(std::move(r), {});
    const Explanation explanation = explain(PointResult(made), value.id());
    CHECK(explanation.root().value == 72);
    CHECK(operation_name(explanation.root()) == "maximum");
    check_recomputed(explanation);
}

TEST_CASE("a shared term stands once, a constant once for each use with its own dimension") {
    Recorder r;
    const Step gpus = r.input(test::input("gpus", "8 GPU", 1));
    const Step nodes = r.input(test::input("nodes", "4 node", 2));
    const Step one = r.constant(1);
    const Step a = gpus / one;
    r.label(a, "bare devices", {});
    const Step b = nodes / one;
    r.label(b, "bare nodes", {});
    const Step twice = a * a * b;
    const Assessment made = assessment(std::move(r), {});
    const Explanation explanation = explain(PointResult(made), twice.id());
    std::vector<Dimension> ones;
    for (const ExplainedTerm& term : explanation.terms) {
        if (term.kind == TermKind::constant) ones.push_back(term.dimension.value());
    }
    REQUIRE(ones.size() == 2);
    CHECK(ones[0] == Dimension::of(Base::accelerator));
    CHECK(ones[1] == Dimension::of(Base::node));
    CHECK(std::count_if(explanation.terms.begin(), explanation.terms.end(),
                        [](const ExplainedTerm& term) { return term.label == "bare devices"; }) == 1);
    check_recomputed(explanation);
}

TEST_CASE("doubling a thousand times needs a thousand terms, not two to the thousandth") {
    Recorder r;
    Step value = r.input(test::input("seed", "1 kWh", 1));
    for (int i = 0; i < 1000; ++i) value = value + value;
    const Assessment made = assessment(std::move(r), {});
    const Explanation explanation = explain(PointResult(made), value.id());
    CHECK(explanation.terms.size() == 1001);
}

TEST_CASE("no step, no explanation") {
    const test::SmallStudy study;
    CHECK_THROWS_AS(explain(PointResult(study), no_step), std::out_of_range);
}
