// Quantile functions against those of Boost.Math, truncated ones against what truncation means.
#include "lca/math/quantile.hpp"

#include <doctest/doctest.h>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <cmath>
#include <stdexcept>
#include <vector>

#include "lca/math/normal.hpp"
#include "lca/math/standard_pert.hpp"

using lca::Discrete;
using lca::Distribution;
using lca::Empirical;
using lca::Lognormal;
using lca::Normal;
using lca::Pert;
using lca::Quantile;
using lca::Triangular;
using lca::Uniform;

namespace {

const std::vector<double> shares = {1e-15, 1e-9,  1e-4, 0.01, 0.05,     0.2,      0.4999,   0.5,
                                    0.51,  0.925, 0.95, 0.99, 1 - 1e-4, 1 - 1e-9, 1 - 1e-15};

double relative(double is, double should) {
    return std::fabs(is - should) / std::fabs(should);
}

}  // namespace

TEST_CASE("the normal quantile is within 2e-10 of Boost's, to tails of 1e-30") {
    const boost::math::normal normal;
    double worst = 0;
    for (int i = 1; i < 20'000; ++i) {
        const double u = i / 20'000.0;
        if (u != 0.5) worst = std::max(worst, relative(lca::normal_quantile(u), quantile(normal, u)));
    }
    for (double u = 1e-30; u < 0.1; u *= 1.3) {
        worst = std::max(worst, relative(lca::normal_quantile(u), quantile(normal, u)));
    }
    CHECK(worst < 2e-10);
    CHECK(lca::normal_quantile(0.5) == 0);
    CHECK(lca::normal_quantile(0.25) == -lca::normal_quantile(0.75));
}

TEST_CASE("the normal share is within 3e-10 of Boost's") {
    const boost::math::normal normal;
    double worst = 0;
    for (double z = -12; z < 0; z += 0.01)
        worst = std::max(worst, relative(lca::normal_below(z), cdf(normal, z)));
    CHECK(worst < 3e-10);
    CHECK(lca::normal_below(0) == doctest::Approx(0.5).epsilon(1e-9));
    CHECK(lca::normal_below(1.5) == doctest::Approx(1 - lca::normal_below(-1.5)).epsilon(1e-15));
    CHECK(lca::normal_density(1) ==
          doctest::Approx(std::exp(-0.5) / std::sqrt(2 * 3.14159265358979)).epsilon(1e-14));
}

TEST_CASE("each shape has Boost's quantiles") {
    const boost::math::normal normal(3, 2);
    const boost::math::lognormal lognormal(std::log(5.0), std::log(1.3));
    const boost::math::triangular triangular(4, 6, 8);
    for (double u : shares) {
        CAPTURE(u);
        CHECK(Quantile({.shape = Normal{3, 2}})(u) == doctest::Approx(quantile(normal, u)).epsilon(2e-9));
        CHECK(Quantile({.shape = Lognormal{5, 1.3}})(u) ==
              doctest::Approx(quantile(lognormal, u)).epsilon(1e-9));
        CHECK(Quantile({.shape = Triangular{4, 8, 6}})(u) ==
              doctest::Approx(quantile(triangular, u)).epsilon(1e-14));
        CHECK(Quantile({.shape = Uniform{-1, 3}})(u) == doctest::Approx(-1 + 4 * u).epsilon(1e-15));
    }
}

TEST_CASE("PERT is the beta distribution 1 + 4 mode, 1 + 4 (1 - mode), to 1e-8 of its range") {
    for (double mode : {0.0, 0.03, 0.3, 0.5, 0.8, 1.0}) {
        const boost::math::beta_distribution<> beta(1 + 4 * mode, 1 + 4 * (1 - mode));
        const Quantile pert({.shape = Pert{10, 12, 10 + 2 * mode}});
        const lca::math::StandardPert own(mode);
        for (double u : shares) {
            CAPTURE(mode);
            CAPTURE(u);
            const double should = quantile(beta, u);
            CHECK(std::fabs(pert(u) - (10 + 2 * should)) < 2e-8);
            CHECK(own.below(should) == doctest::Approx(u).epsilon(1e-9));
        }
    }
}

TEST_CASE("modes at an end") {
    // A triangle falling from its low end: 1 - u = (1 - x)^2.
    CHECK(Quantile({.shape = Triangular{0, 1, 0}})(0.75) == doctest::Approx(0.5));
    CHECK(Quantile({.shape = Triangular{0, 1, 1}})(0.25) == doctest::Approx(0.5));
}

TEST_CASE("truncation keeps the part between, renormalised") {
    const boost::math::normal normal(10, 4);
    const Quantile truncated({.shape = Normal{10, 4}, .minimum = 6, .maximum = 15});
    for (double u : {1e-9, 0.1, 0.5, 0.9, 1 - 1e-9}) {
        const double share = cdf(normal, 6) + u * (cdf(normal, 15) - cdf(normal, 6));
        CHECK(truncated(u) == doctest::Approx(quantile(normal, share)).epsilon(1e-9));
    }
    CHECK(truncated(0x1p-53) >= 6);
    CHECK(truncated(1 - 0x1p-53) <= 15);
    const Quantile far({.shape = Normal{0, 1}, .minimum = 4});  // 3e-5 are kept
    CHECK(far(1e-12) == doctest::Approx(4).epsilon(1e-9));
    CHECK(far(0.5) ==
          doctest::Approx(quantile(boost::math::normal(), 1 - 0.5 * 3.167124183311998e-05)).epsilon(1e-9));
    CHECK(std::isfinite(far(1 - 0x1p-53)));

    // Triangular 0..2 around 1, truncated to 1..2: what is kept falls from 1, u = 1 - (2 - x)^2.
    CHECK(Quantile({.shape = Triangular{0, 2, 1}, .minimum = 1})(0.75) ==
          doctest::Approx(1.5).epsilon(1e-14));
    CHECK(Quantile({.shape = Uniform{0, 10}, .minimum = 2, .maximum = 4})(0.25) == doctest::Approx(2.5));
    // Lognormal truncated at its median: the upper half; its median is the upper quartile of the whole.
    CHECK(Quantile({.shape = Lognormal{3, 2}, .minimum = 3})(0.5) ==
          doctest::Approx(3 * std::pow(2, 0.6744897501960817)).epsilon(1e-9));
    const boost::math::beta_distribution<> beta(3, 3);
    CHECK(Quantile({.shape = Pert{0, 1, 0.5}, .maximum = 0.5})(0.5) ==
          doctest::Approx(quantile(beta, 0.25)).epsilon(1e-8));
}

TEST_CASE("discrete and empirical values come in rising order, each with its share") {
    const Quantile discrete({.shape = Discrete{{300, 100, 200}, {1, 2, 1}}});
    CHECK(discrete(0.49) == 100);
    CHECK(discrete(0.5) == 200);
    CHECK(discrete(0.74) == 200);
    CHECK(discrete(0.76) == 300);
    CHECK(discrete.lowest() == 100);
    CHECK(discrete.highest() == 300);
    const Quantile truncated({.shape = Discrete{{1, 2, 3}, {1, 2, 1}}, .minimum = 2});
    CHECK(truncated(0.6) == 2);
    CHECK(truncated(0.7) == 3);
    std::vector<double> many;
    for (int i = 100; i > 0; --i) many.push_back(i);
    const Quantile empirical({.shape = Empirical{many}});
    for (int i = 0; i < 100; ++i) CHECK(empirical((i + 0.5) / 100) == i + 1);
    CHECK_THROWS_AS(Quantile({.shape = Empirical{{1, 2}}, .minimum = 3}), std::invalid_argument);
}

TEST_CASE("no spread is the point itself") {
    for (double u : shares) {
        CHECK(Quantile({.shape = Normal{0.1, 0}})(u) == 0.1);
        CHECK(Quantile({.shape = Lognormal{0.1, 1}})(u) == 0.1);
        CHECK(Quantile({.shape = Discrete{{0.1}, {3}}})(u) == 0.1);
    }
}

TEST_CASE("normal draws go the same way as their shares") {
    for (const Distribution& d :
         {Distribution{.shape = Normal{3, 2}}, Distribution{.shape = Lognormal{3, 2}},
          Distribution{.shape = Normal{3, 2}, .minimum = 2}, Distribution{.shape = Triangular{1, 3, 2}}}) {
        const Quantile quantile(d);
        for (double u : {1e-6, 0.3, 0.5, 0.8}) {
            double z = lca::normal_quantile(u);
            quantile.of_normals({&z, 1});
            CHECK(z == doctest::Approx(quantile(u)).epsilon(1e-8));
        }
    }
}

TEST_CASE("every width of vectors gives the same bits, in any split") {
    std::vector<double> draws;
    for (int i = 1; i < 1000; ++i) draws.push_back(i / 1000.0 + 1e-7 * i);
    draws.insert(draws.end(), shares.begin(), shares.end());
    for (const Distribution& d :
         {Distribution{.shape = Normal{3, 2}}, Distribution{.shape = Lognormal{3, 2}},
          Distribution{.shape = Normal{3, 2}, .minimum = 2}, Distribution{.shape = Triangular{1, 3, 2}},
          Distribution{.shape = Pert{1, 3, 2}}, Distribution{.shape = Uniform{1, 3}},
          Distribution{.shape = Discrete{{1, 2, 3}, {1, 5, 2}}}}) {
        const Quantile quantile(d);
        std::vector<double> narrow = draws;
        quantile.of_draws(narrow, lca::Width::narrow);
        for (lca::Width width : lca::widths()) {
            std::vector<double> column = draws;
            quantile.of_draws(std::span(column).first(333), width);
            quantile.of_draws(std::span(column).subspan(333), width);
            CHECK(column == narrow);
            std::vector<double> normals(100, 0.7), at_narrow = normals;
            quantile.of_normals(normals, width);
            quantile.of_normals(at_narrow, lca::Width::narrow);
            CHECK(normals == at_narrow);
        }
    }
}
