// Sobol points: how much better they are, and that a figure keeps its dimension in variants.
#include <doctest/doctest.h>

#include <boost/math/distributions/lognormal.hpp>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "lca/calc/recorder.hpp"
#include "lca/numerics/sample.hpp"

using lca::Distribution;
using lca::Lognormal;
using lca::Normal;
using lca::Uniform;

namespace {

/// Eight lognormal inputs and their product, which varies by 14 % as BLOOM's total does.
lca::Calculation product(lca::StepId& result) {
    lca::Recorder recorder;
    lca::Step all = recorder.constant(1);
    for (std::uint32_t i = 0; i < 8; ++i) {
        const Distribution d{.shape = Lognormal{1, 1.05}};
        all = all * recorder.input({.path = "x" + std::to_string(i),
                                    .value = 1,
                                    .place = {0, i + 1, 1},
                                    .uncertainty = std::make_shared<const Distribution>(d)});
    }
    result = all.id();
    return std::move(recorder).finish();
}

}  // namespace

TEST_CASE("16,384 points: root mean square error over 16 seeds at most 1.5e-3 on P5 to P95") {
    lca::StepId result = lca::no_step;
    const lca::Calculation calculation = product(result);
    const boost::math::lognormal exact(0, std::sqrt(8.0) * std::log(1.05));
    double p5 = 0, p50 = 0, p95 = 0, mean = 0;
    for (std::uint64_t seed = 0; seed < 16; ++seed) {
        lca::Diagnostics diagnostics;
        const lca::PlanOptions options{.seed = seed, .sampling = lca::Sampling::sobol};
        const lca::SamplePlan plan(calculation, {&result, 1}, options, diagnostics);
        const auto sampled = lca::sample(plan, {&result, 1}, {16'384, 1}, diagnostics);
        REQUIRE(sampled);
        const lca::Summary is = sampled->of(result);
        const auto error = [&](double value, double share) {
            return std::pow(value / quantile(exact, share) - 1, 2) / 16;
        };
        p5 += error(is.percentiles[1], 0.05);
        p50 += error(is.percentiles[3], 0.5);
        p95 += error(is.percentiles[5], 0.95);
        mean += std::pow(is.mean / boost::math::mean(exact) - 1, 2) / 16;
    }
    CHECK(std::sqrt(p5) < 1.5e-3);
    CHECK(std::sqrt(p50) < 1.5e-3);
    CHECK(std::sqrt(p95) < 1.5e-3);
    CHECK(std::sqrt(mean) < 2e-5);  // plain samples: sd / sqrt(n) = 2e-3
}

TEST_CASE("a variant keeps the ranks of its base, what it adds comes after") {
    const auto named = [](std::vector<std::pair<std::string, std::uint32_t>> inputs) {
        lca::Recorder recorder;
        for (const auto& [path, line] : inputs) {
            recorder.input(
                {.path = path,
                 .value = 1,
                 .place = {0, line, 1},
                 .uncertainty = std::make_shared<const Distribution>(Distribution{.shape = Normal{1, 1}})});
        }
        return std::move(recorder).finish();
    };
    // Recorded in another order than written.
    lca::SobolRanks ranks(named({{"c", 30}, {"a", 10}}));
    CHECK(ranks.of("a") == 0);
    CHECK(ranks.of("c") == 1);
    ranks.add(named({{"b", 20}, {"c", 30}, {"c", 35}}));
    CHECK(ranks.of("a") == 0);
    CHECK(ranks.of("c") == 1);
    CHECK(ranks.of("b") == 2);
    CHECK(ranks.of("c#1") == 3);
    CHECK_THROWS_AS(ranks.of("d"), std::out_of_range);
}

TEST_CASE("more uncertain inputs than Sobol has dimensions are refused, plain samples are not") {
    lca::Recorder recorder;
    std::vector<lca::Step> steps;
    for (std::size_t i = 0; i <= lca::SobolDimension::max_dimensions(); ++i) {
        steps.push_back(recorder.input(
            {.path = "x" + std::to_string(i),
             .value = 1,
             .place = {0, static_cast<std::uint32_t>(i + 1), 1},
             .uncertainty = std::make_shared<const Distribution>(Distribution{.shape = Uniform{0, 1}})}));
    }
    const lca::StepId sum = recorder.sum(steps).id();
    const lca::Calculation calculation = std::move(recorder).finish();
    lca::Diagnostics sobol, plain;
    const lca::SamplePlan rejected(calculation, {&sum, 1}, {.sampling = lca::Sampling::sobol}, sobol);
    CHECK(sobol.errors() == 1);
    const lca::SamplePlan made(calculation, {&sum, 1}, {}, plain);
    CHECK_FALSE(plain.has_errors());
}
