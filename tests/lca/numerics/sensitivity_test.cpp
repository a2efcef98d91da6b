// Sensitivity against functions whose indices are known: Ishigami's, sums and products; slopes by hand.
#include "lca/numerics/sensitivity.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "lca/calc/evaluate.hpp"
#include "lca/calc/recorder.hpp"

using lca::Distribution;
using lca::Lognormal;
using lca::Normal;
using lca::Step;
using lca::Uniform;

namespace {

struct Made {
    lca::Calculation calculation;
    lca::StepId result = lca::no_step;
    std::vector<double> values;
};

struct Named {
    std::string path;
    double value;
    Distribution distribution;
};

Made make(const std::vector<Named>& inputs, const std::function<Step(const std::vector<Step>&)>& formula) {
    lca::Recorder recorder;
    std::vector<Step> steps;
    for (const Named& one : inputs) {
        steps.push_back(
            recorder.input({.path = one.path,
                            .value = one.value,
                            .uncertainty = std::make_shared<const Distribution>(one.distribution)}));
    }
    Made made;
    made.result = formula(steps).id();
    made.calculation = std::move(recorder).finish();
    made.values = lca::evaluate(made.calculation);
    return made;
}

lca::VarianceShares shares(const Made& made, const lca::SobolOptions& options = {}) {
    lca::Diagnostics diagnostics;
    const auto found = lca::variance_shares(made.calculation, made.result, options, diagnostics);
    REQUIRE(found);
    return *found;
}

const lca::VarianceShare& of(const lca::VarianceShares& shares, std::size_t input) {
    for (const lca::VarianceShare& one : shares.inputs) {
        if (one.input == input) return one;
    }
    FAIL("no such input");
    return shares.inputs.front();
}

Distribution normal(double mean, double sd) {
    return {.shape = Normal{mean, sd}};
}
Distribution uniform(double low, double high) {
    return {.shape = Uniform{low, high}};
}

/// sin x for |x| <= pi by its power series: the recorder has no sine.
Step sine(Step x) {
    lca::Recorder& r = *x.recorder();
    const Step square = x * x;
    Step term = x, sum = x;
    for (int k = 2; k <= 28; k += 2) {
        term = term * square * r.constant(-1.0 / (k * (k + 1)));
        sum = sum + term;
    }
    return sum;
}

const double pi = 3.14159265358979323846;

}  // namespace

TEST_CASE("Ishigami's function") {
    // sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1 over (-pi, pi)^3. By integration:
    // V = 49/8 + 0.1 pi^4/5 + 0.01 pi^8/18 + 1/2, V1 = (1 + 0.1 pi^4/5)^2 / 2, V2 = 49/8, V3 = 0,
    // V13 = 0.01 pi^8 (1/18 - 1/50).
    const Made made =
        make({{"x1", 0, uniform(-pi, pi)}, {"x2", 0, uniform(-pi, pi)}, {"x3", 0, uniform(-pi, pi)}},
             [](const std::vector<Step>& x) {
                 lca::Recorder& r = *x[0].recorder();
                 const Step s1 = sine(x[0]), s2 = sine(x[1]), q = x[2] * x[2];
                 return s1 + r.constant(7) * s2 * s2 + r.constant(0.1) * q * q * s1;
             });
    const double p4 = std::pow(pi, 4), p8 = p4 * p4;
    const double v1 = std::pow(1 + 0.1 * p4 / 5, 2) / 2, v2 = 49.0 / 8,
                 v13 = 0.01 * p8 * (1.0 / 18 - 1.0 / 50);
    const double v = v1 + v2 + v13;
    for (lca::Sampling sampling : {lca::Sampling::sobol, lca::Sampling::plain}) {
        const lca::VarianceShares is = shares(made, {.samples = 1 << 16, .sampling = sampling});
        // Intervals are of 95 %; 5 standard errors are 2.55 of their half widths.
        const auto near = [](double value, double error, double should) {
            CHECK(std::fabs(value - should) < 2.55 * error);
            CHECK(error < 0.03);
        };
        near(of(is, 0).first, of(is, 0).first_error, v1 / v);
        near(of(is, 1).first, of(is, 1).first_error, v2 / v);
        near(of(is, 2).first, of(is, 2).first_error, 0);
        near(of(is, 0).total, of(is, 0).total_error, (v1 + v13) / v);
        near(of(is, 1).total, of(is, 1).total_error, v2 / v);
        near(of(is, 2).total, of(is, 2).total_error, v13 / v);
        CHECK(is.variance == doctest::Approx(v).epsilon(0.02));
        CHECK(is.mean == doctest::Approx(3.5).epsilon(0.02));
        CHECK(is.inputs[0].input == 0);  // 0.56, 0.44, 0.24
        CHECK(is.inputs[2].input == 2);
        CHECK(is.evaluations == 5 * (1 << 16));
    }
}

TEST_CASE("of a sum the first-order shares are the total ones and add up to 1") {
    const Made made = make({{"a", 1, normal(1, 1)}, {"b", 1, normal(1, 2)}, {"c", 1, uniform(-3, 3)}},
                           [](const std::vector<Step>& x) { return x[0] + x[1] + x[2]; });
    const lca::VarianceShares is = shares(made);  // 1, 4 and 36/12 = 3
    CHECK(of(is, 0).first == doctest::Approx(1.0 / 8).epsilon(0.02));
    CHECK(of(is, 1).first == doctest::Approx(4.0 / 8).epsilon(0.02));
    CHECK(of(is, 2).first == doctest::Approx(3.0 / 8).epsilon(0.02));
    for (std::size_t i = 0; i < 3; ++i)
        CHECK(of(is, i).total == doctest::Approx(of(is, i).first).epsilon(0.02));
    CHECK(is.explained == doctest::Approx(1).epsilon(0.01));
}

TEST_CASE("of a product of lognormals") {
    // With c_i = exp(s_i^2) - 1: V / mean^2 = (1 + c1)(1 + c2) - 1, V1 / mean^2 = c1, T1 = c1 (1 + c2).
    const Made made = make({{"a", 1, {.shape = Lognormal{1, 1.5}}}, {"b", 1, {.shape = Lognormal{1, 2}}}},
                           [](const std::vector<Step>& x) { return x[0] * x[1]; });
    const double c1 = std::exp(std::pow(std::log(1.5), 2)) - 1, c2 = std::exp(std::pow(std::log(2.0), 2)) - 1;
    const double v = (1 + c1) * (1 + c2) - 1;
    const lca::VarianceShares is = shares(made, {.samples = 1 << 17});
    CHECK(std::fabs(of(is, 0).first - c1 / v) < 2.55 * of(is, 0).first_error);
    CHECK(std::fabs(of(is, 1).first - c2 / v) < 2.55 * of(is, 1).first_error);
    CHECK(std::fabs(of(is, 0).total - c1 * (1 + c2) / v) < 2.55 * of(is, 0).total_error);
    CHECK(std::fabs(of(is, 1).total - c2 * (1 + c1) / v) < 2.55 * of(is, 1).total_error);
    CHECK(is.explained < 1);
}

TEST_CASE("the confidence interval holds what it says, for plain samples") {
    const Made made = make({{"a", 1, normal(0, 1)}, {"b", 1, normal(0, 1)}},
                           [](const std::vector<Step>& x) { return x[0] + x[0] * x[1]; });
    // V = 1 + 1; a alone 1/2, with b all of it.
    int inside = 0;
    const int runs = 200;
    for (int seed = 0; seed < runs; ++seed) {
        const lca::VarianceShares is = shares(
            made,
            {.samples = 1000, .seed = static_cast<std::uint64_t>(seed), .sampling = lca::Sampling::plain});
        if (std::fabs(of(is, 0).first - 0.5) < of(is, 0).first_error) ++inside;
    }
    // 95 % of 200 is 190 with a standard deviation of 3; a ratio at 1000 samples is not quite normal.
    CHECK(inside > 175);
    CHECK(inside < 200);
}

TEST_CASE("equal seeds give equal bits, and what does not vary has no shares") {
    const Made made = make({{"a", 1, normal(1, 1)}, {"b", 1, normal(1, 2)}},
                           [](const std::vector<Step>& x) { return x[0] * x[1]; });
    CHECK(shares(made, {.seed = 3}).inputs[0].first == shares(made, {.seed = 3}).inputs[0].first);
    CHECK(shares(made, {.seed = 3}).inputs[0].first != shares(made, {.seed = 4}).inputs[0].first);
    const Made still = make({{"a", 1, normal(1, 0)}}, [](const std::vector<Step>& x) { return x[0] * x[0]; });
    lca::Diagnostics diagnostics;
    CHECK_FALSE(lca::variance_shares(still.calculation, still.result, {}, diagnostics));
    CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("slopes: a^2 / b at 3 and 2, ranked by elasticity; those of a sum add up to 1") {
    const Made made = make({{"b", 2, normal(2, 1)}, {"a", 3, normal(3, 1)}, {"unused", 1, normal(1, 1)}},
                           [](const std::vector<Step>& x) { return x[1] * x[1] / x[0]; });
    const auto is = lca::slopes(made.calculation, made.values, made.result);
    REQUIRE(is.size() == 2);
    CHECK(is[0].input == 1);
    CHECK(is[0].derivative == doctest::Approx(2 * 3.0 / 2));
    CHECK(is[0].elasticity == doctest::Approx(2));
    CHECK(is[1].derivative == doctest::Approx(-9.0 / 4));
    CHECK(is[1].elasticity == doctest::Approx(-1));
    const Made sum = make({{"a", 2, normal(2, 1)}, {"b", 5, normal(5, 1)}, {"c", -1, normal(-1, 1)}},
                          [](const std::vector<Step>& x) { return x[0] + x[1] + x[2]; });
    double all = 0;
    for (const lca::Slope& one : lca::slopes(sum.calculation, sum.values, sum.result)) all += one.elasticity;
    CHECK(all == doctest::Approx(1));
}

TEST_CASE("swings: each input at its 5th and 95th percentile, the widest first") {
    const Made made = make({{"a", 2, uniform(0, 4)}, {"b", 1, uniform(0, 10)}},
                           [](const std::vector<Step>& x) { return x[0] - x[1]; });
    lca::Diagnostics diagnostics;
    const lca::SamplePlan plan(made.calculation, {&made.result, 1}, {}, diagnostics);
    const auto is = lca::swings(plan, made.result, diagnostics);
    REQUIRE(is.size() == 2);
    CHECK(is[0].input == 1);
    CHECK(is[0].low_input == doctest::Approx(0.5));
    CHECK(is[0].high_input == doctest::Approx(9.5));
    CHECK(is[0].low == doctest::Approx(1.5));
    CHECK(is[0].high == doctest::Approx(-7.5));
    CHECK(is[1].low == doctest::Approx(0.2 - 1));
    CHECK(is[1].high == doctest::Approx(3.8 - 1));
    CHECK(is[0].width() == doctest::Approx(9));
}

TEST_CASE("swings: an end at which nothing finite comes out is an error at the input") {
    const Made made =
        make({{"a", 2, uniform(1, 3)}, {"b", 1, uniform(0, 10)}}, [](const std::vector<Step>& x) {
            return x[0] / maximum(x[1] - x[0].recorder()->constant(1), x[0].recorder()->constant(0));
        });
    lca::Diagnostics diagnostics;
    const lca::SamplePlan plan(made.calculation, {&made.result, 1}, {}, diagnostics);
    CHECK(lca::swings(plan, made.result, diagnostics).empty());
    REQUIRE(diagnostics.errors() >= 1);
    const std::vector<lca::Fault> faults = diagnostics.sorted();
    const auto about_b = std::find_if(faults.begin(), faults.end(), [](const lca::Fault& fault) {
        return fault.message == "`b` gives no finite result there: its 5th percentile is 0.5";
    });
    CHECK(about_b != faults.end());
}
