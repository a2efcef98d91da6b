// Where one result comes from, asked by a program.
#include "analyses/explanation/explanation.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "models/catalog/embedded.hpp"
#include "tests/models/results/recomputed.hpp"

namespace {

/// 30 kWh × 1.5 × 100 g/kWh = 4.5 kg.
lca::ScenarioSource one_activity(std::string_view phases) {
    return {.path = "one.yaml",
            .text = R"(lca: 1
title: One activity
sites:
  here: {grid: {intensity: 100 gCO2e/kWh}, pue: 1.5}
activities:
  run: {stage: training, site: here, )" +
                    std::string(phases) + "}\n"};
}

}  // namespace

TEST_CASE("an explanation ends in the result, and every term follows from its operands") {
    lca::Session session(lca::embedded_catalogue());
    const std::optional<lca::ExplainedResult> result =
        lca::explain(session, one_activity("dynamic: {energy: 30 kWh}"), {.result = "run.dynamic"});
    REQUIRE_MESSAGE(result, session.messages());
    REQUIRE(result->explanation);
    CHECK(result->name == "run.dynamic");
    CHECK(result->gaps.empty());
    CHECK(result->explanation->root().value == doctest::Approx(4.5));
    std::vector<std::string_view> paths;
    for (const lca::ExplainedTerm& term : result->explanation->terms) {
        CHECK(lca::test::recomputed(*result->explanation, term) ==
              doctest::Approx(term.value).epsilon(1e-15));
        if (term.input) paths.push_back(term.input->path);
    }
    for (const std::string_view path :
         {"activities.run.dynamic.energy", "sites.here.pue", "sites.here.grid.intensity"})
        CHECK_MESSAGE(std::find(paths.begin(), paths.end(), path) != paths.end(), path);
}

TEST_CASE("a total with a gap names the gap with its reason") {
    lca::Session session(lca::embedded_catalogue());
    const std::optional<lca::ExplainedResult> result =
        lca::explain(session, one_activity("dynamic: {energy: 30 kWh}, idle: none, embodied: not_assessed"),
                     {.result = "total"});
    REQUIRE_MESSAGE(result, session.messages());
    REQUIRE(result->explanation);
    REQUIRE(result->gaps.size() == 1);
    CHECK(result->gaps[0].find("run.embodied") != std::string::npos);
}

TEST_CASE("a result that is not assessed has no explanation, an unknown one is refused") {
    lca::Session session(lca::embedded_catalogue());
    const lca::ScenarioSource source = one_activity("dynamic: {energy: 30 kWh}, embodied: not_assessed");
    const std::optional<lca::ExplainedResult> gap = lca::explain(session, source, {.result = "run.embodied"});
    REQUIRE_MESSAGE(gap, session.messages());
    CHECK_FALSE(gap->explanation);
    CHECK_THROWS_WITH_AS(lca::explain(session, source, {.result = "run.embodid"}),
                         doctest::Contains("run.embodied"), lca::InputError);
}
