// Quantile functions against Boost.Math's, cut ones against what cutting means.
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
#include "lca/math/pert.hpp"

using lca::Distribution;
using lca::Quantile;
using lca::Shape;

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
        CHECK(Quantile({.shape = Shape::normal, .a = 3, .b = 2})(u) ==
              doctest::Approx(quantile(normal, u)).epsilon(2e-9));
        CHECK(Quantile({.shape = Shape::lognormal, .a = 5, .b = 1.3})(u) ==
              doctest::Approx(quantile(lognormal, u)).epsilon(1e-9));
        CHECK(Quantile({.shape = Shape::triangular, .a = 4, .b = 8, .c = 6})(u) ==
              doctest::Approx(quantile(triangular, u)).epsilon(1e-14));
        CHECK(Quantile({.shape = Shape::uniform, .a = -1, .b = 3})(u) ==
              doctest::Approx(-1 + 4 * u).epsilon(1e-15));
    }
}

TEST_CASE("PERT is the beta distribution 1 + 4 mode, 1 + 4 (1 - mode), to 1e-8 of its range") {
    for (double mode : {0.0, 0.03, 0.3, 0.5, 0.8, 1.0}) {
        const boost::math::beta_distribution<> beta(1 + 4 * mode, 1 + 4 * (1 - mode));
        const Quantile pert({.shape = Shape::pert, .a = 10, .b = 12, .c = 10 + 2 * mode});
        const lca::Pert own(mode);
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
    CHECK(Quantile({.shape = Shape::triangular, .a = 0, .b = 1, .c = 0})(0.75) == doctest::Approx(0.5));
    CHECK(Quantile({.shape = Shape::triangular, .a = 0, .b = 1, .c = 1})(0.25) == doctest::Approx(0.5));
}

TEST_CASE("a cut leaves the part between, renormalised") {
    const boost::math::normal normal(10, 4);
    const Quantile cut({.shape = Shape::normal, .a = 10, .b = 4, .minimum = 6, .maximum = 15});
    for (double u : {1e-9, 0.1, 0.5, 0.9, 1 - 1e-9}) {
        const double share = cdf(normal, 6) + u * (cdf(normal, 15) - cdf(normal, 6));
        CHECK(cut(u) == doctest::Approx(quantile(normal, share)).epsilon(1e-9));
    }
    CHECK(cut(0x1p-53) >= 6);
    CHECK(cut(1 - 0x1p-53) <= 15);
    const Quantile far({.shape = Shape::normal, .a = 0, .b = 1, .minimum = 4});  // 3e-5 are left
    CHECK(far(1e-12) == doctest::Approx(4).epsilon(1e-9));
    CHECK(far(0.5) ==
          doctest::Approx(quantile(boost::math::normal(), 1 - 0.5 * 3.167124183311998e-05)).epsilon(1e-9));
    CHECK(std::isfinite(far(1 - 0x1p-53)));

    // Triangular 0..2 around 1, cut to 1..2: what is left falls from 1, u = 1 - (2 - x)^2.
    CHECK(Quantile({.shape = Shape::triangular, .a = 0, .b = 2, .c = 1, .minimum = 1})(0.75) ==
          doctest::Approx(1.5).epsilon(1e-14));
    CHECK(Quantile({.shape = Shape::uniform, .a = 0, .b = 10, .minimum = 2, .maximum = 4})(0.25) ==
          doctest::Approx(2.5));
    // Lognormal cut at its median: the upper half; its median is the upper quartile of the whole.
    CHECK(Quantile({.shape = Shape::lognormal, .a = 3, .b = 2, .minimum = 3})(0.5) ==
          doctest::Approx(3 * std::pow(2, 0.6744897501960817)).epsilon(1e-9));
    const boost::math::beta_distribution<> beta(3, 3);
    CHECK(Quantile({.shape = Shape::pert, .a = 0, .b = 1, .c = 0.5, .maximum = 0.5})(0.5) ==
          doctest::Approx(quantile(beta, 0.25)).epsilon(1e-8));
}

TEST_CASE("discrete and empirical values come in rising order, each with its share") {
    const Quantile discrete({.shape = Shape::discrete, .values = {300, 100, 200}, .weights = {1, 2, 1}});
    CHECK(discrete(0.49) == 100);
    CHECK(discrete(0.5) == 200);
    CHECK(discrete(0.74) == 200);
    CHECK(discrete(0.76) == 300);
    CHECK(discrete.lowest() == 100);
    CHECK(discrete.highest() == 300);
    const Quantile cut({.shape = Shape::discrete, .values = {1, 2, 3}, .weights = {1, 2, 1}, .minimum = 2});
    CHECK(cut(0.6) == 2);
    CHECK(cut(0.7) == 3);
    std::vector<double> many;
    for (int i = 100; i > 0; --i) many.push_back(i);
    const Quantile empirical({.shape = Shape::empirical, .values = many});
    for (int i = 0; i < 100; ++i) CHECK(empirical((i + 0.5) / 100) == i + 1);
    CHECK_THROWS_AS(Quantile({.shape = Shape::empirical, .values = {1, 2}, .minimum = 3}),
                    std::invalid_argument);
}

TEST_CASE("no spread is the point itself") {
    for (double u : shares) {
        CHECK(Quantile({.shape = Shape::normal, .a = 0.1, .b = 0})(u) == 0.1);
        CHECK(Quantile({.shape = Shape::lognormal, .a = 0.1, .b = 1})(u) == 0.1);
        CHECK(Quantile({.shape = Shape::discrete, .values = {0.1}, .weights = {3}})(u) == 0.1);
    }
}

TEST_CASE("normal draws go the same way as their shares") {
    for (const Distribution& d : {Distribution{.shape = Shape::normal, .a = 3, .b = 2},
                                  Distribution{.shape = Shape::lognormal, .a = 3, .b = 2},
                                  Distribution{.shape = Shape::normal, .a = 3, .b = 2, .minimum = 2},
                                  Distribution{.shape = Shape::triangular, .a = 1, .b = 3, .c = 2}}) {
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
         {Distribution{.shape = Shape::normal, .a = 3, .b = 2},
          Distribution{.shape = Shape::lognormal, .a = 3, .b = 2},
          Distribution{.shape = Shape::normal, .a = 3, .b = 2, .minimum = 2},
          Distribution{.shape = Shape::triangular, .a = 1, .b = 3, .c = 2},
          Distribution{.shape = Shape::pert, .a = 1, .b = 3, .c = 2},
          Distribution{.shape = Shape::uniform, .a = 1, .b = 3},
          Distribution{.shape = Shape::discrete, .values = {1, 2, 3}, .weights = {1, 5, 2}}}) {
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
