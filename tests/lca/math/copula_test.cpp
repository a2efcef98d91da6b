// Correlated inputs: rank correlation as asked, own distributions kept, impossible ones refused.
#include "lca/math/copula.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

#include "lca/calc/recorder.hpp"
#include "lca/numerics/sample_plan.hpp"

using lca::Copula;
using lca::CorrelatedPair;
using lca::Correlation;
using lca::Distribution;
using lca::Lognormal;
using lca::Normal;
using lca::Triangular;

namespace {

std::vector<double> ranks(const std::vector<double>& x) {
    std::vector<std::size_t> order(x.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](auto i, auto j) { return x[i] < x[j]; });
    std::vector<double> rank(x.size());
    for (std::size_t k = 0; k < order.size(); ++k) rank[order[k]] = static_cast<double>(k);
    return rank;
}

/// Spearman's: Pearson's correlation of ranks 0 to n - 1, whose variance is (n^2 - 1) / 12.
double rank_correlation(const std::vector<double>& x, const std::vector<double>& y) {
    const std::vector<double> a = ranks(x), b = ranks(y);
    const auto n = static_cast<double>(x.size());
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - (n - 1) / 2) * (b[i] - (n - 1) / 2);
    return sum / n * 12 / (n * n - 1);
}

struct DrawnColumns {
    lca::Diagnostics diagnostics;
    std::vector<std::vector<double>> columns;  // a, b, c
};

/// Inputs a (lognormal), b (triangular), c (normal), all in one sum.
DrawnColumns draw(const std::vector<Correlation>& correlations, std::size_t samples = 50'000) {
    lca::Recorder recorder;
    const auto input = [&](const char* path, double value, const Distribution& d) {
        return recorder.input(
            {.path = path, .value = value, .uncertainty = std::make_shared<const Distribution>(d)});
    };
    const lca::Step a = input("a", 2, {.shape = Lognormal{2, 2}});
    const lca::Step b = input("b", 1, {.shape = Triangular{0, 3, 1}});
    const lca::Step c = input("c", 0, {.shape = Normal{0, 1}});
    const lca::StepId sum = (a + b + c).id();
    const lca::Calculation calculation = std::move(recorder).finish();
    DrawnColumns drawn;
    const lca::SamplePlan plan(calculation, {&sum, 1}, {.correlations = correlations}, drawn.diagnostics);
    if (drawn.diagnostics.has_errors()) return drawn;
    drawn.columns.assign(3, std::vector<double>(samples));
    plan.fill(
        0, samples,
        std::vector<double*>{drawn.columns[0].data(), drawn.columns[1].data(), drawn.columns[2].data()});
    return drawn;
}

Correlation pair(std::string a, std::string b, double r) {
    Correlation one;
    one.first = std::move(a);
    one.second = std::move(b);
    one.r = r;
    one.place = {0, 3, 7};
    return one;
}

}  // namespace

TEST_CASE("inputs get the rank correlation asked for, whatever their distributions") {
    // The standard error of a rank correlation is about (1 - r^2) / sqrt(n) <= 0.0045.
    for (double r : {0.6, -0.8, 0.0}) {
        const DrawnColumns drawn = draw({pair("a", "b", r)});
        CHECK(std::fabs(rank_correlation(drawn.columns[0], drawn.columns[1]) - r) < 5 * 0.0045);
        CHECK(std::fabs(rank_correlation(drawn.columns[0], drawn.columns[2])) < 5 * 0.0045);
    }
}

TEST_CASE("three together, over a chain too") {
    const DrawnColumns drawn = draw({pair("c", "b", 0.5), pair("a", "b", 0.5), pair("a", "c", -0.2)});
    CHECK(std::fabs(rank_correlation(drawn.columns[0], drawn.columns[1]) - 0.5) < 0.0225);
    CHECK(std::fabs(rank_correlation(drawn.columns[1], drawn.columns[2]) - 0.5) < 0.0225);
    CHECK(std::fabs(rank_correlation(drawn.columns[0], drawn.columns[2]) + 0.2) < 0.0225);
}

TEST_CASE("the first of a group keeps its draws, all keep their distributions") {
    const DrawnColumns alone = draw({}), together = draw({pair("a", "c", 0.9)});
    for (std::size_t i = 0; i < 1000; ++i) {
        CHECK(together.columns[0][i] == doctest::Approx(alone.columns[0][i]).epsilon(1e-14));
        CHECK(together.columns[1][i] == alone.columns[1][i]);
    }
    std::vector<double> c = together.columns[2];
    std::sort(c.begin(), c.end());
    // Median 0 and 97.5 % quantile 1.96 of a standard normal; standard errors 1.25/sqrt(n), 2.67/sqrt(n).
    CHECK(std::fabs(c[25'000]) < 5 * 1.25 / std::sqrt(50'000.0));
    CHECK(std::fabs(c[48'750] - 1.95996) < 5 * 2.67 / std::sqrt(50'000.0));
}

TEST_CASE("correlations that are impossible together are an error that names the values") {
    const DrawnColumns drawn = draw({pair("a", "b", 0.9), pair("b", "c", 0.9), pair("a", "c", -0.9)});
    REQUIRE(drawn.diagnostics.errors() == 1);
    const lca::Fault fault = drawn.diagnostics.sorted().front();
    CHECK(fault.message == "the correlations of `a`, `b` and `c` are impossible together");
    CHECK(fault.place == lca::Place{0, 3, 7});
    // Whatever is 1 with b is with a what b is with a.
    CHECK(draw({pair("a", "b", 1), pair("b", "c", 0.5)}).diagnostics.has_errors());
    CHECK(draw({pair("a", "b", 1), pair("b", "c", -1), pair("a", "c", 1)}).diagnostics.has_errors());
}

TEST_CASE("at the ends two values share one draw") {
    for (const double r : {1.0, -1.0}) {
        const DrawnColumns drawn = draw({pair("a", "b", r)}, 1000);
        REQUIRE_FALSE(drawn.diagnostics.has_errors());
        CHECK(rank_correlation(drawn.columns[0], drawn.columns[1]) == doctest::Approx(r).epsilon(1e-12));
    }
    // The third is 1 with the first, so what it is with the second the first is, too.
    const DrawnColumns three = draw({pair("a", "b", 0.5), pair("a", "c", 1), pair("b", "c", 0.5)}, 50'000);
    REQUIRE_FALSE(three.diagnostics.has_errors());
    CHECK(rank_correlation(three.columns[0], three.columns[2]) == doctest::Approx(1).epsilon(1e-12));
    CHECK(std::fabs(rank_correlation(three.columns[1], three.columns[2]) - 0.5) < 0.0225);
}

TEST_CASE("a singular matrix by hand") {
    // Three normals of which the last is the sum of the others over root 2: correlations 0, 1 / root 2 and
    // 1 / root 2, whose determinant 1 - 1/2 - 1/2 is 0. As ranks: (6 / pi) asin(rho / 2).
    const double rank = 6 / std::acos(-1.0) * std::asin(std::sqrt(0.5) / 2);
    const std::vector<CorrelatedPair> pairs = {{0, 2, rank}, {1, 2, rank}};
    const auto copula = Copula::make(3, pairs);
    REQUIRE(copula);
    double x = 1, y = 3, z = 100;
    copula->correlate(std::vector<double*>{&x, &y, &z}, 1);
    CHECK(x == 1);
    CHECK(y == 3);
    CHECK(z == doctest::Approx(4 / std::sqrt(2.0)).epsilon(1e-5));
    // A little more, and the matrix is impossible.
    const std::vector<CorrelatedPair> more = {{0, 2, rank + 0.001}, {1, 2, rank}};
    CHECK_FALSE(Copula::make(3, more));
}

TEST_CASE("what is not uncertain is warned about") {
    const DrawnColumns drawn = draw({pair("a", "nothing", 0.5)});
    CHECK_FALSE(drawn.diagnostics.has_errors());
    REQUIRE(drawn.diagnostics.sorted().size() == 1);
    CHECK(drawn.diagnostics.sorted().front().message ==
          "`nothing` is not uncertain: its correlation has no effect");
}

TEST_CASE("Cholesky's factor by hand") {
    // Rank 0.6 is normal 2 sin(0.1 pi) = 0.618034 (the golden ratio less one).
    const std::vector<CorrelatedPair> pairs = {{0, 1, 0.6}};
    const auto copula = Copula::make(2, pairs);
    REQUIRE(copula);
    double x = 1, y = 1;
    copula->correlate(std::vector<double*>{&x, &y}, 1);
    const double g = (std::sqrt(5.0) - 1) / 2;
    CHECK(x == 1);
    CHECK(y == doctest::Approx(g + std::sqrt(1 - g * g)).epsilon(1e-14));
}
