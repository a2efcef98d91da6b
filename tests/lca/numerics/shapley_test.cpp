// Shapley values against games worked out by hand, and their laws.
#include "lca/numerics/shapley.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <numeric>

#include "lca/math/draws.hpp"

using lca::attribute;
using lca::Attribution;
using lca::Outcome;

namespace {

/// A product whose factors go from one value to another.
Outcome product(std::vector<double> from, std::vector<double> to) {
    return [from, to](const std::vector<bool>& made) -> std::optional<std::vector<double>> {
        double value = 1;
        for (std::size_t i = 0; i < made.size(); ++i) value *= made[i] ? to[i] : from[i];
        return std::vector<double>{value};
    };
}

/// Any outcome for each set of changes, of very unlike sizes.
Outcome wild(std::uint64_t key) {
    return [key](const std::vector<bool>& made) -> std::optional<std::vector<double>> {
        std::uint64_t number = 0;
        for (std::size_t i = 0; i < made.size(); ++i) number = 2 * number + (made[i] ? 1 : 0);
        std::vector<double> draw(2);
        lca::plain_draws(key, 2 * number, draw);
        return std::vector<double>{(draw[0] - 0.5) * std::exp(20 * draw[1])};
    };
}

double max_size(const Outcome& outcome, std::size_t changes) {
    double largest = 0;
    for (std::uint64_t set = 0; set < std::uint64_t{1} << changes; ++set) {
        std::vector<bool> made(changes);
        for (std::size_t i = 0; i < changes; ++i) made[i] = (set >> i & 1) != 0;
        largest = std::max(largest, std::fabs(outcome(made)->front()));
    }
    return largest;
}

double sum_of(const Attribution& attribution) {
    double sum = 0;
    for (const std::vector<double>& share : attribution.shares) sum += share[0];
    return sum;
}

}  // namespace

TEST_CASE("x y from (1, 1) to (2, 3): x is due 2, y is due 3") {
    // x first adds 2 - 1, after y 6 - 3: on average 2. y first adds 3 - 1, after x 6 - 2: 3. Together 5.
    const auto found = attribute(2, product({1, 1}, {2, 3}));
    REQUIRE(found);
    CHECK(found->from[0] == 1);
    CHECK(found->to[0] == 6);
    CHECK(found->shares[0][0] == 2);
    CHECK(found->shares[1][0] == 3);
    CHECK(found->outcomes == 4);
    CHECK(found->orders == 0);
    CHECK(found->errors.empty());
}

TEST_CASE("x y z from (1, 1, 1) to (2, 3, 5)") {
    // x: 1/3 (2-1) + 1/6 (6-3) + 1/6 (10-5) + 1/3 (30-15) = 20/3. y: 1/3 2 + 1/6 4 + 1/6 10 + 1/3 20 = 29/3.
    // z: 1/3 4 + 1/6 8 + 1/6 12 + 1/3 24 = 38/3. Together 29.
    const auto found = attribute(3, product({1, 1, 1}, {2, 3, 5}));
    REQUIRE(found);
    CHECK(found->shares[0][0] == doctest::Approx(20.0 / 3).epsilon(1e-15));
    CHECK(found->shares[1][0] == doctest::Approx(29.0 / 3).epsilon(1e-15));
    CHECK(found->shares[2][0] == doctest::Approx(38.0 / 3).epsilon(1e-15));
}

TEST_CASE("a change without effect is due nothing, equal ones are due the same") {
    const auto found = attribute(3, product({2, 7, 2}, {3, 7, 3}));
    REQUIRE(found);
    CHECK(found->shares[1][0] == 0);
    CHECK(found->shares[0][0] == found->shares[2][0]);
}

TEST_CASE("shares add up to the difference, within the stated few last bits") {
    for (std::uint64_t key = 1; key <= 20; ++key) {
        for (const std::size_t changes : {std::size_t{1}, std::size_t{2}, std::size_t{5}, std::size_t{9}}) {
            const Outcome outcome = wild(key);
            const auto found = attribute(changes, outcome);
            REQUIRE(found);
            const double allowed = 0x1p-52 * static_cast<double>(changes) * max_size(outcome, changes);
            CHECK(std::fabs(sum_of(*found) - (found->to[0] - found->from[0])) <= allowed);
        }
    }
}

TEST_CASE("above the limit orders are drawn: still adding up, near the exact shares, the same for a seed") {
    const std::vector<double> from(9, 1), to = {1.1, 1.2, 0.9, 1.5, 1.01, 0.7, 1.3, 1, 2};
    const auto exact = attribute(9, product(from, to));
    const auto drawn = attribute(9, product(from, to), {.max_exact = 8});
    const auto again = attribute(9, product(from, to), {.max_exact = 8});
    const auto other = attribute(9, product(from, to), {.max_exact = 8, .seed = 2});
    REQUIRE((exact && drawn && again && other));
    CHECK(drawn->orders == 512);
    CHECK(sum_of(*drawn) == doctest::Approx(exact->to[0] - exact->from[0]).epsilon(1e-14));
    for (std::size_t i = 0; i < 9; ++i) {
        CHECK(std::fabs(drawn->shares[i][0] - exact->shares[i][0]) <= 4 * drawn->errors[i][0] + 1e-12);
        CHECK(drawn->errors[i][0] < 0.02);
        CHECK(drawn->shares[i][0] == again->shares[i][0]);
    }
    CHECK(drawn->shares[8][0] != other->shares[8][0]);
}

TEST_CASE("what cannot stand alone, and what is not assessed somewhere") {
    const Outcome bound = [](const std::vector<bool>& made) -> std::optional<std::vector<double>> {
        if (made[0] != made[1]) return std::nullopt;
        return std::vector<double>{1};
    };
    CHECK_FALSE(attribute(2, bound));
    CHECK_FALSE(attribute(2, bound, {.max_exact = 1}));
    const Outcome open = [](const std::vector<bool>& made) -> std::optional<std::vector<double>> {
        const double half = made[0] && !made[1] ? std::numeric_limits<double>::quiet_NaN() : 1;
        return std::vector<double>{half, made[0] ? 3.0 : 1.0};
    };
    const auto found = attribute(2, open);
    REQUIRE(found);
    CHECK(std::isnan(found->shares[0][0]));
    CHECK(found->shares[0][1] == 2);
    CHECK(found->shares[1][1] == 0);
}
