// A result of which one input at a time is another: the numbers of a whole evaluation, and no more steps than
// depend on that input.
#include "lca/calc/one_changed.hpp"

#include <doctest/doctest.h>

#include <numeric>
#include <string>
#include <vector>

#include "lca/calc/evaluate.hpp"
#include "lca/calc/recorder.hpp"

using lca::Step;

namespace {

struct Made {
    lca::Calculation calculation;
    lca::StepId result = lca::no_step;
};

Step input(lca::Recorder& recorder, double value) {
    lca::Input input;
    input.path = "x";
    input.value = value;
    return recorder.input(input);
}

/// factor × (1 + 2 + … + count), with the factor as the first input; and an input that nothing needs as the
/// last.
Made scaled_sum(std::size_t count) {
    lca::Recorder recorder;
    const Step factor = input(recorder, 3);
    std::vector<Step> parts;
    for (std::size_t i = 1; i <= count; ++i) parts.push_back(input(recorder, static_cast<double>(i)));
    const Step result = recorder.sum(parts) * factor;
    input(recorder, 7);
    Made made{std::move(recorder).finish(), result.id()};
    return made;
}

}  // namespace

TEST_CASE("one changed: a sum with one summand or its factor replaced") {
    const Made made = scaled_sum(4);  // 3 × 10
    lca::OneChanged point(made.calculation, made.result);
    CHECK(point.with(0, 5) == 50);     // the factor
    CHECK(point.with(1, 11) == 60);    // 1 becomes 11
    CHECK(point.with(4, 0) == 18);     // 4 becomes 0
    CHECK(point.with(5, 1000) == 30);  // is not needed
    CHECK(point.with(0, 3) == 30);     // nothing stays of what was tried
}

TEST_CASE("one changed: columns, of which one is replaced") {
    const Made made = scaled_sum(2);  // factor × (a + b)
    const std::vector<std::size_t> varying = {0, 1, 3};
    lca::OneColumnChanged columns(made.calculation, varying, made.result);
    const std::vector<double> factor = {1, 10}, a = {4, 5}, unused = {8, 9};
    const std::vector<const double*> all = {factor.data(), a.data(), unused.data()};
    const auto values = [](std::span<const double> column) {
        return std::vector<double>(column.begin(), column.end());
    };
    CHECK(values(columns.all(all, 2)) == std::vector<double>{6, 70});  // b keeps its 2
    const std::vector<double> other = {2, 3};
    CHECK(values(columns.with(0, other.data())) == std::vector<double>{12, 21});
    CHECK(values(columns.with(1, other.data())) == std::vector<double>{4, 50});
    CHECK(values(columns.with(2, other.data())) == std::vector<double>{6, 70});
    CHECK(values(columns.all(all, 1)) == std::vector<double>{6});
}

TEST_CASE("one changed: a result that does not vary, and one that is an input") {
    const Made made = scaled_sum(2);
    lca::OneColumnChanged fixed(made.calculation, std::vector<std::size_t>{3}, made.result);
    const std::vector<double> values = {1, 2};
    const double* const column = values.data();
    CHECK(fixed.all({&column, 1}, 2).back() == 9);
    CHECK(fixed.with(0, column).back() == 9);
    lca::OneChanged itself(made.calculation, 0);
    CHECK(itself.with(0, 8) == 8);
    CHECK(itself.with(1, 8) == 3);
}

TEST_CASE("one changed: the steps behind all inputs in turn grow as n log n, not as n squared") {
    const auto steps_behind = [](std::size_t count) {
        const Made made = scaled_sum(count);
        lca::StepsBetween between(made.calculation, made.result);
        std::size_t all = 0;
        for (std::size_t i = 0; i < made.calculation.inputs().size(); ++i) all += between.from(i).size();
        return all;
    };
    // Each summand: itself, log2(n) sums, the product. The factor: itself and the product.
    CHECK(steps_behind(1024) == 1024 * (1 + 10 + 1) + 2);
    CHECK(steps_behind(4096) == 4096 * (1 + 12 + 1) + 2);
}
