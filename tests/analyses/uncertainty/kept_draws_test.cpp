// Every draw of a result, in the unit of machine output.
#include <doctest/doctest.h>

#include <algorithm>

#include "analyses/uncertainty/uncertainty.hpp"
#include "models/catalog/embedded.hpp"
#include "tests/analyses/shared/uniform_study.hpp"

TEST_CASE("what is not assessed has no draws, and keeps its place") {
    lca::Session session(lca::embedded_catalogue());
    lca::UncertaintyOptions options;
    options.results = {"total.water", "total"};
    options.sampling.samples = 100;
    options.keep_draws = true;
    const auto result =
        lca::sample_uncertainty(session, {.path = "scenarios/papers/bloom/training.yaml"}, options);
    REQUIRE_MESSAGE(result, session.messages());
    REQUIRE(result->draws.size() == 2);
    CHECK_FALSE(result->draws[0].assessed);
    CHECK(result->draws[0].values.empty());
    CHECK(result->draws[1].values.size() == 100);
    CHECK(result->draws[1].unit == "kgCO2e");
}

TEST_CASE("draws are kept in the unit of machine output") {
    lca::Session session(lca::embedded_catalogue());
    lca::UncertaintyOptions options;
    options.results = {"outputs.energy"};
    options.sampling.samples = 5000;
    options.keep_draws = true;
    const auto result = lca::sample_uncertainty(session, lca::test::uniform_study(), options);
    REQUIRE_MESSAGE(result, session.messages());
    REQUIRE(result->draws.size() == 1);
    const lca::KeptDraws& energy = result->draws[0];
    CHECK(energy.assessed);
    CHECK(energy.name == "outputs.energy");
    CHECK(energy.unit == "kWh");
    REQUIRE(energy.values.size() == 5000);
    const auto [low, high] = std::minmax_element(energy.values.begin(), energy.values.end());
    const auto summary = result->of("outputs.energy");
    REQUIRE(summary);
    CHECK(*low == summary->minimum / 3.6e6);
    CHECK(*high == summary->maximum / 3.6e6);
    CHECK(*low >= 2);
    CHECK(*high <= 4);
}

TEST_CASE("draws are kept only where that is asked for") {
    lca::Session session(lca::embedded_catalogue());
    lca::UncertaintyOptions options;
    options.results = {"outputs.energy"};
    const auto result = lca::sample_uncertainty(session, lca::test::uniform_study(), options);
    REQUIRE(result);
    CHECK(result->draws.empty());
}
