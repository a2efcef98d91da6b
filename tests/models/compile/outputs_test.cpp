// Figures that a file asks for, over parameters, results and one another.
#include <doctest/doctest.h>
#include <fmt/core.h>

#include <algorithm>

#include "models/compile/run_text.hpp"
#include "models/results/expectation_checks.hpp"
#include "models/results/explanation.hpp"

using lca::test::run;

namespace {

const std::string service = R"(
sites:
  here: {grid: {intensity: 1 kgCO2e/kWh}}
activities:
  teach: {stage: training, site: here, dynamic: {energy: 100 kWh}}
  serve: {stage: inference, site: here, requests: 50 request, dynamic: {energy: 1 kWh}, idle: {energy: 1 kWh}}
)";

}  // namespace

TEST_CASE("outputs: results, per request, other outputs") {
    // serve takes 2 kWh for 50 requests: 40 Wh each; 100 kWh are as much as 2500 requests.
    const auto file = run(service + R"(
outputs:
  even: "=stage.training.energy / serve.per_request"
  twice: =2 * outputs.even
  ratio: =total / dynamic
)");
    CHECK(file.messages == "");
    CHECK(file.output("even") == doctest::Approx(2500));
    CHECK(file.output("twice") == doctest::Approx(5000));
    CHECK(file.output("ratio") == doctest::Approx(102.0 / 101));
}

TEST_CASE("outputs: what rests on a result that is not assessed is not assessed, and says why") {
    const auto file = run(service + "outputs: {even: =embodied / total}\n");
    REQUIRE(file.model);
    CHECK(file.model->results.outputs[0].step == lca::no_step);
    CHECK(file.model->results.outputs[0].reason == "embodied is not assessed");
}

TEST_CASE("outputs: cycles and unknown names are located faults") {
    CHECK(
        run("outputs:\n  a: =outputs.b\n  b: =outputs.a\n").messages.find("refers to itself: a -> b -> a") !=
        std::string::npos);
    CHECK(run(service + "outputs: {even: =totl * 2}\n").messages.find("did you mean `total`?") !=
          std::string::npos);
    CHECK(run(service + "outputs: {even: =total + total.energy}\n").messages.find("test.yaml:9:") !=
          std::string::npos);
}

TEST_CASE("parameters: a cycle is named, an unused one is a note, a wrong dimension is an error") {
    CHECK(run("parameters: {a: =b, b: =c, c: =a}\noutputs: {x: =a}\n")
              .messages.find("`a` refers to itself: a -> b -> c -> a") != std::string::npos);
    const auto unused = run("parameters: {a: 1, b: 2}\noutputs: {x: =a}\n");
    CHECK(unused.model);
    CHECK(unused.messages.find("parameter `b` is not used") != std::string::npos);
    const auto wrong =
        run("parameters: {a: 3 kW}\nsites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}\nactivities: {job: "
            "{stage: training, site: here, dynamic: {energy: =a}}}\n");
    CHECK(wrong.messages.find("power") != std::string::npos);
    CHECK(wrong.messages.find("energy") != std::string::npos);
    CHECK_FALSE(wrong.model);
}

TEST_CASE("expectations: whatever a reading answers may be asked for, `per_request` too") {
    // 2 kWh for 50 requests.
    const auto file = run(service + R"(
expect:
  - {of: serve.per_request, value: 40 Wh/request, where: t}
  - {of: serve.per_request, value: 40 gCO2e/request, where: t}
  - {of: serve.energy.per_request, value: 40 Wh/request, where: t}
  - {of: serve.requests, value: 50 request, where: t}
)");
    CHECK(file.messages == "");
}

TEST_CASE("expectations: one of a what-if must be there in that variant, not in the file") {
    const std::string both = service + R"(
what_if: {alone: {remove: [activities.teach]}}
expect:
  - {of: teach, value: 100 kgCO2e, what_if: alone, where: t}
)";
    CHECK(run(both).messages == "");
    CHECK(run(both, "alone").messages.find("there is no result `teach`") != std::string::npos);
}

TEST_CASE("what a file says of an expression is kept: a fitted one is not silent") {
    const auto file = run(R"(
parameters:
  factor: {value: "=[50 kgCO2e] / [100 kWh]", status: fitted, note: made to give 50 kg}
  floor: {value: "=[2 kW]", status: assumed}
sites: {here: {grid: {intensity: =factor}}}
activities:
  run: {stage: training, site: here, dynamic: {energy: 100 kWh}}
  rest: {stage: other, site: here, dynamic: {energy: "=floor * [1 h]"}}
expect:
  - {of: run.dynamic, value: 50 kgCO2e, where: t}
  - {of: run.energy, value: 100 kWh, where: t}
)");
    REQUIRE(file.result);
    const lca::Inputs& stated = file.model->calculation.stated();
    REQUIRE(stated.size() == 1);
    CHECK(stated[0].path == "parameters.factor");
    CHECK(stated[0].status == "fitted");
    CHECK(file.result->values()[file.model->calculation.stated_steps()[0]] == doctest::Approx(0.5 / 3.6e6));
    const auto floor = file.model->calculation.input("parameters.floor");
    REQUIRE(floor);
    CHECK(floor->status == "assumed");
    CHECK(floor->value == 2000);
    // The tonnes rest on what was fitted, the electricity does not.
    const std::vector<lca::Check> found = checks(file.model->scenario.expectations, "", *file.result);
    REQUIRE(found.size() == 2);
    REQUIRE(found[0].fitted.size() == 1);
    CHECK(found[0].fitted[0] ==
          std::pair<std::string, std::string>("parameters.factor", "made to give 50 kg"));
    CHECK(found[1].fitted.empty());
    // An explanation stops at it, so that it is seen.
    const lca::Explanation explanation = lca::explain(*file.result, *file.result->step("run.dynamic"));
    CHECK(std::any_of(explanation.terms.begin(), explanation.terms.end(), [](const lca::ExplainedTerm& term) {
        return term.stated && term.stated->status == "fitted" && term.label == "parameters.factor";
    }));
}

TEST_CASE("a functional unit may be so many of what is counted") {
    // 102 kWh at 1 kgCO2e/kWh for 4 units are 25.5 kg for one; a thousand of them is written 1 krequest.
    const auto per_unit = [](std::string_view amount) {
        const auto file = run(service + "functional_unit: {amount: " + std::string(amount) +
                              ", name: batch}\n" + "parameters: {n: 4 request, wrong: 4 kWh}\n");
        if (!file.result) return std::string(file.messages);
        return fmt::format("{}", *file.result->per("total", "functional_unit")->value);
    };
    for (const char* amount :
         {"4", "4 request", "4 query", "0.004 krequest", "4 token", "4 image", "4 user", "=n"}) {
        CAPTURE(amount);
        CHECK(per_unit(amount) == "25.5");
    }
    for (const char* amount : {"4 kWh", "4 GPU*h", "=wrong", "0 request", "4 kquery"}) {
        CAPTURE(amount);
        CHECK(per_unit(amount).find("functional_unit.amount") != std::string::npos);
    }
}

TEST_CASE(
    "in expressions `<activity>.per_request` is electricity, every other result per use climate change") {
    const auto file = run(service + R"(
outputs: {own: =serve.per_request, made: =serve.dynamic.per_request, all: =total.per_request}
)");
    REQUIRE_MESSAGE(file.result, file.messages);
    // 2 kWh for 50 requests are 40 Wh each, 144,000 J; of serving's 2 kg 1 kg is dynamic: 0.02 each. The
    // total is 100 + 2 kg, by 50: 2.04.
    CHECK(file.output("own") == doctest::Approx(144000));
    CHECK(file.output("made") == doctest::Approx(0.02));
    CHECK(file.output("all") == doctest::Approx(2.04));
    CHECK(*file.result->step("serve.per_token") == lca::no_step);  // no tokens are stated: not assessed
    CHECK(*file.result->step("teach.per_request") == lca::no_step);
    const auto none = run(R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
activities: {serve: {stage: inference, site: here, requests: 0 request, dynamic: {energy: 1 kWh}}}
outputs: {all: =total.per_request}
)");
    CHECK(*none.result->step("serve.per_request") == lca::no_step);
    CHECK(none.result->results().outputs[0].reason ==
          "total.per_request, which is not assessed: the number of requests is zero, or too small to divide "
          "by");
}
