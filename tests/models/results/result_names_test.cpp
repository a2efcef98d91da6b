// The directory of result names: what each stands for, and which are offered for one that is not there.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "models/results/point_result.hpp"
#include "tests/models/compile/run_text.hpp"
#include "tests/models/results/small_study.hpp"

using namespace lca;

TEST_CASE("a suffix asks for another measure") {
    const test::SmallStudy study;
    const Results& r = study.results;
    auto found = [&](std::string_view name) { return find_result(r, name); };
    REQUIRE(found("total"));
    CHECK(found("total")->measure == index_of::climate);
    CHECK(found("total.water")->measure == index_of::water);
    CHECK(found("total.adpe")->measure == index_of::abiotic_depletion);
    CHECK(found("total.primary_energy")->measure == index_of::primary_energy);
    CHECK(found("training.dynamic.energy")->measure == energy_measure);
    CHECK(found("training.dynamic.energy")->row == r.find("training.dynamic"));
    CHECK(found("training.embodied.card.market")->measure == market_measure);
    CHECK(found("training.embodied.card.market")->row == r.find("training.embodied.card"));
    CHECK_FALSE(found("total."));
    CHECK_FALSE(found("energy"));
    CHECK_FALSE(found("total.energy.energy"));
    CHECK_FALSE(found("total.warmth"));
    CHECK_FALSE(found("nobody.energy"));
}

TEST_CASE("outputs and figures of activities have names, and quotients no step") {
    const test::SmallStudy study;
    const Results& r = study.results;
    const auto result = find_name(r, "training.dynamic");
    REQUIRE(result);
    CHECK(result->step == study.dynamic_of_training);
    CHECK(result->result->measure == index_of::climate);
    const auto output = find_name(r, "outputs.break_even");
    REQUIRE(output);
    CHECK(output->output == &r.outputs[0]);
    CHECK(output->step == r.outputs[0].step);
    const auto requests = find_name(r, "serving.requests");
    REQUIRE(requests);
    CHECK(requests->step == r.activities[1].requests);
    CHECK(requests->dimension == Dimension::of(Base::request));
    CHECK_FALSE(requests->result);
    const auto per_request = find_name(r, "serving.per_request", NameContext::expression);
    REQUIRE(per_request);
    CHECK(per_request->quotient);
    CHECK(per_request->step == r.find("serving")->steps[energy_measure]);
    CHECK(per_request->counted == std::vector{r.activities[1].requests});
    CHECK(name(per_request->dimension) == "energy per request");
    CHECK(find_name(r, "training.requests")->step == no_step);  // not assessed
    for (const char* name : {"", "requests", "serving.", "serving.warmth", "nobody.requests", "outputs.none",
                             "outputs.", "serving.dynamic.requests"}) {
        CAPTURE(name);
        CHECK_FALSE(find_name(r, name));
    }
}

TEST_CASE("a result per request, token or functional unit is climate change unless a suffix says more") {
    const test::SmallStudy study;
    const Results& r = study.results;
    const auto of = [&](std::string_view name) {
        const auto found = find_name(r, name);
        REQUIRE_MESSAGE(found, name);
        return *found;
    };
    const NamedFigure serving = of("serving.per_request");
    CHECK(serving.quotient);
    CHECK(serving.result->row == r.find("serving"));
    CHECK(serving.result->measure == index_of::climate);
    CHECK(serving.counted == std::vector{r.activities[1].requests});
    CHECK(serving.counts == "serving.requests");
    CHECK(of("serving.energy.per_request").result->measure == energy_measure);
    CHECK(name(of("serving.energy.per_request").dimension) == "energy per request");
    CHECK(of("training.embodied.card.market.per_functional_unit").result->measure == market_measure);
    // `total.` may be left out.
    for (const char* name : {"per_request", "total.per_request"})
        CHECK(of(name).result->row == r.find("total"));
    CHECK(of("energy.per_functional_unit").result->row == r.find("total"));
    CHECK(of("per_functional_unit").counted == std::vector{r.functional_amount});
    CHECK(of("training.per_request").counted.empty());
    for (const char* name :
         {"per_user", "serving.per_", "nobody.per_request", "outputs.break_even.per_request",
          "serving.requests.per_request", "per_request.energy", ".per_request"}) {
        CAPTURE(name);
        CHECK_FALSE(find_name(r, name));
    }
    CHECK(nearest_results(r, "per_requst").find("`per_request`") != std::string::npos);
    CHECK(nearest_results(r, "total.energy.per_reqest").find("`total.energy.per_request`") !=
          std::string::npos);
}

TEST_CASE("every name that is offered stands for something") {
    const test::SmallStudy study;
    const std::vector<std::string> names = result_names(study.results);
    for (const std::string& name : names) CHECK_MESSAGE(find_name(study.results, name), name);
    for (const char* name :
         {"total", "total.energy", "stage.inference", "serving.per_request", "outputs.open"}) {
        CHECK_MESSAGE(std::find(names.begin(), names.end(), name) != names.end(), name);
    }
    CHECK(std::find(names.begin(), names.end(), "training.per_request") == names.end());
    CHECK(nearest_results(study.results, "toal") == "did you mean `total`?");
    const std::vector<std::string> others = {"budget"};
    CHECK(nearest_results(study.results, "bugdet", others) == "did you mean `budget`?");
    CHECK(nearest_results(study.results, "zzzzzzzzzzzz").empty());
}

TEST_CASE("a row counts the requests of its activity, a sum those of all that are included") {
    test::SmallStudy study;
    const Results& r = study.results;
    const StepId requests = r.activities[1].requests;
    CHECK(counted_steps(r, *r.find("serving.dynamic"), "request") == std::vector{requests});
    CHECK(counted_steps(r, *r.find("total"), "request") == std::vector{requests});
    CHECK(counted_steps(r, *r.find("training"), "request").empty());
    CHECK(counted_steps(r, *r.find("total"), "functional_unit") == std::vector{r.functional_amount});
    study.results.activities[1].included = false;
    CHECK(counted_steps(r, *r.find("total"), "request").empty());
}

TEST_CASE("what an output is computed from, and what that lacks") {
    const auto made = lca::test::run(R"(
sites: {s: {grid: {intensity: 1 kgCO2e/kWh}}}
activities:
  run: {stage: training, site: s, requests: 5 request, dynamic: {energy: 10 kWh}, embodied: none}
  fly: {stage: other, site: s, dynamic: {energy: 1 kWh}, idle: none, embodied: none}
outputs: {each: =run.per_request, twice: "=outputs.each * 2 + outputs.each", well: =fly, fixed: =3}
)");
    REQUIRE_MESSAGE(made.result, made.messages);
    const lca::Results& results = made.model->results;
    using Names = std::vector<std::string>;
    const auto behind = [&](const char* name) {
        Names names;
        for (const lca::ResultRef& one : lca::results_behind(results, name))
            names.push_back(lca::with_suffix(results.name(*one.row), one.measure));
        return names;
    };
    CHECK(behind("run.dynamic.energy") == Names{"run.dynamic.energy"});
    CHECK(behind("run.per_request") == Names{"run"});
    CHECK(behind("run.energy.per_request") == Names{"run.energy"});
    CHECK(behind("outputs.each") == Names{"run.energy"});
    CHECK(behind("outputs.twice") == Names{"run.energy"});
    CHECK(behind("outputs.well") == Names{"fly"});
    CHECK(behind("outputs.fixed").empty());
    CHECK(behind("run.requests").empty());
    CHECK(behind("nothing").empty());
    CHECK(lca::gaps_behind(results, "outputs.twice") == Names{"run.idle"});
    CHECK(lca::gaps_behind(results, "total") == Names{"run.idle"});
    CHECK(lca::gaps_behind(results, "outputs.well").empty());
    for (const lca::Output& output : results.outputs) {
        CAPTURE(output.name);
        CHECK(output.partial == (output.name == "each" || output.name == "twice"));
    }
}

TEST_CASE("a gap and its reason are worded in one place") {
    const test::SmallStudy study;
    const Results& r = study.results;
    const std::vector<std::string> missing = missing_from(r, *r.find("serving"), index_of::climate);
    REQUIRE(missing.size() == 1);
    CHECK(missing.front() == r.name(*r.gaps_of(*r.find("serving"), index_of::climate).front()) + ": " +
                                 r.texts.at(r.gaps.front().reason));
    CHECK(PointResult(study).missing_reason("serving.idle") == missing.front());
    CHECK(missing_from(r, *r.find("training"), index_of::climate).empty());
}
