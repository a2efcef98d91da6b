// What people and programs are shown of sampled results.
#include "analyses/uncertainty/uncertainty.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "analyses/uncertainty/histogram.hpp"
#include "lca/calc/recorder.hpp"
#include "lca/math/draws.hpp"
#include "lca/numerics/sample.hpp"
#include "models/catalog/embedded.hpp"

using lca::Distribution;
using lca::Uniform;

namespace {

/// Outputs `energy` = a, uniform 2 to 4 kWh, and `fixed`, 5 kWh, sampled 100,000 times.
struct Fixture {
    lca::Assessment assessment;
    lca::Sources sources;
    lca::Uncertainty uncertainty;

    Fixture() {
        lca::Recorder recorder;
        lca::Results results;
        const lca::Dimension energy = lca::measure(lca::energy_measure).dimension;
        const double kwh = 3.6e6;
        const Distribution d{.shape = Uniform{2 * kwh, 4 * kwh}, .written = "uniform 2 kWh to 4 kWh"};
        const lca::Step a = recorder.input({.path = "parameters.a",
                                            .value = 3 * kwh,
                                            .dimension = energy,
                                            .written = 3,
                                            .unit = "kWh",
                                            .unit_factor = kwh,
                                            .uncertainty = std::make_shared<const Distribution>(d)});
        results.outputs.push_back({"energy", a.id(), energy, {}});
        results.outputs.push_back({"fixed", recorder.constant(5 * kwh).id(), energy, {}});
        results.outputs.push_back({"missing", lca::no_step, energy, "job"});
        assessment = lca::assessment(std::move(recorder), std::move(results));
        uncertainty.evaluation.title = "Test";
        uncertainty.evaluation.result = std::make_shared<const lca::PointResult>(assessment);
        uncertainty.evaluation.sources = &sources;
        lca::Diagnostics diagnostics;
        const std::vector<lca::StepId> steps = lca::all_result_steps(assessment.results);
        uncertainty.plan = std::make_shared<const lca::SamplePlan>(assessment.calculation, steps,
                                                                   lca::PlanOptions{}, diagnostics);
        uncertainty.sampled = std::make_shared<const lca::Sampled>(
            *lca::sample(*uncertainty.plan, steps, {.samples = 100'000, .histograms = steps}, diagnostics));
    }
};

std::string text(const lca::Page& page) {
    return lca::write_text(page, {});
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the page rounds to what the spread supports") {
    const Fixture made;
    const std::string page = text(lca::page_of(made.uncertainty, {.details = true}));
    // Half of the 90 % interval is 0.9 kWh: two digits of it, so one hundredth.
    CHECK_MESSAGE(holds(page, "2.10 to 3.90"), page);
    CHECK(holds(page, "100,000 samples of 1 uncertain figure; seed 1."));
    CHECK(holds(page, "does not vary"));
    CHECK(holds(page, "not assessed"));
    CHECK(holds(page, "parameters.a = 3 kWh, uniform 2 kWh to 4 kWh"));
    CHECK(holds(page, "How outputs.energy is distributed, in kWh"));
    CHECK_FALSE(holds(page, "How outputs.fixed"));
}

TEST_CASE("machine output has the members of the contract, unrounded") {
    const Fixture made;
    const auto json = nlohmann::json::parse(lca::json_of(made.uncertainty));
    const auto& value = json["outputs"]["energy"]["value"];
    for (const char* key : {"mean", "sd", "p2_5", "p5", "p25", "p50", "p75", "p95", "p97_5", "se_mean"})
        CHECK(value.contains(key));
    CHECK(json["outputs"]["energy"]["unit"] == "kWh");
    const lca::Summary& summary = made.uncertainty.sampled->of(made.assessment.results.outputs[0].step);
    CHECK(value["mean"].get<double>() == summary.mean / 3.6e6);
    CHECK(json["outputs"]["fixed"]["value"]["sd"] == 0);
    CHECK(json["outputs"]["missing"]["value"].is_null());
    CHECK(json["sampling"]["seed"] == 1);
    CHECK(json["sampling"]["percentile_relative_error"] == 0x1p-10);
}

TEST_CASE("records have a row for each result") {
    const Fixture made;
    const lca::Records records = lca::records_of(made.uncertainty);
    REQUIRE(records.rows.size() == 3);
    for (const auto& row : records.rows) CHECK(row.size() == records.columns.size());
    CHECK(std::get<std::string>(records.rows[0][0]) == "outputs.energy");
    CHECK(std::get<double>(records.rows[0][2]) == 3);
    CHECK(std::holds_alternative<std::monostate>(records.rows[2][3]));
}

TEST_CASE("a histogram's bars hold everything") {
    lca::Sketch sketch;
    std::vector<double> values(50'000);
    lca::plain_draws(1, 0, values);
    for (double& x : values) x = 10 + 4 * x;
    sketch.add(values, 10, 14);
    const lca::Table table = lca::uncertainty::histogram(sketch, {"kWh", 1, 0}, 8);
    REQUIRE(table.rows.size() == 8);  // 10, 10.5, … 13.5
    CHECK(table.rows[0].cells[0] == "10.0");
    CHECK(table.rows[7].cells[0] == "13.5");
    for (const lca::Table::Row& row : table.rows) {
        // An eighth each; the standard error of a share is 0.15 %.
        CHECK(row.cells[1].substr(0, 3) >= "11.");
        CHECK(row.cells[1].substr(0, 3) <= "13.");
    }
}

TEST_CASE("a program samples a scenario and reads results by name") {
    const char* text = R"(lca: 1
title: One result
parameters:
  a: {value: 3 kWh, uncertainty: {distribution: uniform, low: 2 kWh, high: 4 kWh}}
outputs:
  energy: =a
)";
    lca::Session session(lca::embedded_catalogue());
    lca::UncertaintyOptions options;
    options.sampling.samples = 10'000;
    const auto sampled = lca::sample_uncertainty(session, {.path = "one.yaml", .text = text}, options);
    REQUIRE_MESSAGE(sampled, session.messages());
    const std::optional<lca::SampledResult> energy = sampled->of("outputs.energy");
    REQUIRE(energy);
    // Uniform from 2 to 4 kWh: the 5th percentile is 2.1; its standard error is 2 kWh sqrt(0.05 * 0.95 / n) =
    // 0.004.
    CHECK(energy->p5 / 3.6e6 == doctest::Approx(2.1).epsilon(0.01));
    CHECK(energy->p50 / 3.6e6 == doctest::Approx(3).epsilon(0.01));
    CHECK(energy->mean / 3.6e6 == doctest::Approx(3).epsilon(0.01));
    CHECK_THROWS_AS(sampled->of("outputs.other"), std::out_of_range);
    options.results = {"outputs.enrgy"};
    CHECK_THROWS_AS(lca::sample_uncertainty(session, {.path = "one.yaml", .text = text}, options),
                    lca::InputError);
}
