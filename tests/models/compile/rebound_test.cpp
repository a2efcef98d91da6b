#include <doctest/doctest.h>

#include <cmath>

#include "lca/calc/evaluate.hpp"
#include "models/compile/run_text.hpp"

using lca::test::run;

namespace {

// 1000 requests of 2 Wh at 1 kgCO2e/kWh are 2 kg, the hardware is 3 kg: 5 kg. `better` halves what one
// request draws, so requests grow by 0.5^-0.6 = 2^0.6. `dearer` needs hardware of 3.5 kg for that. `worse`
// saves nothing.
const std::string serving = R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
activities:
  serving: {stage: inference, site: here, requests: 1000 request, idle: none,
            embodied: {value: 3 kgCO2e}, dynamic: {per_request: 2 Wh/request}}
what_if:
  better: {set: {activities.serving.dynamic.per_request: 1 Wh/request}}
  dearer: {set: {activities.serving.dynamic.per_request: 1 Wh/request, activities.serving.embodied: {value: 3.5 kgCO2e}}}
  worse: {set: {activities.serving.dynamic.per_request: 4 Wh/request}}
)";
const std::string rebound = "rebound: {elasticity: 0.6, of: serving.per_request, demand: serving.requests}\n";
const double grown = std::pow(2.0, 0.6);

std::size_t inputs_at(const lca::test::Run& run, std::string_view path) {
    std::size_t count = 0;
    for (const lca::Input& one : run.model->calculation.inputs()) count += one.path == path ? 1 : 0;
    return count;
}

bool has_output(const lca::test::Run& run, std::string_view name) {
    return run.result->step(name).has_value();
}

}  // namespace

TEST_CASE("the file itself does not rebound") {
    const auto base = run(serving + rebound);
    REQUIRE_MESSAGE(base.result, base.messages);
    CHECK(base.kg("total") == doctest::Approx(5).epsilon(1e-14));
    CHECK_FALSE(has_output(base, "outputs.rebound.growth"));
}

TEST_CASE("use grows as each use gets cheaper") {
    const auto better = run(serving + rebound, "better");
    REQUIRE_MESSAGE(better.result, better.messages);
    CHECK(better.kg("total") == doctest::Approx(3 + grown).epsilon(1e-14));
    CHECK(better.result->value("serving.requests").value == doctest::Approx(1000 * grown).epsilon(1e-14));
    CHECK(better.output("rebound.cost_ratio") == doctest::Approx(0.5).epsilon(1e-14));
    CHECK(better.output("rebound.growth") == doctest::Approx(grown).epsilon(1e-14));
    CHECK(better.output("rebound.saving_without") == doctest::Approx(1).epsilon(1e-14));
    CHECK(better.output("rebound.saving") == doctest::Approx(2 - grown).epsilon(1e-13));
    CHECK(better.output("rebound.taken_back") == doctest::Approx(grown - 1).epsilon(1e-13));
    // Twice the requests of half the energy: the saving is gone where 2^e = 2.
    CHECK(better.output("rebound.jevons_point") == doctest::Approx(1).epsilon(1e-13));
}

TEST_CASE("what does not go with use moves the Jevons point") {
    const auto dearer = run(serving + rebound, "dearer");
    REQUIRE_MESSAGE(dearer.result, dearer.messages);
    CHECK(dearer.output("rebound.saving_without") == doctest::Approx(0.5).epsilon(1e-13));
    // 3.5 + 2^e = 5.
    CHECK(dearer.output("rebound.jevons_point") == doctest::Approx(std::log2(1.5)).epsilon(1e-13));
    CHECK(dearer.output("rebound.saving") == doctest::Approx(1.5 - grown).epsilon(1e-12));
}

TEST_CASE("at the Jevons point the saving is nothing") {
    const auto at = run(
        serving +
            "rebound: {elasticity: 0.58496250072115618, of: serving.per_request, demand: serving.requests}\n",
        "dearer");
    REQUIRE_MESSAGE(at.result, at.messages);
    CHECK(at.kg("total") == doctest::Approx(5).epsilon(1e-14));
    CHECK(at.output("rebound.taken_back") == doctest::Approx(1).epsilon(1e-13));
}

TEST_CASE("a what-if that saves nothing has no Jevons point, and use falls") {
    const auto worse = run(serving + rebound, "worse");
    REQUIRE_MESSAGE(worse.result, worse.messages);
    CHECK(worse.kg("total") == doctest::Approx(3 + 4 / grown).epsilon(1e-14));
    CHECK(worse.result->step("outputs.rebound.jevons_point") == lca::no_step);
    CHECK(worse.output("rebound.saving_without") == doctest::Approx(-2).epsilon(1e-14));
}

TEST_CASE("a total that is not a straight line in the demand has no Jevons point by formula") {
    const auto steps = run(R"(
parameters: {users: 1000 request}
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
activities:
  serving: {stage: inference, site: here, requests: =users, idle: none, dynamic: {per_request: 2 Wh/request},
            embodied: {value: "=ceil(users / [700 request]) * [0.1 kgCO2e]"}}
what_if: {better: {set: {activities.serving.dynamic.per_request: 1 Wh/request}}}
rebound: {elasticity: 0.6, of: serving.per_request, demand: users}
)",
                           "better");
    REQUIRE_MESSAGE(steps.result, steps.messages);
    // 1515.7 requests need three of the boxes that take 700.
    CHECK(steps.kg("total") == doctest::Approx(grown + 0.3).epsilon(1e-14));
    CHECK(steps.result->step("outputs.rebound.jevons_point") == lca::no_step);
}

TEST_CASE("what a file and its what-if have in common is one input, and slopes are exact") {
    const auto better = run(serving + rebound, "better");
    REQUIRE_MESSAGE(better.result, better.messages);
    CHECK(inputs_at(better, "sites.here.grid.intensity") == 1);
    CHECK(inputs_at(better, "activities.serving.requests") == 1);
    CHECK(inputs_at(better, "rebound.elasticity") == 1);
    CHECK(inputs_at(better, "activities.serving.dynamic.per_request") == 2);  // before and now
    const lca::Calculation& calculation = better.model->calculation;
    const auto slopes = lca::derivatives(calculation, better.result->values(), *better.result->step("total"));
    const auto elasticity = calculation.inputs().find("rebound.elasticity");
    REQUIRE(elasticity);
    CHECK(slopes.at(*elasticity) == doctest::Approx(grown * std::log(2.0)).epsilon(1e-12));  // of 2^e
}

TEST_CASE("a counterfactual gives the difference by phase") {
    const std::string anyway = serving + "counterfactual: worse\n";
    const auto base = run(anyway);
    REQUIRE_MESSAGE(base.result, base.messages);
    CHECK(base.kg("total") == doctest::Approx(5).epsilon(1e-14));
    CHECK(base.output("counterfactual.total") == doctest::Approx(7).epsilon(1e-14));
    CHECK(base.output("counterfactual.difference") == doctest::Approx(-2).epsilon(1e-14));
    CHECK(base.output("counterfactual.difference.dynamic") == doctest::Approx(-2).epsilon(1e-14));
    CHECK(base.output("counterfactual.difference.embodied") == 0);
    CHECK(base.output("counterfactual.difference.energy") == doctest::Approx(-2 * 3.6e6).epsilon(1e-14));
    const auto better = run(anyway, "better");
    REQUIRE_MESSAGE(better.result, better.messages);
    CHECK(better.output("counterfactual.difference") == doctest::Approx(-3).epsilon(1e-14));
    const auto itself = run(anyway, "worse");
    REQUIRE_MESSAGE(itself.result, itself.messages);
    CHECK_FALSE(has_output(itself, "outputs.counterfactual.total"));
}

TEST_CASE("a counterfactual rebounds like the what-if that it is") {
    const auto base = run(serving + rebound + "counterfactual: better\n");
    REQUIRE_MESSAGE(base.result, base.messages);
    CHECK(base.output("counterfactual.total") == doctest::Approx(3 + grown).epsilon(1e-14));
    CHECK(base.output("counterfactual.difference") == doctest::Approx(2 - grown).epsilon(1e-13));
}

TEST_CASE("a phase that only one of the two assesses leaves no difference") {
    const auto base =
        run(serving + "  open: {set: {activities.serving.embodied: not_assessed}}\ncounterfactual: open\n");
    REQUIRE_MESSAGE(base.result, base.messages);
    CHECK(base.output("counterfactual.total") == doctest::Approx(2).epsilon(1e-14));
    CHECK(base.result->step("outputs.counterfactual.difference") == lca::no_step);
    CHECK(base.result->step("outputs.counterfactual.difference.embodied") == lca::no_step);
    CHECK(base.output("counterfactual.difference.dynamic") == 0);
}

TEST_CASE("a counterfactual that leaves a part of a phase open has no difference to what counts it") {
    // 2 kWh of which 0.5 are the network's: the what-if knows only the rest.
    const std::string lines = R"(
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
hardware: {box: {kind: server, embodied: 5 kgCO2e}, card: {kind: other, embodied: 2 kgCO2e}}
systems: {m: {site: here, nodes: 1 node, lifetime: 1 yr, node: [{hardware: box}, {hardware: card}]}}
activities:
  serving: {stage: inference, system: m, duration: 1 yr, idle: none, dynamic: {energy: 2 kWh}}
what_if:
  bare: {set: {hardware.card: {kind: other}}}
  cheap: {set: {hardware.card.embodied: 1 kgCO2e}}
counterfactual: bare
)";
    const auto base = run(lines);
    REQUIRE_MESSAGE(base.result, base.messages);
    CHECK(base.kg("total") == doctest::Approx(9));  // 5 + 2 of hardware, 2 kWh
    CHECK(base.output("counterfactual.total") == doctest::Approx(7));
    CHECK(base.result->step("outputs.counterfactual.difference") == lca::no_step);
    CHECK(base.result->step("outputs.counterfactual.difference.embodied") == lca::no_step);
    CHECK(base.output("counterfactual.difference.dynamic") == 0);
    for (const lca::Output& output : base.model->results.outputs) {
        CAPTURE(output.name);
        if (output.name == "counterfactual.difference")
            CHECK(output.reason ==
                  "the same parts in both scenarios: only `bare` lacks serving.embodied.card");
        CHECK(output.partial == (output.name == "counterfactual.total"));
    }
    // The same gap in both: a difference of 1 kg, which counts only what is assessed.
    std::string both = lines;
    both.replace(both.find("{box:"), 5, "{open: {kind: server}, box:");
    both.replace(both.find("[{hardware: box}"), 16, "[{hardware: open}, {hardware: box}");
    both.replace(both.find("counterfactual: bare"), 20, "counterfactual: cheap");
    const auto same = run(both);
    REQUIRE_MESSAGE(same.result, same.messages);
    CHECK(same.output("counterfactual.difference") == doctest::Approx(1));
    for (const lca::Output& output : same.model->results.outputs)
        if (output.name == "counterfactual.difference") CHECK(output.partial);
}

TEST_CASE("a rebound takes no omission for a saving") {
    // What leaves idle open would save 0.5 kg and have no cost of it.
    const auto open =
        run(serving +
                "  open: {set: {activities.serving.idle: not_assessed, "
                "activities.serving.dynamic.per_request: 1 Wh/request}}\n"
                "rebound: {elasticity: 0.6, of: serving.dynamic.energy, demand: serving.requests}\n",
            "open");
    REQUIRE_MESSAGE(open.result, open.messages);
    CHECK(open.output("rebound.cost_ratio") == doctest::Approx(0.5));  // of dynamic energy: assessed in both
    CHECK(open.output("rebound.growth") == doctest::Approx(grown));
    for (const char* name : {"saving_without", "saving", "taken_back", "jevons_point"})
        CHECK(open.result->step("outputs.rebound." + std::string(name)) == lca::no_step);
    CHECK(open.model->results.outputs.back().reason ==
          "the same parts in both scenarios: only the what-if lacks serving.idle");
    // The cost of one request counts idle in one of the two only: there is nothing to grow by.
    const auto rejected =
        run(serving + "  open: {set: {activities.serving.idle: not_assessed}}\n" + rebound, "open");
    CHECK_FALSE(rejected.result);
    CHECK(rejected.messages.find("only the what-if lacks serving.idle.energy") != std::string::npos);
}

TEST_CASE("an unknown counterfactual hides no other fault") {
    const auto both =
        run(serving + "counterfactual: bettr\nexpect: [{of: serving.dynamc, value: 2 kgCO2e}]\n");
    CHECK(both.messages.find("unknown what-if `bettr`") != std::string::npos);
    CHECK(both.messages.find("there is no result `serving.dynamc`") != std::string::npos);
    const auto misspelt = run(serving + "expect: [{of: serving.dynamc, value: 2 kgCO2e}]\n", "bettr");
    CHECK(misspelt.messages.find("unknown what-if `bettr`") != std::string::npos);
    CHECK(misspelt.messages.find("there is no result `serving.dynamc`") != std::string::npos);
}
