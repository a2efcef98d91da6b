// What people and programs are shown of sampled results.
#include "analyses/uncertainty/uncertainty_report.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "analyses/sensitivity/sensitivity_report.hpp"
#include "lca/calc/recorder.hpp"
#include "lca/math/draws.hpp"

using lca::Distribution;
using lca::Shape;

namespace {

/// Outputs `energy` = a, uniform 2 to 4 kWh, and `fixed`, 5 kWh, sampled 100,000 times.
struct Fixture {
    lca::Assessment assessment;
    lca::Sources sources;
    std::optional<lca::PointResult> reading;
    lca::Evaluation evaluation;
    std::optional<lca::SamplePlan> plan;
    std::optional<lca::Sampled> sampled;
    lca::Uncertainty uncertainty;

    Fixture() {
        lca::Recorder recorder;
        lca::Results results;
        const lca::Dimension energy = lca::measure(lca::energy_measure).dimension;
        const double kwh = 3.6e6;
        const Distribution d{
            .shape = Shape::uniform, .a = 2 * kwh, .b = 4 * kwh, .written = "uniform 2 kWh to 4 kWh"};
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
        reading.emplace(assessment);
        evaluation.title = "Test";
        evaluation.result = {std::shared_ptr<const void>(), &*reading};
        evaluation.sources = &sources;
        lca::Diagnostics diagnostics;
        const std::vector<lca::StepId> steps = lca::all_result_steps(assessment.results);
        plan.emplace(assessment.calculation, steps, lca::PlanOptions{}, diagnostics);
        sampled = lca::sample(*plan, steps, {.samples = 100'000, .histograms = steps}, diagnostics);
        uncertainty.evaluation = &evaluation;
        uncertainty.sampled = &*sampled;
        uncertainty.plan = &*plan;
        uncertainty.samples = 100'000;
        uncertainty.seed = 1;
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
    const std::string page = text(lca::uncertainty_page(made.uncertainty));
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
    const auto json = nlohmann::json::parse(lca::uncertainty_json(made.uncertainty));
    const auto& value = json["outputs"]["energy"]["value"];
    for (const char* key : {"mean", "sd", "p2_5", "p5", "p25", "p50", "p75", "p95", "p97_5", "se_mean"})
        CHECK(value.contains(key));
    CHECK(json["outputs"]["energy"]["unit"] == "kWh");
    const lca::Summary& summary = made.sampled->of(made.assessment.results.outputs[0].step);
    CHECK(value["mean"].get<double>() == summary.mean / 3.6e6);
    CHECK(json["outputs"]["fixed"]["value"]["sd"] == 0);
    CHECK(json["outputs"]["missing"]["value"].is_null());
    CHECK(json["sampling"]["seed"] == 1);
    CHECK(json["sampling"]["percentile_relative_error"] == 0x1p-10);
}

TEST_CASE("records have a row for each result") {
    const Fixture made;
    const lca::Records records = lca::uncertainty_records(made.uncertainty);
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
    const lca::Table table = lca::histogram(sketch, {"kWh", 1, 0}, 8);
    REQUIRE(table.rows.size() == 8);  // 10, 10.5, … 13.5
    CHECK(table.rows[0].cells[0] == "10.0");
    CHECK(table.rows[7].cells[0] == "13.5");
    for (const lca::Table::Row& row : table.rows) {
        // An eighth each; the standard error of a share is 0.15 %.
        CHECK(row.cells[1].substr(0, 3) >= "11.");
        CHECK(row.cells[1].substr(0, 3) <= "13.");
    }
}

TEST_CASE("sensitivities on the page and in the records") {
    const Fixture made;
    lca::Sensitivity sensitivity;
    sensitivity.evaluation = &made.evaluation;
    sensitivity.samples = 1024;
    sensitivity.seed = 1;
    const lca::StepId step = made.assessment.results.outputs[0].step;
    lca::SensitiveResult result{
        {"outputs.energy", step, made.assessment.results.outputs[0].dimension}, {}, {}, {}};
    result.slopes = lca::slopes(made.assessment.calculation, made.reading->values(), step);
    lca::Diagnostics diagnostics;
    result.swings = lca::swings(*made.plan, step, diagnostics);
    result.shares = lca::variance_shares(made.assessment.calculation, step, {.samples = 1024}, diagnostics);
    sensitivity.results.push_back(result);
    const std::string page = text(lca::sensitivity_page(sensitivity));
    CHECK(holds(page, "parameters.a           100.0 %"));
    CHECK(holds(page, "2.1 to 3.9 kWh"));
    CHECK(holds(page, "parameters.a  3 kWh            1 %     30 Wh"));
    const lca::Records records = lca::sensitivity_records(sensitivity);
    REQUIRE(records.rows.size() == 1);
    CHECK(records.rows[0].size() == records.columns.size());
    CHECK(std::get<double>(records.rows[0][6]) == doctest::Approx(1));    // kWh per kWh
    CHECK(std::get<double>(records.rows[0][8]) == doctest::Approx(2.1));  // P5
    const auto json = nlohmann::json::parse(lca::sensitivity_json(sensitivity));
    CHECK(json["results"]["outputs.energy"]["inputs"][0]["elasticity"] == doctest::Approx(1));
    sensitivity.refused = "not given, because.";
    CHECK(holds(text(lca::sensitivity_page(sensitivity)), "Shares of variance: not given, because."));
}
