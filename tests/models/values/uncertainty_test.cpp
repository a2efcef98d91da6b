// Distributions as files write them, in base units.

#include <doctest/doctest.h>

#include <cmath>

#include "tests/models/scenario/reading.hpp"

namespace {

/// The distribution of the parameter `x`.
lca::Distribution of(const std::string& value) {
    const auto read = test::read(test::parameter(value));
    REQUIRE_MESSAGE(read->diagnostics.errors() == 0, read->messages());
    const lca::AnyValue given = read->scenario.parameters.at(0).value;
    REQUIRE(given);
    REQUIRE(given->uncertainty != nullptr);
    return *given->uncertainty;
}

bool rejects(const std::string& value, const std::string& words) {
    const auto read = test::read(test::parameter(value));
    INFO(read->messages());
    return read->diagnostics.has_errors() && read->says(words);
}

}  // namespace

TEST_CASE("normal: the value is the mean; sd in any unit of its dimension, cv as a share of it") {
    const auto sd = of("{value: 2 kW, uncertainty: {distribution: normal, sd: 100 W}}");
    CHECK(std::get<lca::Normal>(sd.shape).mu == 2000);
    CHECK(std::get<lca::Normal>(sd.shape).sd == 100);
    const auto cv = of("{value: 2 kW, uncertainty: {distribution: normal, cv: 10 %}}");
    CHECK(std::get<lca::Normal>(cv.shape).sd == doctest::Approx(200));
    CHECK_FALSE(cv.relative);
}

TEST_CASE("lognormal: gsd around the median; cv around the mean") {
    const auto by_gsd = of("{value: 2 kW, uncertainty: {distribution: lognormal, gsd: 1.3}}");
    const auto gsd = std::get<lca::Lognormal>(by_gsd.shape);
    CHECK(gsd.median == 2000);
    CHECK(gsd.gsd == 1.3);
    const auto by_cv = of("{value: 2 kW, uncertainty: {distribution: lognormal, cv: 20 %}}");
    const auto cv = std::get<lca::Lognormal>(by_cv.shape);
    const double sigma = std::sqrt(std::log(1.04));
    CHECK(cv.gsd == doctest::Approx(std::exp(sigma)).epsilon(1e-12));
    CHECK(cv.median == doctest::Approx(2000 / std::sqrt(1.04)).epsilon(1e-12));
    CHECK(cv.mean() == doctest::Approx(2000));
}

TEST_CASE("uniform, triangular and pert") {
    const auto uniform = of("{value: 6 yr, uncertainty: {distribution: uniform, low: 4 yr, high: 8 yr}}");
    CHECK(std::get<lca::Uniform>(uniform.shape).low == doctest::Approx(4 * 365 * 86400.0));
    CHECK(std::get<lca::Uniform>(uniform.shape).high == doctest::Approx(8 * 365 * 86400.0));
    const auto pert = of("{value: 6 yr, uncertainty: {distribution: pert, low: 4 yr, high: 8 yr}}");
    CHECK(std::get<lca::Pert>(pert.shape).mode == doctest::Approx(6 * 365 * 86400.0));
    const auto triangular =
        of("{value: 4 yr, uncertainty: {distribution: triangular, low: 4 yr, high: 8 yr}}");
    CHECK(std::get<lca::Triangular>(triangular.shape).mode == doctest::Approx(4 * 365 * 86400.0));
    CHECK(triangular.written == "triangular 4 yr to 8 yr");
}

TEST_CASE("discrete, pedigree, truncation") {
    const auto discrete =
        of("{value: 400 W, uncertainty: {distribution: discrete, values: [0.3 kW, 400 W], weights: [1, 3]}}");
    CHECK(std::get<lca::Discrete>(discrete.shape).values == std::vector<double>{300, 400});
    CHECK(std::get<lca::Discrete>(discrete.shape).weights == std::vector<double>{1, 3});
    const auto pedigree = of("{value: 400 W, uncertainty: {pedigree: [2, 3, 1, 1, 4], basic: 1.05}}");
    CHECK(std::get<lca::Lognormal>(pedigree.shape).median == 400);
    CHECK(pedigree.written == "pedigree [2, 3, 1, 1, 4], basic 1.05");
    const auto truncated =
        of("{value: 400 W, uncertainty: {distribution: normal, sd: 50 W, min: 0 W, max: 0.5 kW}}");
    CHECK(truncated.minimum == 0);
    CHECK(truncated.maximum == 500);
}

TEST_CASE("an expression is uncertain relative to its value") {
    const auto read = test::read(
        "lca: 1\ntitle: T\nparameters:\n  a: 5 W\n  x: {value: =a * 2, uncertainty: {distribution: "
        "lognormal, cv: 20 %}}\n");
    REQUIRE_MESSAGE(read->diagnostics.errors() == 0, read->messages());
    const lca::Distribution& found = *read->scenario.parameters.at(1).value->uncertainty;
    CHECK(found.relative);
    CHECK(std::get<lca::Lognormal>(found.shape).median == doctest::Approx(1 / std::sqrt(1.04)));
    CHECK(rejects("{value: \"=2 * 3\", uncertainty: {distribution: uniform, low: 1, high: 9}}",
                  "relative uncertainties only"));
    CHECK(rejects("{value: \"=2 * 3\", uncertainty: {distribution: normal, cv: 10 %, min: 1}}",
                  "relative uncertainties only"));
}

TEST_CASE("what makes no distribution is refused") {
    CHECK(rejects("{value: 5 W, uncertainty: {distribution: lognormal, gsd: 0.99}}", "`gsd` is `0.99`"));
    CHECK(rejects("{value: 5 W, uncertainty: {distribution: normal}}", "`sd` or `cv`"));
    CHECK(rejects("{value: 5 W, uncertainty: {distribution: uniform, low: 6 W, high: 8 W}}",
                  "outside its bounds: low 6 W, value 5 W, high 8 W"));
    CHECK(rejects("{value: 5 W, uncertainty: {distribution: uniform, low: 5 W, high: 5 W}}", "not below"));
    CHECK(rejects("{value: 5 W, uncertainty: {distribution: uniform, low: 1 W}}", "`high` is missing"));
    CHECK(rejects("{value: 5 W, uncertainty: {distribution: uniform, low: 1 W, high: 9 W, sd: 1 W}}",
                  "no meaning for this distribution"));
    CHECK(rejects("{value: 5 W, uncertainty: {distribution: normal, sd: 1 kg}}", "mass"));
    CHECK(rejects("{value: 5 W, uncertainty: {distribution: discrete, values: [1 W], weights: [1, 2]}}",
                  "1 values but 2 weights"));
    CHECK(rejects("{value: 5 W, uncertainty: {distribution: discrete, values: [1 W], weights: [0]}}",
                  "add up to 0"));
    CHECK(
        rejects("{value: 5 W, uncertainty: {pedigree: [1, 2, 3, 4], basic: 1.05}}", "pedigree of 4 scores"));
    CHECK(rejects("{value: 5 W, uncertainty: {pedigree: [1, 2, 3, 4, 5]}}", "`basic` is missing"));
    CHECK(rejects(
        "{value: 5 W, uncertainty: {distribution: normal, sd: 1 W, pedigree: [1, 1, 1, 1, 1], basic: 1}}",
        "cannot both be given"));
    CHECK(rejects("{value: 5 W, uncertainty: {distribution: normal, sd: 1 W, min: 6 W}}",
                  "outside its truncation: min 6 W, value 5 W, max none"));
    CHECK(rejects(
        "{value: 5 W, uncertainty: {distribution: uniform, low: 0 W, high: 10 W, min: 5 W, max: 5.000001 W}}",
        "truncation keeps"));
}

TEST_CASE("quantiles: two make a lognormal, three a metalog, in any order and unit of the dimension") {
    const auto two = of("{value: 200 W, uncertainty: {distribution: quantiles, p95: 0.4 kW, p5: 100 W}}");
    CHECK(std::get<lca::Lognormal>(two.shape).median == doctest::Approx(200).epsilon(1e-12));
    CHECK(two.written == "lognormal through p5 100 W, p95 0.4 kW");
    const auto three =
        of("{value: 314 W, uncertainty: {distribution: quantiles, p5: 243 W, p50: 314 W, p95: 475 W, min: 0 "
           "W}}");
    const auto metalog = std::get<lca::Metalog>(three.shape);
    CHECK(metalog.quantile(0.95) == doctest::Approx(475).epsilon(1e-12));
    CHECK(*three.minimum == 0);
    // A plain number and a time, by other percentiles.
    CHECK(std::get<lca::Metalog>(
              of("{value: 1.2, uncertainty: {distribution: quantiles, p10: 1.1, p50: 1.2, p90: 1.3}}").shape)
              .a1 == doctest::Approx(1.2));
    CHECK(std::get<lca::Lognormal>(
              of("{value: 5 yr, uncertainty: {distribution: quantiles, p1: 4 yr, p99: 6 yr}}").shape)
              .quantile(0.99) == doctest::Approx(6 * 365 * 86400.0));
}

TEST_CASE("quantiles that make no distribution are refused") {
    const auto bad = [](const std::string& percentiles, const std::string& words) {
        return rejects("{value: 5 W, uncertainty: {distribution: quantiles, " + percentiles + "}}", words);
    };
    CHECK(bad("p5: 4 W", "by 1 of p1"));
    CHECK(bad("note: none", "by 0 of p1"));
    CHECK(bad("p5: 4 W, p20: 5 W, p50: 6 W, p95: 7 W", "by 4 of p1"));
    CHECK(bad("p5: 6 W, p95: 4 W", "`p95` is not above `p5`: p5 6 W, p95 4 W"));
    CHECK(bad("p5: 4 W, p50: 4 W, p95: 6 W", "`p50` is not above `p5`"));
    CHECK(bad("p5: 4 W, p95: 6 kg", "is mass, but the value is power"));
    CHECK(bad("p5: 0 W, p95: 6 W", "a lognormal distribution through `0 W`"));
    CHECK(bad("p5: -1 W, p50: 4 W, p95: 6 W", "out of range"));
    // a2 = 5 / 2l and a3 = 4.8 / 0.9 l with l = ln 19: a ratio of 2.13.
    CHECK(bad("p5: 4 W, p50: 4.1 W, p95: 9 W", "no metalog goes through p5 4 W, p50 4.1 W, p95 9 W"));
    CHECK(bad("p5: 4 W, p95: 6 W, gsd: 2", "no meaning for this distribution"));
    CHECK(bad("p0: 4 W, p95: 6 W", "unknown key `p0`"));
    CHECK(bad("p100: 4 W, p5: 2 W", "unknown key `p100`"));
    CHECK(rejects("{value: 5 W, uncertainty: {distribution: normal, sd: 1 W, p5: 4 W}}",
                  "`p5` has no meaning"));
    CHECK(rejects("{value: \"=2 * [3 W]\", uncertainty: {distribution: quantiles, p5: 4 W, p95: 6 W}}",
                  "relative uncertainties only"));
    const auto far = test::read(
        test::parameter("{value: 50 W, uncertainty: {distribution: quantiles, p5: 4 W, p95: 6 W}}"));
    CHECK_FALSE(far->diagnostics.has_errors());
    CHECK(far->says("the value 50 W lies beyond its 1st or 99th percentile: p5 4 W, p95 6 W"));
}

TEST_CASE("the unit of the last value of a discrete distribution holds for all that have none") {
    const auto values = [](const std::string& value, const std::string& list, const std::string& weights) {
        return std::get<lca::Discrete>(of("{value: " + value +
                                          ", uncertainty: {distribution: discrete, values: [" + list +
                                          "], weights: [" + weights + "]}}")
                                           .shape)
            .values;
    };
    CHECK(values("400 W", "300, 350 W, 0.4 kW", "1, 1, 1") == std::vector<double>{300e3, 350, 400});
    CHECK(values("400 W", "300, 400, 500 W", "1, 1, 1") == std::vector<double>{300, 400, 500});
    CHECK(values("20 %", "10, 20, 30 %", "1, 1, 1").at(1) == doctest::Approx(0.2));
    CHECK(values("2", "1, 2", "1, 1") == std::vector<double>{1, 2});
    CHECK(rejects("{value: 5 W, uncertainty: {distribution: discrete, values: [3 W, 4], weights: [1, 1]}}",
                  "is a plain number, but the value is power"));
}
