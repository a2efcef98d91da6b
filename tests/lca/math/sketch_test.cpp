// The histogram behind percentiles: its stated error, signs, merging.
#include "lca/math/sketch.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "lca/math/draws.hpp"

using lca::Sketch;

namespace {

void add(Sketch& sketch, const std::vector<double>& values) {
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    sketch.add(values, *low, *high);
}

double quantile(const Sketch& sketch, double share) {
    return sketch.quantiles({&share, 1}).front();
}

/// Spread over six powers of ten: exp of evenly spread numbers.
std::vector<double> wide(double sign, std::size_t count) {
    std::vector<double> values(count);
    lca::plain_draws(lca::stream_key(3, "wide"), 0, values);
    for (double& x : values) x = sign * std::exp(14 * x - 7);
    return values;
}

}  // namespace

TEST_CASE("percentiles are within the stated error of the sorted values'") {
    for (double sign : {1.0, -1.0}) {
        std::vector<double> values = wide(sign, 10'000);
        Sketch sketch;
        add(sketch, values);
        std::sort(values.begin(), values.end());
        for (double share : {0.001, 0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975, 0.999}) {
            // The value that has share x n values at or below it.
            const double should = values[static_cast<std::size_t>(std::ceil(share * 10'000 - 1e-9)) - 1];
            CHECK(std::fabs(quantile(sketch, share) / should - 1) < Sketch::relative_error);
        }
    }
}

TEST_CASE("negative values, zeros and positive ones lie in order") {
    Sketch sketch;
    add(sketch, {-8, -1, 0, 0, 0, 0, 1, 16});
    CHECK(sketch.count() == 8);
    CHECK(quantile(sketch, 0.5) == 0);
    CHECK(std::fabs(quantile(sketch, 0.125) + 8) <= 8 * Sketch::relative_error);
    CHECK(std::fabs(quantile(sketch, 1) - 16) <= 16 * Sketch::relative_error);
    const std::vector<Sketch::Bin> bins = sketch.bins();
    REQUIRE(bins.size() == 5);
    CHECK(bins[2].count == 4);
    for (std::size_t i = 0; i + 1 < bins.size(); ++i) CHECK(bins[i].high <= bins[i + 1].low);
}

TEST_CASE("sketches of two runs merge into the one of both") {
    const std::vector<double> all = wide(1, 4000);
    Sketch first, second, whole;
    add(first, {all.begin(), all.begin() + 1000});
    add(second, {all.begin() + 1000, all.end()});
    add(whole, all);
    first.merge(second);
    for (double share = 0.01; share < 1; share += 0.01)
        CHECK(quantile(first, share) == quantile(whole, share));
    CHECK(first.count() == 4000);
}

TEST_CASE("sketches of unlike fineness merge at the coarser one") {
    const std::vector<double> all = wide(-1, 4000);
    Sketch coarse(10), fine(14), whole(10);
    add(coarse, {all.begin(), all.begin() + 1000});
    add(fine, {all.begin() + 1000, all.end()});
    add(whole, all);
    Sketch other = fine;
    other.merge(coarse);
    coarse.merge(fine);
    for (double share : {0.1, 0.5, 0.9}) {
        CHECK(quantile(coarse, share) == quantile(whole, share));
        CHECK(quantile(other, share) == quantile(whole, share));
    }
}

TEST_CASE("values that lie close together get finer bins") {
    CHECK(Sketch::digits_for(0, 100) == 10);
    CHECK(Sketch::digits_for(1, 3) == 11);  // 3 / 2^11 is the first below 2 / 1024
    CHECK(Sketch::digits_for(1, 1) == Sketch::max_digits);  // nothing is known of how far others lie
    CHECK(Sketch::digits_for(100, 101) == 17);              // 101 / 2^17 is the first below 1 / 1024
    CHECK(Sketch::digits_for(-1, 1) == 10);
    Sketch sketch(Sketch::digits_for(100, 101));
    std::vector<double> values(10'000);
    lca::plain_draws(1, 0, values);
    for (double& x : values) x = 100 + x;
    add(sketch, values);
    std::sort(values.begin(), values.end());
    CHECK(std::fabs(quantile(sketch, 0.25) - values[2499]) < 100 * 0x1p-16);
}

TEST_CASE("percentiles are right against the spread, however small it is beside the values") {
    // Evenly spread over 1e6 ± 0.1: P5 is 1e6 - 0.09. A bin of 2^-10 of the value would be 977 wide.
    std::vector<double> values(100'000);
    lca::plain_draws(1, 0, values);
    for (double& x : values) x = 1e6 + 0.2 * (x - 0.5);
    Sketch sketch(Sketch::digits_for(values[0], values[1]));
    add(sketch, values);
    const double error = std::sqrt(0.05 * 0.95 / 100'000) * 0.2;  // standard error of P5: 0.00014
    CHECK(std::fabs(quantile(sketch, 0.05) - (1e6 - 0.09)) < 4 * error);
    CHECK(std::fabs(quantile(sketch, 0.95) - (1e6 + 0.09)) < 4 * error);
    CHECK(sketch.resolution(1e6) < error);
}

TEST_CASE("values far from the first ones take digits away, not memory, in any order") {
    std::vector<double> near(1000), far = wide(1, 4000);
    lca::plain_draws(1, 0, near);
    for (double& x : near) x = 1 + 1e-9 * x;
    Sketch one(Sketch::max_digits), other(Sketch::max_digits), parts(Sketch::max_digits);
    add(one, near);
    CHECK(one.digits() > 35);
    add(one, far);
    add(other, far);
    add(other, near);
    add(parts, far);
    Sketch rest(Sketch::max_digits);
    add(rest, near);
    parts.merge(rest);
    CHECK(one.digits() == 12);  // exp(-7) to exp(7): 21 powers of two of 2^12 bins each are below 2^17
    for (const Sketch* made : {&other, &parts}) {
        CHECK(made->digits() == one.digits());
        for (double share : {0.05, 0.5, 0.95}) CHECK(quantile(*made, share) == quantile(one, share));
    }
}

TEST_CASE("values on both sides of zero need the fewest digits") {
    for (const std::vector<double>& values : {std::vector<double>{-1, 1}, {0, 1}, {-1, 0}, {-3, 0, 2}}) {
        Sketch whole(Sketch::max_digits), merged(Sketch::max_digits);
        add(whole, values);
        for (double x : values) {
            Sketch one(Sketch::max_digits);
            add(one, {x});
            merged.merge(one);
        }
        CHECK(whole.digits() == Sketch::fewest_digits);
        CHECK(merged.digits() == Sketch::fewest_digits);
    }
}

TEST_CASE("nothing added, nothing found") {
    CHECK(quantile(Sketch(), 0.5) == 0);
    CHECK(Sketch().count() == 0);
}
