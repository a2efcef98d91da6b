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

bool refused(const std::string& value, const std::string& words) {
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
    CHECK(refused("{value: \"=2 * 3\", uncertainty: {distribution: uniform, low: 1, high: 9}}",
                  "relative uncertainties only"));
    CHECK(refused("{value: \"=2 * 3\", uncertainty: {distribution: normal, cv: 10 %, min: 1}}",
                  "relative uncertainties only"));
}

TEST_CASE("what makes no distribution is refused") {
    CHECK(refused("{value: 5 W, uncertainty: {distribution: lognormal, gsd: 0.99}}", "`gsd` is `0.99`"));
    CHECK(refused("{value: 5 W, uncertainty: {distribution: normal}}", "`sd` or `cv`"));
    CHECK(refused("{value: 5 W, uncertainty: {distribution: uniform, low: 6 W, high: 8 W}}",
                  "outside of its bounds: low 6 W, value 5 W, high 8 W"));
    CHECK(refused("{value: 5 W, uncertainty: {distribution: uniform, low: 5 W, high: 5 W}}", "not below"));
    CHECK(refused("{value: 5 W, uncertainty: {distribution: uniform, low: 1 W}}", "`high` is missing"));
    CHECK(refused("{value: 5 W, uncertainty: {distribution: uniform, low: 1 W, high: 9 W, sd: 1 W}}",
                  "no meaning for this distribution"));
    CHECK(refused("{value: 5 W, uncertainty: {distribution: normal, sd: 1 kg}}", "mass"));
    CHECK(refused("{value: 5 W, uncertainty: {distribution: discrete, values: [1 W], weights: [1, 2]}}",
                  "1 values but 2 weights"));
    CHECK(refused("{value: 5 W, uncertainty: {distribution: discrete, values: [1 W], weights: [0]}}",
                  "add up to nothing"));
    CHECK(
        refused("{value: 5 W, uncertainty: {pedigree: [1, 2, 3, 4], basic: 1.05}}", "pedigree of 4 scores"));
    CHECK(refused("{value: 5 W, uncertainty: {pedigree: [1, 2, 3, 4, 5]}}", "`basic` is missing"));
    CHECK(refused(
        "{value: 5 W, uncertainty: {distribution: normal, sd: 1 W, pedigree: [1, 1, 1, 1, 1], basic: 1}}",
        "exclude each other"));
    CHECK(refused("{value: 5 W, uncertainty: {distribution: normal, sd: 1 W, min: 6 W}}",
                  "outside of its truncation: min 6 W, value 5 W, max none"));
    CHECK(refused(
        "{value: 5 W, uncertainty: {distribution: uniform, low: 0 W, high: 10 W, min: 5 W, max: 5.000001 W}}",
        "truncation keeps"));
}
