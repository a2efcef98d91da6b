#include "analyses/evaluation/evaluation.hpp"

#include "analyses/shared/json.hpp"
#include "lca/page/scale.hpp"

namespace lca {

namespace {

/// Outputs are of any dimension: they have a value and a unit of their own, behind the results' columns.
void add_outputs(Records& records, const Evaluation& evaluation) {
    const std::span<const Output> outputs = evaluation.result->results().outputs;
    if (outputs.empty()) return;
    const std::size_t width = records.columns.size();
    for (auto& row : records.rows) row.resize(width + 2);
    records.columns.insert(records.columns.end(), {"value", "unit"});
    for (const Output& output : outputs) {
        const InUnit shown = in_customary_unit(evaluation.result->value(output.step), output.dimension);
        std::vector<Records::Cell> cells(width + 2);
        cells[0] = Records::text("outputs." + output.name);
        cells[width] = Records::number(evaluation.result->value(output.step), shown.factor);
        cells[width + 1] = Records::text(shown.unit);
        records.rows.push_back(std::move(cells));
    }
}

}  // namespace

std::optional<Evaluation> evaluate(Session& session, const ScenarioSource& source,
                                   const EvaluationOptions& options) {
    std::shared_ptr<const Model> model = compile(session, source);
    if (!model) return std::nullopt;
    return described(session, source, std::move(model), options.measure);
}

Records records_of(const Evaluation& evaluation) {
    const Results& results = evaluation.result->results();
    Records records;
    records.columns = {"name"};
    for (std::size_t i = 0; i < measure_count; ++i) {
        if (i != market_measure || results.has_market) records.columns.emplace_back(measure(i).json_key);
    }
    records.columns.emplace_back("gaps");
    for (const Result& row : results.rows) {
        std::vector<Records::Cell> cells;
        cells.push_back(Records::text(results.name(row)));
        for (std::size_t i = 0; i < measure_count; ++i) {
            if (i == market_measure && !results.has_market) continue;
            cells.push_back(Records::number(evaluation.result->value(row, i), measure(i).unit_in_base));
        }
        std::string missing;
        for (const Gap* gap : results.gaps_within(row, row.assessed())) {
            missing += (missing.empty() ? "" : " ") + results.name(*gap);
        }
        cells.push_back(Records::text(missing));
        records.rows.push_back(std::move(cells));
    }
    add_outputs(records, evaluation);
    return records;
}

Report report_of(const Evaluation& evaluation) {
    return {[&evaluation] { return page_of(evaluation); },
            all_rows([&evaluation] { return records_of(evaluation); }),
            [&evaluation](const TextSink& sink) {
                JsonWriter json(2, &sink);
                write_evaluation(json, evaluation);
                sink(std::move(json).take());
            }};
}

}  // namespace lca
