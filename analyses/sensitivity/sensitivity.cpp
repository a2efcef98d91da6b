#include "analyses/sensitivity/sensitivity.hpp"

#include <algorithm>
#include <stdexcept>

#include "analyses/breakdown/breakdown.hpp"
#include "analyses/sensitivity/effects.hpp"
#include "analyses/shared/sampled_model.hpp"
#include "lca/numerics/sensitivity.hpp"
#include "lca/page/scale.hpp"

namespace lca {
namespace {

/// The total in a measure; without activities, every output.
std::vector<NamedResult> default_results(const Results& results, std::size_t index) {
    std::vector<NamedResult> names;
    if (results.activities.empty()) {
        for (const Output& output : results.outputs)
            names.push_back({"outputs." + output.name, output.step, output.dimension});
        return names;
    }
    std::string name = "total";
    if (!measure(index).suffix.empty()) name += "." + std::string(measure(index).suffix);
    const Result* total = results.find("total");
    names.push_back({name, total ? total->steps.at(index) : no_step, measure(index).dimension});
    return names;
}

/// The results to analyse: items of the total if `by` is set, else those named, else the default. Items are
/// recorded in the model.
std::vector<NamedResult> requested_results(Model& model, const SensitivityOptions& options) {
    std::vector<NamedResult> requested;
    if (options.by) {
        requested =
            items_as_results(model, *options.by, break_down_total(model, *options.by), options.measure);
        // Drops the item for later years: with durations at point values it is empty.
        std::erase_if(requested, [](const NamedResult& one) { return one.title == later; });
    }
    if (requested.empty()) requested = resolve_results(model, "--of", options.results);
    return requested.empty() ? default_results(model.results, options.measure) : requested;
}

/// Analyses one result; without shares of variance if inputs are correlated.
ResultSensitivity analysed(const NamedResult& requested, const PointResult& point, const SobolOptions& shares,
                           std::span<const Correlation> correlations, Diagnostics& diagnostics) {
    ResultSensitivity result{requested};
    if (requested.step == no_step) return result;
    const Calculation& calculation = point.calculation();
    result.slopes = slopes(calculation, point.values(), requested.step);
    PlanOptions planned;
    planned.correlations = correlations;
    const SamplePlan plan(calculation, {&requested.step, 1}, planned, diagnostics);
    if (diagnostics.has_errors()) return result;
    result.swings = swings(plan, requested.step, diagnostics);
    if (!diagnostics.has_errors() && correlations.empty())
        result.shares = variance_shares(calculation, requested.step, shares, diagnostics);
    return result;
}

Records::Cell cell(bool known, double value) {
    return known ? Records::Cell(value) : Records::Cell();
}

}  // namespace

const ResultSensitivity& Sensitivity::of(std::string_view name) const {
    const auto found = std::find_if(results.begin(), results.end(), [name](const ResultSensitivity& one) {
        return one.requested.name == name;
    });
    if (found == results.end()) throw std::out_of_range("`" + std::string(name) + "` was not requested");
    return *found;
}

std::optional<Sensitivity> analyse_sensitivity(Session& session, const ScenarioSource& source,
                                               const SensitivityOptions& options) {
    const SamplingOptions& sampling = options.sampling;
    const SampledModel read = compile_for_sampling(session, source, sampling.sampling);
    if (!read.model) return std::nullopt;
    const std::vector<Correlation>& correlations = read.model->scenario.correlations;
    Sensitivity result;
    result.sampling = sampling;
    if (!correlations.empty()) {
        result.no_shares_reason =
            "not given, because the file states correlations. They divide the variance among independent "
            "inputs; for correlated inputs the share of one alone is not defined.";
    }
    const std::vector<NamedResult> requested = requested_results(*read.model, options);
    const PointResult point(*read.model);
    const SobolOptions shares{sampling.samples, sampling.seed, sampling.sampling, read.ranks.get()};
    for (const NamedResult& one : requested) {
        result.results.push_back(analysed(one, point, shares, correlations, session.diagnostics()));
        if (session.diagnostics().has_errors()) return std::nullopt;
    }
    result.evaluation = described(session, source, read.model, options.measure);
    return result;
}

Records records_of(const Sensitivity& sensitivity) {
    Records records;
    records.columns = {"result",      "unit",
                       "point",       "input",
                       "input_value", "input_unit",
                       "derivative",  "elasticity",
                       "p5_input",    "p95_input",
                       "p5_result",   "p95_result",
                       "first_order", "first_order_ci90",
                       "total_order", "total_order_ci90"};
    const Calculation& calculation = sensitivity.evaluation.result->calculation();
    for (const ResultSensitivity& result : sensitivity.results) {
        if (result.requested.step == no_step) continue;
        const InUnit one = in_customary_unit(std::nullopt, result.requested.dimension);
        const double point = *sensitivity.evaluation.result->value(result.requested.step);
        for (const sensitivity::InputEffects& effects : sensitivity::effects_by_input(result)) {
            const Input input = calculation.inputs()[effects.input];
            const auto [index, slope, swing, share] = effects;
            records.rows.push_back(
                {result.requested.name, one.unit, point / one.factor, std::string(input.path), input.written,
                 std::string(input.unit), slope ? slope->derivative * input.unit_factor / one.factor : 0.0,
                 slope ? slope->elasticity : 0.0,
                 cell(swing, swing ? swing->low_input / input.unit_factor : 0),
                 cell(swing, swing ? swing->high_input / input.unit_factor : 0),
                 cell(swing, swing ? swing->low / one.factor : 0),
                 cell(swing, swing ? swing->high / one.factor : 0), cell(share, share ? share->first : 0),
                 cell(share, share ? share->first_error * VarianceShare::ci90 : 0),
                 cell(share, share ? share->total : 0),
                 cell(share, share ? share->total_error * VarianceShare::ci90 : 0)});
        }
    }
    return records;
}

Report report_of(const Sensitivity& sensitivity, const PageOptions& options) {
    return in_every_form(sensitivity, options);
}

}  // namespace lca
