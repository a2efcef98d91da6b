// Intervals of Shapley shares, on products whose shares can be worked out for every draw.
#include "lca/numerics/attribution_draws.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "lca/calc/recorder.hpp"

using lca::Calculation;
using lca::StepId;

namespace {

/// a * x * y, where a is uniform from 0 to 2 and x * y goes from 1 * 1 to 2 * 3 by two changes.
struct Outcome {
    Calculation calculation;
    StepId result = lca::no_step;

    explicit Outcome(const std::vector<bool>& made, double divisor = 1) {
        lca::Recorder recorder;
        const lca::Distribution uniform{.shape = lca::Uniform{0, 2}};
        const lca::Step a = recorder.input(
            {.path = "a", .value = 1, .uncertainty = std::make_shared<lca::Distribution>(uniform)});
        double factor = 1;
        if (made[0]) factor *= 2;
        if (made[1]) factor *= 3;
        const bool divides = made[0] && !made[1];
        result = (a * recorder.constant(factor) / recorder.constant(divides ? divisor : 1)).id();
        calculation = std::move(recorder).finish();
    }
};

lca::ShareDraws drawn(double divisor, bool assessed = true) {
    lca::ShareDraws draws(2, 2, {}, 10'000, {});
    for (const bool first : {false, true}) {
        for (const bool second : {false, true}) {
            const std::vector<bool> made = {first, second};
            const Outcome outcome(made, divisor);
            const std::vector<StepId> steps = {outcome.result,
                                               assessed || first ? outcome.result : lca::no_step};
            draws.add(made, outcome.calculation, steps, {});
        }
    }
    return draws;
}

}  // namespace

TEST_CASE("weights: shares are those weighted sums of outcomes, exact or of drawn orders") {
    // A value for each set that no formula gives: sin of its number.
    const lca::Outcome outcome = [](const std::vector<bool>& made) -> std::optional<std::vector<double>> {
        double number = 1;
        for (std::size_t i = 0; i < made.size(); ++i) number = 2 * number + (made[i] ? 1 : 0);
        return std::vector<double>{std::sin(number)};
    };
    for (const std::size_t changes : {1U, 2U, 5U, 14U}) {
        lca::AttributionOptions options;
        options.orders = 16;
        const auto shares = lca::attribute(changes, outcome, options);
        const lca::OutcomeWeights weights = lca::outcome_weights(changes, options);
        for (std::size_t i = 0; i < changes; ++i) {
            double share = 0;
            for (const auto& [made, weight] : weights) share += weight[i] * outcome(made)->front();
            CHECK(share == doctest::Approx(shares->shares[i][0]).epsilon(1e-12));
        }
    }
}

TEST_CASE("intervals of shares, draw by draw") {
    // x adds a or 3 a: 2 a on average, uniform from 0 to 4; y adds 2 a or 4 a: 3 a, from 0 to 6. Of 10,000
    // draws the standard error of a percentile is at most 0.5 % of the range.
    const lca::ShareDraws draws = drawn(1);
    const auto x = draws.interval(0, 0), y = draws.interval(1, 0);
    REQUIRE(x);
    REQUIRE(y);
    CHECK(x->p2_5 == doctest::Approx(0.1).epsilon(0.2));
    CHECK(std::fabs(x->p50 - 2) < 0.06);
    CHECK(std::fabs(x->p97_5 - 3.9) < 0.03);
    CHECK(std::fabs(y->p50 - 3) < 0.09);
    CHECK(y->p97_5 / x->p97_5 == doctest::Approx(1.5).epsilon(1e-12));  // the same draws
}

TEST_CASE("no interval where an outcome is not assessed or not finite") {
    CHECK_FALSE(drawn(0).interval(0, 0));
    CHECK_FALSE(drawn(1, false).interval(0, 1));
    CHECK(drawn(1, false).interval(0, 0));
}
