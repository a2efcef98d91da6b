#include "analyses/explanation/explanation.hpp"

#include <stdexcept>

#include "analyses/shared/evaluation.hpp"
#include "lca/page/scale.hpp"
#include "models/results/per_use.hpp"

namespace lca {

std::optional<ExplainedResult> explain(Session& session, const ScenarioSource& source,
                                       const ExplanationOptions& options) {
    std::shared_ptr<Model> model = compile(session, source);
    if (!model) return std::nullopt;
    record_per_use(*model, {&options.result, 1});
    Evaluation evaluation = described(session, source, std::move(model));
    resolve_result(*evaluation.result, "RESULT", options.result);
    return explain(std::move(evaluation), options.result);
}

ExplainedResult explain(Evaluation evaluation, const std::string& name) {
    const PointResult& point = *evaluation.result;
    const std::optional<StepId> step = point.step(name);
    if (!step) throw std::out_of_range("no result is called `" + name + "`");
    ExplainedResult result;
    result.name = name;
    result.dimension = point.value(name).dimension;
    if (*step != no_step) result.explanation = explain(point, *step);
    const Results& results = point.results();
    const std::optional<NamedFigure> figure = find_name(results, name);
    if (figure && figure->result)
        result.gaps = missing_from(results, *figure->result->row, figure->result->measure);
    result.reason = point.missing_reason(name);
    result.evaluation = std::move(evaluation);
    return result;
}

Records records_of(const ExplainedResult& result) {
    Records records;
    records.columns = {"term",   "operation", "label", "value",  "unit",    "path",
                       "origin", "file",      "line",  "source", "operands"};
    if (!result.explanation) return records;
    const std::vector<ExplainedTerm>& terms = result.explanation->terms;
    for (std::size_t i = terms.size(); i-- > 0;) {
        const ExplainedTerm& term = terms[i];
        const InUnit shown = in_customary_unit(term.value, term.dimension.value_or(Dimension{}));
        std::string operands;
        for (const ExplainedTerm::Operand& operand : term.operands) {
            const bool sum = term.kind == TermKind::sum;
            operands += operands.empty() ? "" : " ";
            if (operand.inverse) operands += sum ? "-" : "/";
            operands += std::to_string(operand.term);
        }
        const std::optional<Input>& input = term.input;
        const bool placed = input && input->place.known();
        records.rows.push_back(
            {static_cast<double>(i), std::string(operation_name(term)), Records::text(term.label),
             input ? input->written : *shown.value, Records::text(input ? input->unit : shown.unit),
             Records::text(input ? input->path : std::string_view()),
             Records::text(input ? to_string(input->origin) : ""),
             Records::text(placed ? (*result.evaluation.sources)[input->place.file].name : ""),
             Records::number(placed ? std::optional<double>(input->place.line) : std::nullopt),
             Records::text(input ? input->source : std::string_view()), Records::text(operands)});
    }
    return records;
}

Report report_of(const ExplainedResult& result, const ExplanationPageOptions& options) {
    return in_every_form(result, options);
}

}  // namespace lca
