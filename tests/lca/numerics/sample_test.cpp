// Sampling of hand-made recordings against closed forms, and the laws of draws by identity.
#include "lca/numerics/sample.hpp"

#include <doctest/doctest.h>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "lca/calc/recorder.hpp"

using lca::Calculation;
using lca::Discrete;
using lca::Distribution;
using lca::Empirical;
using lca::Lognormal;
using lca::Normal;
using lca::Pert;
using lca::Step;
using lca::Summary;
using lca::Triangular;
using lca::Uniform;

namespace {

struct Named {
    std::string path;
    double value;
    Distribution distribution;
};

/// A recording of a formula over uncertain inputs; its results in `results`.
struct Made {
    Calculation calculation;
    std::vector<lca::StepId> results;
};
using Formula = std::function<std::vector<Step>(const std::vector<Step>&)>;

Made make(const std::vector<Named>& inputs, const Formula& formula) {
    lca::Recorder recorder;
    std::vector<Step> steps;
    for (const Named& one : inputs) {
        steps.push_back(recorder.input({.path = one.path,
                                        .value = one.value,
                                        .uncertainty = std::make_shared<Distribution>(one.distribution)}));
    }
    Made made;
    for (Step result : formula(steps)) made.results.push_back(result.id());
    made.calculation = std::move(recorder).finish();
    return made;
}

std::vector<Summary> summaries(const Made& made, std::uint64_t samples, unsigned threads = 2,
                               const lca::PlanOptions& options = {}) {
    lca::Diagnostics diagnostics;
    const lca::SamplePlan plan(made.calculation, made.results, options, diagnostics);
    const auto sampled = lca::sample(plan, made.results, {samples, threads}, diagnostics);
    REQUIRE(sampled);
    CHECK_FALSE(diagnostics.has_errors());
    std::vector<Summary> result;
    for (lca::StepId step : made.results) result.push_back(sampled->of(step));
    return result;
}

Summary summary(const std::vector<Named>& inputs,
                const std::function<Step(const std::vector<Step>&)>& formula, std::uint64_t samples = 200'000,
                const lca::PlanOptions& options = {}) {
    const Made made = make(inputs, [&](const std::vector<Step>& x) { return std::vector<Step>{formula(x)}; });
    return summaries(made, samples, 2, options).front();
}

/// Five standard errors for the mean; for the sd by the fourth moment (kurtosis of at most 30 here); for
/// percentiles by the density, plus the sketch's own error.
void check_against(const Summary& is, double mean, double sd, const std::function<double(double)>& quantile) {
    const double root = std::sqrt(static_cast<double>(is.count));
    CHECK(std::fabs(is.mean - mean) < 5 * sd / root);
    CHECK(std::fabs(is.sd - sd) < 5 * sd * std::sqrt((30.0 - 1) / 4) / root);
    for (std::size_t i = 0; i < lca::reported_shares.size(); ++i) {
        const double p = lca::reported_shares[i];
        const double per_density = (quantile(p + 1e-3) - quantile(p - 1e-3)) / 2e-3;
        const double error = 5 * std::sqrt(p * (1 - p)) / root * per_density;
        CAPTURE(p);
        CHECK(std::fabs(is.percentiles[i] - quantile(p)) <
              error + std::fabs(quantile(p)) * lca::Sketch::relative_error);
    }
    CHECK(is.standard_error == doctest::Approx(is.sd / root));
}

Distribution normal(double mean, double sd) {
    return {.shape = Normal{mean, sd}};
}
Distribution lognormal(double median, double gsd) {
    return {.shape = Lognormal{median, gsd}};
}
Distribution uniform(double low, double high) {
    return {.shape = Uniform{low, high}};
}

/// A lognormal by the mean and sd of its logarithm.
void check_lognormal(const Summary& is, double mu, double sigma) {
    const boost::math::lognormal d(mu, sigma);
    check_against(is, boost::math::mean(d), boost::math::standard_deviation(d),
                  [&](double p) { return quantile(d, p); });
}

}  // namespace

TEST_CASE("a product and a ratio of lognormals are lognormal") {
    const double s1 = std::log(1.2), s2 = std::log(1.3);
    const std::vector<Named> two = {{"a", 2, lognormal(2, 1.2)}, {"b", 5, lognormal(5, 1.3)}};
    check_lognormal(summary(two, [](auto& x) { return x[0] * x[1]; }), std::log(10.0), std::hypot(s1, s2));
    check_lognormal(summary(two, [](auto& x) { return x[0] / x[1]; }), std::log(0.4), std::hypot(s1, s2));
}

TEST_CASE("a weighted sum of normals is normal") {
    const Summary is = summary({{"a", 10, normal(10, 1)}, {"b", 20, normal(20, 2)}}, [](auto& x) {
        return x[0] + x[1] + x[1] - x[0] * x[0].recorder()->constant(4);
    });
    // -3 a + 2 b: mean 10, variance 9 + 16.
    const boost::math::normal d(10, 5);
    check_against(is, 10, 5, [&](double p) { return quantile(d, p); });
}

TEST_CASE("uniform, a sum of two uniforms (a triangle), and the inverse of a uniform") {
    check_against(summary({{"a", 3, uniform(2, 4)}}, [](auto& x) { return +x[0]; }), 3, 2 / std::sqrt(12.0),
                  [](double p) { return 2 + 2 * p; });
    const auto triangle = [](double p) { return p < 0.5 ? std::sqrt(2 * p) : 2 - std::sqrt(2 * (1 - p)); };
    check_against(
        summary({{"a", 0.5, uniform(0, 1)}, {"b", 0.5, uniform(0, 1)}}, [](auto& x) { return x[0] + x[1]; }),
        1, std::sqrt(1.0 / 6), triangle);
    // 1/u for u in [1, 2]: mean ln 2, mean square 1/2.
    const double ln2 = std::log(2.0);
    check_against(
        summary({{"a", 1.5, uniform(1, 2)}}, [](auto& x) { return x[0].recorder()->constant(1) / x[0]; }),
        ln2, std::sqrt(0.5 - ln2 * ln2), [](double p) { return 1 / (2 - p); });
}

TEST_CASE("triangular and PERT") {
    const auto one = [](auto& x) { return +x[0]; };
    // Triangle 4, 6, 8: sd = sqrt((a² + b² + c² - ab - ac - bc) / 18) = sqrt(12 / 18).
    check_against(summary({{"a", 6, {.shape = Triangular{4, 8, 6}}}}, one), 6, std::sqrt(12.0 / 18),
                  [](double p) { return p < 0.5 ? 4 + std::sqrt(8 * p) : 8 - std::sqrt(8 * (1 - p)); });
    const boost::math::beta_distribution<> beta(2, 4);  // mode 1/4
    check_against(summary({{"a", 3, {.shape = Pert{2, 6, 3}}}}, one), 2 + 4 * boost::math::mean(beta),
                  4 * boost::math::standard_deviation(beta),
                  [&](double p) { return 2 + 4 * quantile(beta, p); });
}

TEST_CASE("a truncated normal") {
    // Cut at the mean: the half normal, mean sqrt(2/pi), variance 1 - 2/pi.
    const boost::math::normal d;
    Distribution truncated = normal(0, 1);
    truncated.minimum = 0;
    const double pi = 3.141592653589793;
    const Summary is = summary({{"a", 0, truncated}}, [](auto& x) { return +x[0]; });
    check_against(is, std::sqrt(2 / pi), std::sqrt(1 - 2 / pi),
                  [&](double p) { return quantile(d, 0.5 + p / 2); });
    CHECK(is.minimum >= 0);
}

TEST_CASE("discrete and empirical") {
    const Summary discrete =
        summary({{"a", 2, {.shape = Discrete{{1, 2, 4}, {1, 2, 1}}}}}, [](auto& x) { return +x[0]; });
    // Mean 9/4, mean square (1 + 8 + 16) / 4.
    CHECK(std::fabs(discrete.mean - 2.25) < 5 * discrete.standard_error);
    CHECK(discrete.sd == doctest::Approx(std::sqrt(25.0 / 4 - 81.0 / 16)).epsilon(0.01));
    CHECK(discrete.minimum == 1);
    CHECK(discrete.maximum == 4);
    CHECK(std::fabs(discrete.percentiles[3] - 2) <= 2 * lca::Sketch::relative_error);
    const Summary empirical =
        summary({{"a", 2, {.shape = Empirical{{1, 2, 3, 10}}}}}, [](auto& x) { return +x[0]; });
    CHECK(std::fabs(empirical.mean - 4) < 5 * empirical.standard_error);
}

TEST_CASE("no spread gives the point, exactly") {
    const Summary is = summary(
        {{"a", 0.1, normal(0.1, 0)}, {"b", 3, lognormal(3, 1)}}, [](auto& x) { return x[0] * x[1]; }, 1000);
    const double point = 0.1 * 3;
    CHECK(is.mean == point);
    CHECK(is.sd == 0);
    CHECK(is.standard_error == 0);
    CHECK(is.suffices());
    for (double p : is.percentiles) CHECK(p == point);
}

TEST_CASE("the same bits on any number of threads") {
    const Made made =
        make({{"a", 2, lognormal(2, 1.2)}, {"b", 5, normal(5, 1)}, {"c", 1, uniform(0, 2)}}, [](auto& x) {
            return std::vector<Step>{x[0] * x[1], x[0] + x[2], x[1] / x[0]};
        });
    for (lca::Sampling sampling : {lca::Sampling::plain, lca::Sampling::sobol}) {
        const auto once = summaries(made, 300'001, 1, {.sampling = sampling});
        for (unsigned threads : {2U, 7U, 64U}) {
            const auto again = summaries(made, 300'001, threads, {.sampling = sampling});
            for (std::size_t i = 0; i < once.size(); ++i) {
                CHECK(again[i].mean == once[i].mean);
                CHECK(again[i].sd == once[i].sd);
                CHECK(again[i].minimum == once[i].minimum);
                CHECK(again[i].maximum == once[i].maximum);
                CHECK(again[i].percentiles == once[i].percentiles);
            }
        }
    }
}

TEST_CASE("another seed stays within five standard errors, and differs") {
    const std::vector<Named> one = {{"a", 2, lognormal(2, 1.5)}};
    const auto formula = [](auto& x) { return +x[0]; };
    const Summary first = summary(one, formula, 100'000, {.seed = 1});
    for (std::uint64_t seed : {0U, 2U, 3U, 1'000'000U}) {
        const Summary other = summary(one, formula, 100'000, {.seed = seed});
        CHECK(other.mean != first.mean);
        CHECK(std::fabs(other.mean - first.mean) < 5 * std::sqrt(2.0) * first.standard_error);
    }
}

TEST_CASE("an input used twice moves together") {
    // g a + g b against g (a + b): the same in every sample up to rounding.
    const Made made = make({{"g", 1, normal(1, 0.2)}}, [](auto& x) {
        lca::Recorder& r = *x[0].recorder();
        return std::vector<Step>{x[0] * r.constant(3) + x[0] * r.constant(4), x[0] * r.constant(7)};
    });
    const auto both = summaries(made, 50'000);
    CHECK(both[0].sd == doctest::Approx(both[1].sd).epsilon(1e-12));
    CHECK(both[0].sd == doctest::Approx(1.4).epsilon(0.02));
}

TEST_CASE("another uncertain input moves no other's draws") {
    const auto formula = [](auto& x) { return +x[0]; };
    const std::vector<Named> alone = {{"b", 2, lognormal(2, 1.5)}};
    const Summary before = summary(alone, formula, 10'000);
    const Made with = make({{"a", 1, normal(1, 1)}, {"b", 2, lognormal(2, 1.5)}}, [](auto& x) {
        return std::vector<Step>{+x[1], x[0] + x[1]};
    });
    const Summary after = summaries(with, 10'000).front();
    CHECK(after.mean == before.mean);
    CHECK(after.percentiles == before.percentiles);
}

TEST_CASE("scaling a median scales every percentile; percentiles are ordered") {
    const auto formula = [](auto& x) { return +x[0]; };
    const Summary one = summary({{"a", 2, lognormal(2, 1.5)}}, formula, 20'000);
    const Summary four = summary({{"a", 8, lognormal(8, 1.5)}}, formula, 20'000);
    for (std::size_t i = 0; i < one.percentiles.size(); ++i) {
        CHECK(four.percentiles[i] == doctest::Approx(4 * one.percentiles[i]).epsilon(1e-14));
        if (i > 0) CHECK(one.percentiles[i] > one.percentiles[i - 1]);
    }
    CHECK(one.minimum <= one.percentiles.front());
    CHECK(one.maximum >= one.percentiles.back());
    CHECK(four.mean == doctest::Approx(4 * one.mean).epsilon(1e-14));
}

TEST_CASE("samples are a prefix of more samples, one by one as in a run") {
    const Made made = make({{"a", 2, lognormal(2, 1.2)}, {"b", 5, normal(5, 1)}},
                           [](auto& x) { return std::vector<Step>{x[0] * x[1]}; });
    for (lca::Sampling sampling : {lca::Sampling::plain, lca::Sampling::sobol}) {
        lca::Diagnostics diagnostics;
        const lca::SamplePlan plan(made.calculation, made.results, {.sampling = sampling}, diagnostics);
        std::vector<double> a(2000), b(2000);
        plan.fill(0, 2000, std::vector<double*>{a.data(), b.data()});
        for (std::uint64_t n : {0U, 1U, 255U, 256U, 1023U, 1999U})
            CHECK(plan.sample(n) == std::vector<double>{a[n], b[n]});
    }
}

TEST_CASE("many results are sampled in parts without a change") {
    const auto many = [](std::size_t count) {
        return make({{"a", 2, normal(2, 0.5)}}, [count](auto& x) {
            std::vector<Step> steps;
            for (std::size_t i = 0; i < count; ++i)
                steps.push_back(x[0] * x[0].recorder()->constant(1.0 + static_cast<double>(i)));
            return steps;
        });
    };
    const auto all = summaries(many(1100), 2000);
    CHECK(all.front().mean == summaries(many(1), 2000).front().mean);
    CHECK(all[1050].mean == doctest::Approx(1051 * all[0].mean).epsilon(1e-12));
}

TEST_CASE("more samples are needed where the error is large, and about as many as said") {
    const std::vector<Named> one = {{"a", 2, lognormal(2, 1.5)}};
    const auto formula = [](auto& x) { return +x[0]; };
    const Summary few = summary(one, formula, 500);
    CHECK_FALSE(few.suffices());
    const auto needed = static_cast<std::uint64_t>(few.needed());
    CHECK(needed > 1000);
    CHECK(summary(one, formula, 3 * needed).suffices());
}

TEST_CASE("a step that no uncertain input reaches is its value") {
    lca::Recorder recorder;
    const Step fixed = recorder.input({.path = "a", .value = 5});
    const Step moving = recorder.input(
        {.path = "b", .value = 1, .uncertainty = std::make_shared<Distribution>(normal(1, 0.1))});
    const Step sum = fixed + moving;
    const std::vector<lca::StepId> wanted = {fixed.id(), sum.id(), fixed.id()};
    const Calculation calculation = std::move(recorder).finish();
    lca::Diagnostics diagnostics;
    const lca::SamplePlan plan(calculation, wanted, {}, diagnostics);
    CHECK(plan.inputs().size() == 1);
    const auto sampled = lca::sample(plan, wanted, {1000, 1}, diagnostics);
    REQUIRE(sampled);
    CHECK(sampled->of(fixed.id()).mean == 5);
    CHECK(sampled->of(fixed.id()).sd == 0);
    CHECK(sampled->of(fixed.id()).count == 1000);
    CHECK_THROWS_AS(sampled->of(moving.id()), std::out_of_range);
}

TEST_CASE("whole distributions are kept of the steps asked for") {
    const Made made = make({{"a", 2, normal(2, 0.5)}}, [](auto& x) {
        return std::vector<Step>{x[0] + x[0], x[0] * x[0]};
    });
    lca::Diagnostics diagnostics;
    const lca::SamplePlan plan(made.calculation, made.results, {}, diagnostics);
    const auto sampled = lca::sample(
        plan, made.results, {.samples = 5000, .histograms = std::span(made.results).first(1)}, diagnostics);
    REQUIRE(sampled);
    REQUIRE(sampled->sketch(made.results[0]));
    CHECK(sampled->sketch(made.results[0])->count() == 5000);
    CHECK(sampled->sketch(made.results[1]) == nullptr);
}

TEST_CASE("a spread that is small beside the value is as well resolved as any other") {
    // 1e6 ± 0.1 W: P5 and P95 of a normal distribution lie 1.6449 sd from its mean.
    const Summary narrow = summary({{"power", 1e6, {.shape = Normal{1e6, 0.1}}}},
                                   [](const std::vector<Step>& x) { return x[0] + x[0]; });
    const double sd = 0.2,
                 error = sd * std::sqrt(0.05 * 0.95 / 200'000) / 0.1031;  // its density there: 0.1031/sd
    CHECK(std::fabs(narrow.percentiles[1] - (2e6 - 1.6449 * sd)) < 4 * error);
    CHECK(std::fabs(narrow.percentiles[5] - (2e6 + 1.6449 * sd)) < 4 * error);
    CHECK(narrow.sd == doctest::Approx(sd).epsilon(0.01));
    CHECK(narrow.suffices());
}

TEST_CASE("a run that is told to stop ends early") {
    const Made made = make({{"a", 1, {.shape = Uniform{0, 2}}}},
                           [](const std::vector<Step>& in) { return std::vector<Step>{in[0] * in[0]}; });
    lca::Diagnostics diagnostics;
    const lca::SamplePlan plan(made.calculation, made.results, {}, diagnostics);
    lca::StopFlag stop = false;
    lca::SampleOptions options{.samples = 100'000, .threads = 2, .stop = &stop};
    CHECK(lca::sample(plan, made.results, options, diagnostics).has_value());
    stop = true;
    options.samples = lca::max_samples;  // which would take minutes
    CHECK_THROWS_AS(lca::sample(plan, made.results, options, diagnostics), lca::SamplingStopped);
}
