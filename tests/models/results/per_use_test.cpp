// Results per request, token and functional unit as steps of the recording.

#include "models/results/per_use.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lca/base/text.hpp"
#include "models/results/point_result.hpp"
#include "tests/models/compile/run_text.hpp"
#include "tests/models/results/small_study.hpp"

using namespace lca;

TEST_CASE("what is asked for gets a step, and only that") {
    test::SmallStudy study;
    const std::size_t before = study.calculation.steps().size();
    const std::vector<std::string> others = {"total", "serving.requests", "training.per_request",
                                             "nobody.per_token", "serving.idle.per_request"};
    record_per_use(study, others);
    CHECK(study.calculation.steps().size() == before);
    const std::vector<std::string> requested = {"per_request", "serving.energy.per_request",
                                                "total.per_request", "per_functional_unit"};
    record_per_use(study, requested);
    const PointResult result(study);
    // 60.1 kg over 1000 requests; 2 kWh over 1000; 60.1 kg over 2 models.
    CHECK(*result.value(*result.step("total.per_request")) == doctest::Approx(0.0601));
    CHECK(result.step("per_request") == result.step("total.per_request"));
    CHECK(*result.value(*result.step("serving.energy.per_request")) == doctest::Approx(7200));
    CHECK(*result.value(*result.step("per_functional_unit")) == doctest::Approx(30.05));
    CHECK(result.calculation().label(*result.step("per_request"))->text == "per_request");
    const std::size_t with = study.calculation.steps().size();
    record_per_use(study, requested);  // they are there
    CHECK(study.calculation.steps().size() == with);
}

TEST_CASE("a sum goes by the requests of all included activities; none of them is zero requests") {
    auto made = test::run(R"(
sites: {s: {grid: {intensity: 1 kgCO2e/kWh}}}
activities:
  a: {stage: inference, site: s, requests: 30 request, dynamic: {energy: 6 kWh}, idle: none, embodied: none}
  b: {stage: inference, site: s, requests: 10 request, dynamic: {energy: 2 kWh}, idle: none, embodied: none}
  c: {stage: inference, site: s, requests: 0 request, dynamic: {energy: 4 kWh}, idle: none, embodied: none}
  d: {stage: other, site: s, requests: 5 request, include: false, dynamic: {energy: 1 kWh}, idle: none, embodied: none}
)");
    REQUIRE_MESSAGE(made.model, made.messages);
    Assessment assessment = *made.model;
    const std::vector<std::string> requested = {"per_request", "b.per_request", "c.per_request",
                                                "d.per_request", "stage.inference.dynamic.per_request"};
    record_per_use(assessment, requested);
    const PointResult result(assessment);
    const auto at = [&](const char* name) { return *result.value(*result.step(name)); };
    CHECK(at("per_request") == doctest::Approx(12 / 40.0));  // 6 + 2 + 4 kg over 30 + 10 + 0
    CHECK(at("stage.inference.dynamic.per_request") == doctest::Approx(12 / 40.0));
    CHECK(at("b.per_request") == doctest::Approx(0.2));
    CHECK(at("d.per_request") == doctest::Approx(0.2));
    CHECK(result.step("c.per_request") == no_step);
    CHECK(result.missing_reason("c.per_request") == "c.requests is zero");
}

TEST_CASE("what answers list: the total and the activities that count, in every measure assessed") {
    const test::SmallStudy study;
    const std::vector<std::string> names = listed_per_use(study.results);
    const auto listed = [&](const char* name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    for (const char* name : {"total.per_request", "total.energy.per_request", "total.per_functional_unit",
                             "serving.per_request", "serving.energy.per_request"})
        CHECK_MESSAGE(listed(name), name);
    for (const char* name : {"training.per_request", "serving.per_functional_unit", "total.per_token",
                             "serving.dynamic.per_request", "total.water.per_request"})
        CHECK_FALSE_MESSAGE(listed(name), name);
}
