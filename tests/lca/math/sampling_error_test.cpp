// How far a trapezoid of few readings is off: closed forms at both ends, and the coverage of the interval.

#include "lca/math/sampling_error.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <vector>

TEST_CASE("the factor of a correlation: 1/2 for strangers, 1/12 for a Brownian bridge") {
    CHECK(lca::sampling_factor(0) == 0.5);
    CHECK(lca::sampling_factor(1) == doctest::Approx(1.0 / 12));
    CHECK(lca::sampling_factor(0.998) == doctest::Approx(1.0 / 12).epsilon(0.01));  // joins on
    // r = 1/e, so x = 1: (coth(1/2) - 2) / (2 (1 - 1/e)) = (2.1639534 - 2) / 1.2642411.
    CHECK(lca::sampling_factor(std::exp(-1.0)) == doctest::Approx(0.1639534 / 1.2642411).epsilon(1e-6));
}

TEST_CASE("a power that does not change has no error, two readings alone the most") {
    lca::SamplingError even, two;
    for (int i = 0; i < 10; ++i) even.add_step(0, 1);
    CHECK(even.sd() == 0);
    two.add_step(6, 2);
    CHECK(two.sd() == doctest::Approx(12 * std::sqrt(0.5)));  // (ΔP dt)² / 2
}

namespace {

/// A power that jumps between two levels, each held for `held` s on average, read each 10 ms.
std::vector<double> bursts(unsigned seed, double held, double seconds) {
    std::mt19937 bits(seed);
    std::exponential_distribution<double> stay(1 / held);
    std::vector<double> watts;
    bool busy = false;
    for (double now = 0, until = 0; now <= seconds; now += 0.01) {
        while (now >= until) {
            busy = !busy;
            until += stay(bits);
        }
        watts.push_back(busy ? 650 : 120);
    }
    return watts;
}

double trapezoid(const std::vector<double>& watts, std::size_t each, double step) {
    double joules = 0;
    for (std::size_t i = each; i < watts.size(); i += each)
        joules += 0.5 * (watts[i - each] + watts[i]) * step;
    return joules;
}

}  // namespace

TEST_CASE("of a 10 ms signal thinned to 1 s the 90 % interval holds the true energy in 85 of 100 seeds") {
    for (const double held : {0.1, 0.5, 2.0, 10.0}) {
        CAPTURE(held);
        int within = 0;
        for (unsigned seed = 1; seed <= 100; ++seed) {
            const std::vector<double> watts = bursts(seed, held, 600);
            constexpr std::size_t each = 100;
            lca::SamplingError error;
            for (std::size_t i = each; i < watts.size(); i += each) {
                error.add_step(watts[i] - watts[i - each], 1);
                if (i >= 2 * each) error.add_double_step(watts[i] - watts[i - 2 * each]);
            }
            const double off = trapezoid(watts, each, 1) - trapezoid(watts, 1, 0.01);
            if (std::abs(off) <= 1.6449 * error.sd()) ++within;
        }
        CHECK(within >= 85);
    }
}
