// Figures that a file asks for, over parameters, results and one another.
#include <doctest/doctest.h>

#include "models/run_text.hpp"

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
    CHECK(file.model->calculation.outputs()[0].step == lca::no_step);
    CHECK(file.model->calculation.outputs()[0].why_not == "embodied is not assessed");
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
