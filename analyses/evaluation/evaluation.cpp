#include "analyses/evaluation/evaluation.hpp"

#include "analyses/equivalents/equivalents.hpp"
#include "analyses/evaluation/columns.hpp"
#include "analyses/shared/json.hpp"
#include "models/results/per_use.hpp"

namespace lca {

namespace {

void write_records(const Evaluation& evaluation, RecordSink& sink) {
    const auto columns = evaluation_detail::evaluation_columns(evaluation);
    RecordTable table(columns, sink);
    const Results& results = evaluation.result->results();
    for (const Result& result : results.rows) table.row({&result});
    for (const Output& output : results.outputs) table.row({nullptr, &output});
    for (const std::string& name : listed_per_use(results)) table.row({nullptr, nullptr, name});
    sink.flush();
}

}  // namespace

std::optional<Evaluation> evaluate(Session& session, const ScenarioSource& source,
                                   const EvaluationOptions& options) {
    std::shared_ptr<const Model> model = compile(session, source);
    if (!model) return std::nullopt;
    Evaluation evaluation = described(session, source, std::move(model), options.measure);
    evaluation.equivalents = options.equivalents;
    return evaluation;
}

Records records_of(const Evaluation& evaluation) {
    return collect([&evaluation](RecordSink& sink) { write_records(evaluation, sink); });
}

Report report_of(const Evaluation& evaluation, const PageOptions& options) {
    return {[&evaluation, options] { return page_of(evaluation, options); },
            [&evaluation](RecordSink& sink) { write_records(evaluation, sink); },
            [&evaluation](const TextSink& sink) {
                JsonWriter json(2, &sink);
                ResultWriter writer;
                if (evaluation.equivalents)
                    writer.more = [&](JsonWriter& to) { write_equivalents(to, equivalents_of(evaluation)); };
                write_evaluation(json, evaluation, writer);
                sink(std::move(json).take());
            }};
}

}  // namespace lca
