// Differences of two recordings with shared draws, against closed forms.
#include "lca/numerics/paired.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <memory>

#include "lca/calc/recorder.hpp"

using lca::Calculation;
using lca::Discrete;
using lca::Distribution;
using lca::Lognormal;
using lca::Normal;
using lca::PairedDifference;
using lca::Step;
using lca::Uniform;

namespace {

struct UncertainInput {
    std::string path;
    double value;
    Distribution distribution;
};

struct Made {
    Calculation calculation;
    lca::StepId result = lca::no_step;
};

Made make(const std::vector<UncertainInput>& inputs,
          const std::function<Step(const std::vector<Step>&)>& formula) {
    lca::Recorder recorder;
    std::vector<Step> steps;
    for (const UncertainInput& one : inputs)
        steps.push_back(recorder.input({.path = one.path,
                                        .value = one.value,
                                        .uncertainty = std::make_shared<Distribution>(one.distribution)}));
    Made made;
    made.result = formula(steps).id();
    made.calculation = std::move(recorder).finish();
    return made;
}

PairedDifference paired(const Made& base, const Made& variant, std::uint64_t samples,
                        lca::Sampling sampling = lca::Sampling::plain, unsigned threads = 2) {
    lca::SobolRanks ranks(base.calculation);
    ranks.add(variant.calculation);
    lca::PlanOptions options;
    options.sampling = sampling;
    options.ranks = &ranks;
    lca::Diagnostics diagnostics;
    const std::vector<lca::StepId> a = {base.result}, b = {variant.result};
    const lca::SamplePlan base_plan(base.calculation, a, options, diagnostics);
    const lca::SamplePlan own_plan(variant.calculation, b, options, diagnostics);
    CHECK_FALSE(diagnostics.has_errors());
    const lca::PairedResults side{&own_plan, b};
    const auto all = lca::paired_differences({&base_plan, a}, std::span(&side, 1), {samples, threads});
    REQUIRE(all.at(0).at(0).has_value());
    return *all[0][0];
}

Step only(const std::vector<Step>& steps) {
    return steps[0];
}

constexpr std::uint64_t many = 200'000;

}  // namespace

TEST_CASE("a shared factor cancels: twice and three times one lognormal differ by that lognormal") {
    const Distribution shared{.shape = Lognormal{5, 1.3}};
    const Made base = make({{"x", 5, shared}}, [](const auto& in) { return in[0] + in[0]; });
    const Made variant = make({{"x", 5, shared}}, [](const auto& in) { return in[0] + in[0] + in[0]; });
    const PairedDifference one = paired(base, variant, many);
    // Median 5, s = ln 1.3: mean 5 exp(s²/2), sd = mean sqrt(exp(s²) - 1). Independent draws would have given
    // sqrt(13) times that spread.
    const double s = std::log(1.3), mean = 5 * std::exp(s * s / 2),
                 sd = mean * std::sqrt(std::exp(s * s) - 1);
    CHECK(std::fabs(one.difference.mean - mean) < 4 * sd / std::sqrt(static_cast<double>(many)));
    CHECK(one.difference.sd == doctest::Approx(sd).epsilon(0.01));
    CHECK(one.lower == 0);
    REQUIRE(one.ratio);
    CHECK(one.ratio->percentiles[3] == doctest::Approx(1.5).epsilon(1e-3));
    CHECK(one.ratio->maximum - one.ratio->minimum < 1e-14);
}

TEST_CASE("two normals of unlike paths are independent: P(B < A) is that of their difference") {
    const Made base = make({{"a", 10, {.shape = Normal{10, 1}}}}, only);
    const Made variant = make({{"b", 10.5, {.shape = Normal{10.5, 1}}}}, only);
    const PairedDifference one = paired(base, variant, many);
    // The difference is normal with mean 0.5, sd sqrt(2): Phi(-0.5 / sqrt 2) = 0.36184.
    const double p = 0.5 * std::erfc(0.5 / std::sqrt(2.0) / std::sqrt(2.0));
    CHECK(p == doctest::Approx(0.36184).epsilon(1e-4));
    CHECK(std::fabs(one.lower - p) < 4 * std::sqrt(p * (1 - p) / static_cast<double>(many)));
    CHECK(one.equal == 0);
    CHECK(one.difference.sd == doctest::Approx(std::sqrt(2.0)).epsilon(0.01));
    // 0.5 ± 1.95996 sqrt(2)
    CHECK(one.difference.percentiles[0] == doctest::Approx(0.5 - 1.95996 * std::sqrt(2.0)).epsilon(0.01));
    CHECK(one.difference.percentiles[6] == doctest::Approx(0.5 + 1.95996 * std::sqrt(2.0)).epsilon(0.01));
}

TEST_CASE("one path with another distribution keeps its rank") {
    const Made base = make({{"a", 10, {.shape = Normal{10, 1}}}}, only);
    const Made variant = make({{"a", 10.5, {.shape = Normal{10.5, 2}}}}, only);
    for (const lca::Sampling sampling : {lca::Sampling::plain, lca::Sampling::sobol}) {
        // B - A = 0.5 + z for the z that both share: P(B < A) = Phi(-0.5) = 0.30854.
        const PairedDifference one = paired(base, variant, many, sampling);
        CHECK(std::fabs(one.lower - 0.30854) < 4 * std::sqrt(0.30854 * 0.69146 / static_cast<double>(many)));
        CHECK(one.difference.sd == doctest::Approx(1).epsilon(0.01));
    }
}

TEST_CASE("the same is equal in every draw, whatever else is recorded") {
    const Distribution wide{.shape = Uniform{1, 3}};
    const Made base = make({{"x", 2, wide}}, only);
    const Made variant = make({{"y", 2, wide}, {"x", 2, wide}}, [](const auto& in) { return in[1]; });
    const PairedDifference one = paired(base, variant, 5000, lca::Sampling::sobol);
    CHECK(one.equal == 1);
    CHECK(one.difference.minimum == 0);
    CHECK(one.difference.maximum == 0);
}

TEST_CASE("a base that can be zero has no ratio; threads change no bit") {
    const Made base = make({{"x", 0, {.shape = Discrete{{0, 1}, {1, 1}}}}}, only);
    const Made variant = make({{"y", 2, {.shape = Uniform{1, 3}}}}, only);
    const PairedDifference one = paired(base, variant, 30'000, lca::Sampling::plain, 1);
    const PairedDifference two = paired(base, variant, 30'000, lca::Sampling::plain, 3);
    CHECK_FALSE(one.ratio);
    CHECK(one.difference.mean == two.difference.mean);
    CHECK(one.difference.sd == two.difference.sd);
    CHECK(one.difference.percentiles == two.difference.percentiles);
    CHECK(one.lower == two.lower);
}

TEST_CASE("what is not assessed on either side has no difference") {
    const Made base = make({{"x", 2, {.shape = Uniform{1, 3}}}}, only);
    lca::Diagnostics diagnostics;
    const std::vector<lca::StepId> wanted = {base.result};
    const lca::SamplePlan plan(base.calculation, wanted, {}, diagnostics);
    const lca::PairedResults variant{&plan, {lca::no_step, base.result, lca::no_step}};
    const auto all = lca::paired_differences({&plan, {base.result, base.result, lca::no_step}},
                                             std::span(&variant, 1), {1000, 1});
    REQUIRE(all.at(0).size() == 3);
    CHECK_FALSE(all[0][0]);
    CHECK(all[0][1]);
    CHECK_FALSE(all[0][2]);
}

TEST_CASE("a draw in which both are equal is equal, not lower") {
    // The values 1, 2 and 3 are equally likely; the variant takes 2 off what is above 2: equal, equal, lower.
    const Distribution three{.shape = Discrete{{1, 2, 3}, {1, 1, 1}}};
    const Made base = make({{"x", 2, three}}, only);
    const Made variant =
        make({{"x", 2, three}}, [](const auto& in) { return minimum(in[0], in[0].recorder()->constant(2)); });
    const PairedDifference one = paired(base, variant, many);
    const double error = std::sqrt(1.0 / 3 * 2 / 3 / static_cast<double>(many));
    CHECK(std::fabs(one.lower - 1.0 / 3) < 4 * error);
    CHECK(std::fabs(one.equal - 2.0 / 3) < 4 * error);
    CHECK(one.lower + one.equal == doctest::Approx(1).epsilon(1e-12));
    const PairedDifference same = paired(base, base, 1000);
    CHECK(same.lower == 0);
    CHECK(same.equal == 1);
}

TEST_CASE("paired: more variants than are drawn at a time have the differences of each alone") {
    const Distribution noise{Uniform{0, 1}};
    const auto scaled = [&](double factor) {
        return make({{"a", 0.5, noise}}, [factor](const std::vector<Step>& in) {
            return in[0] * in[0].recorder()->constant(factor);
        });
    };
    const Made base = scaled(1);
    std::vector<Made> variants;
    for (int i = 0; i < 70; ++i) variants.push_back(scaled(2 + i));
    lca::PlanOptions options;
    lca::Diagnostics diagnostics;
    std::vector<std::unique_ptr<lca::SamplePlan>> plans;
    const auto plan_of = [&](const Made& made) {
        const std::vector<lca::StepId> steps = {made.result};
        return plans
            .emplace_back(std::make_unique<lca::SamplePlan>(made.calculation, steps, options, diagnostics))
            .get();
    };
    std::vector<lca::PairedResults> sides;
    for (const Made& made : variants) sides.push_back({plan_of(made), {made.result}});
    const auto all = lca::paired_differences({plan_of(base), {base.result}}, sides, {4096, 1});
    REQUIRE(all.size() == 70);
    for (std::size_t i = 0; i < all.size(); ++i) {  // (2 + i) a - a, with a from 0 to 1
        REQUIRE(all[i][0]);
        CHECK(all[i][0]->difference.mean ==
              doctest::Approx(0.5 * (1.0 + static_cast<double>(i))).epsilon(0.02));
        CHECK(all[i][0]->ratio->percentiles[3] == doctest::Approx(2.0 + static_cast<double>(i)));
    }
    CHECK(all[3][0]->difference.mean == paired(base, variants[3], 4096).difference.mean);
}
