#include "analyses/uncertainty/uncertainty.hpp"

#include <stdexcept>

#include "analyses/breakdown/breakdown.hpp"
#include "analyses/shared/sampled_model.hpp"
#include "analyses/uncertainty/certain_share.hpp"
#include "analyses/uncertainty/histogram.hpp"
#include "lca/numerics/sample.hpp"
#include "lca/page/scale.hpp"
#include "models/results/per_use.hpp"

namespace lca {
namespace {

void add_row(Records& records, const Uncertainty& uncertainty, const std::string& name, StepId step,
             double unit, const std::string& unit_name) {
    std::vector<Records::Cell> cells = {name, unit_name};
    if (step == no_step || uncertainty.sampled->lacking(step) > 0) {
        cells.resize(records.columns.size());
        records.rows.push_back(std::move(cells));
        return;
    }
    std::string gaps;
    for (const std::string& gap : gaps_behind(uncertainty.evaluation.result->results(), name))
        gaps += (gaps.empty() ? "" : " ") + gap;
    const Summary summary = uncertainty.sampled->of(step);
    cells.emplace_back(*uncertainty.evaluation.result->value(step) / unit);
    cells.emplace_back(summary.mean / unit);
    cells.emplace_back(summary.sd / unit);
    for (double value : summary.percentiles) cells.emplace_back(value / unit);
    cells.emplace_back(summary.standard_error / unit);
    cells.emplace_back(summary.minimum / unit);
    cells.emplace_back(summary.maximum / unit);
    cells.emplace_back(std::string(summary.suffices() ? "yes" : "no"));
    cells.push_back(Records::text(gaps));
    records.rows.push_back(std::move(cells));
}

void add_all(Records& records, const Uncertainty& uncertainty) {
    const Results& results = uncertainty.evaluation.result->results();
    for (const Result& row : results.rows) {
        for (std::size_t i = 0; i < measure_count; ++i) {
            if (row.steps.at(i) == no_step) continue;
            const Measure& one = measure(i);
            const std::string name = results.name(row);
            add_row(records, uncertainty, one.suffix.empty() ? name : name + "." + std::string(one.suffix),
                    row.steps.at(i), one.unit_in_base, std::string(one.unit));
        }
    }
    for (const Output& output : results.outputs) {
        const InUnit one = in_customary_unit(std::nullopt, output.dimension);
        add_row(records, uncertainty, "outputs." + output.name, output.step, one.factor, one.unit);
    }
    for (const std::string& name : listed_per_use(results)) {
        const InUnit one =
            in_customary_unit(std::nullopt, uncertainty.evaluation.result->value(name).dimension);
        add_row(records, uncertainty, name, *uncertainty.evaluation.result->step(name), one.factor, one.unit);
    }
}

/// The results to sample: items of the total if `by` is set, else those named; empty for all. Items are
/// recorded in the model.
std::vector<NamedResult> requested_results(Model& model, const UncertaintyOptions& options) {
    if (!options.by) return resolve_results(model, "--of", options.results);
    const std::vector<BreakdownItem> items = break_down_total(model, *options.by);
    return items_as_results(model, *options.by, items, options.measure);
}

std::vector<StepId> steps_of(const std::vector<NamedResult>& named) {
    std::vector<StepId> steps;
    for (const NamedResult& one : named) {
        if (one.step != no_step) steps.push_back(one.step);
    }
    return steps;
}

std::vector<MayLack> may_lack(const Results& results) {
    std::vector<MayLack> outputs;
    for (const Output& output : results.outputs) {
        if (output.may_lack) outputs.push_back({output.step, "outputs." + output.name});
    }
    for (const PerUse& one : results.per_use) {
        const Result* row = results.find(one.row);
        if (row) outputs.push_back({one.step, per_use_name(results, *row, one.measure, one.use)});
    }
    return outputs;
}

/// Allocates memory for all samples of each requested result, twice if it was requested twice. Returns where
/// to write.
std::vector<KeptStep> make_room(Uncertainty& uncertainty) {
    std::vector<KeptStep> kept;
    for (const NamedResult& requested : uncertainty.requested) {
        const InUnit one = in_customary_unit(std::nullopt, requested.dimension);
        KeptDraws& draws = uncertainty.draws.emplace_back(KeptDraws{requested.name, one.unit});
        if (requested.step == no_step) continue;
        draws.values.resize(uncertainty.sampling.samples);
        kept.push_back({requested.step, draws.values.data()});
    }
    return kept;
}

/// Converts samples to the units of JSON; drops those of results that are not finite in some
/// sample.
void finish_draws(Uncertainty& uncertainty) {
    for (std::size_t i = 0; i < uncertainty.draws.size(); ++i) {
        KeptDraws& draws = uncertainty.draws[i];
        const NamedResult& requested = uncertainty.requested[i];
        draws.assessed = requested.step != no_step && uncertainty.sampled->lacking(requested.step) == 0;
        if (!draws.assessed) draws.values = {};
        const double unit = in_customary_unit(std::nullopt, requested.dimension).factor;
        for (double& value : draws.values) value /= unit;
    }
}

/// Samples the steps; null after an error.
std::shared_ptr<const Sampled> draw(const Uncertainty& uncertainty, const Model& model, std::size_t measure,
                                    std::span<const StepId> steps, std::span<const KeptStep> kept,
                                    Diagnostics& diagnostics) {
    if (diagnostics.has_errors()) return nullptr;
    const std::vector<StepId> histograms = steps_of(uncertainty::shown_as_histograms(
        model.results, measure, uncertainty.requested, uncertainty.by.has_value()));
    const std::vector<MayLack> lacking = may_lack(model.results);
    const SampleOptions options{
        uncertainty.sampling.samples, uncertainty.sampling.threads, histograms, lacking, kept,
        uncertainty.sampling.stop};
    std::optional<Sampled> sampled = sample(*uncertainty.plan, steps, options, diagnostics);
    return sampled && !diagnostics.has_errors() ? std::make_shared<const Sampled>(std::move(*sampled))
                                                : nullptr;
}

}  // namespace

std::optional<SampledResult> Uncertainty::of(std::string_view name) const {
    const std::optional<StepId> step = evaluation.result->step(name);
    if (!step) throw std::out_of_range("no result is called `" + std::string(name) + "`");
    if (*step == no_step || sampled->lacking(*step) > 0) return std::nullopt;
    const Summary& all = sampled->of(*step);
    const auto& [p2_5, p5, p25, p50, p75, p95, p97_5] = all.percentiles;
    return SampledResult{all.mean, all.sd, all.standard_error, all.minimum,   p2_5, p5, p25, p50, p75,
                         p95,      p97_5,  all.maximum,        all.suffices()};
}

std::optional<Uncertainty> sample_uncertainty(Session& session, const ScenarioSource& source,
                                              const UncertaintyOptions& options) {
    const SampledModel read = compile_for_sampling(session, source, options.sampling.sampling);
    if (!read.model) return std::nullopt;
    Uncertainty result;
    result.by = options.by;
    result.sampling = options.sampling;
    result.requested = requested_results(*read.model, options);
    result.certain = uncertainty::certain_share(*read.model, options.measure);
    if (result.requested.empty()) record_per_use(*read.model, listed_per_use(read.model->results));
    const std::vector<StepId> steps =
        result.requested.empty() ? all_result_steps(read.model->results) : steps_of(result.requested);
    result.plan = std::make_shared<const SamplePlan>(
        read.model->calculation, steps, read.plan_options(options.sampling), session.diagnostics());
    const std::vector<KeptStep> kept = options.keep_draws ? make_room(result) : std::vector<KeptStep>();
    result.sampled = draw(result, *read.model, options.measure, steps, kept, session.diagnostics());
    if (!result.sampled) return std::nullopt;
    finish_draws(result);
    result.evaluation = described(session, source, read.model, options.measure);
    return result;
}

std::vector<StepId> all_result_steps(const Results& results) {
    std::vector<StepId> steps;
    for (const Result& row : results.rows) {
        for (StepId step : row.steps) {
            if (step != no_step) steps.push_back(step);
        }
    }
    for (const PerUse& one : results.per_use) steps.push_back(one.step);
    for (const Output& output : results.outputs) {
        if (output.step != no_step) steps.push_back(output.step);
    }
    return steps;
}

Records records_of(const Uncertainty& uncertainty) {
    Records records;
    records.columns = {"name", "unit", "point", "mean", "sd"};
    for (std::string_view key : percentile_keys) records.columns.emplace_back(key);
    for (std::string_view key : {"se_mean", "min", "max", "suffices", "gaps"})
        records.columns.emplace_back(key);
    if (uncertainty.requested.empty()) add_all(records, uncertainty);
    for (const NamedResult& requested : uncertainty.requested) {
        const InUnit one = in_customary_unit(std::nullopt, requested.dimension);
        add_row(records, uncertainty, requested.name, requested.step, one.factor, one.unit);
    }
    return records;
}

Report report_of(const Uncertainty& uncertainty, const PageOptions& options) {
    return in_every_form(uncertainty, options);
}

}  // namespace lca
