#include "analyses/uncertainty/uncertainty_report.hpp"

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
    const Summary summary = uncertainty.sampled->of(step);
    cells.emplace_back(*uncertainty.evaluation->result->value(step) / unit);
    cells.emplace_back(summary.mean / unit);
    cells.emplace_back(summary.sd / unit);
    for (double value : summary.percentiles) cells.emplace_back(value / unit);
    cells.emplace_back(summary.standard_error / unit);
    cells.emplace_back(summary.minimum / unit);
    cells.emplace_back(summary.maximum / unit);
    cells.emplace_back(std::string(summary.suffices() ? "yes" : "no"));
    records.rows.push_back(std::move(cells));
}

void add_all(Records& records, const Uncertainty& uncertainty) {
    const Results& results = uncertainty.evaluation->result->results();
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
}

}  // namespace

std::vector<StepId> all_result_steps(const Results& results) {
    std::vector<StepId> steps;
    for (const Result& row : results.rows) {
        for (StepId step : row.steps) {
            if (step != no_step) steps.push_back(step);
        }
    }
    for (const Output& output : results.outputs) {
        if (output.step != no_step) steps.push_back(output.step);
    }
    return steps;
}

Records uncertainty_records(const Uncertainty& uncertainty) {
    Records records;
    records.columns = {"name", "unit", "point", "mean", "sd"};
    for (std::string_view key : percentile_keys) records.columns.emplace_back(key);
    for (std::string_view key : {"se_mean", "min", "max", "suffices"}) records.columns.emplace_back(key);
    if (uncertainty.asked.empty()) add_all(records, uncertainty);
    for (const NamedResult& asked : uncertainty.asked) {
        const InUnit one = in_customary_unit(std::nullopt, asked.dimension);
        add_row(records, uncertainty, asked.name, asked.step, one.factor, one.unit);
    }
    return records;
}

Report uncertainty_report(const Uncertainty& uncertainty) {
    return {[&uncertainty] { return uncertainty_page(uncertainty); },
            [&uncertainty] { return uncertainty_records(uncertainty); },
            at_once([&uncertainty] { return uncertainty_json(uncertainty); })};
}

}  // namespace lca
