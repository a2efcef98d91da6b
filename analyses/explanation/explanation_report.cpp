#include "analyses/explanation/explanation_report.hpp"

#include <stdexcept>

#include "lca/page/scale.hpp"

namespace lca {
namespace {

std::vector<std::string> gaps_within(const Results& results, const Asked& asked) {
    std::vector<std::string> missing;
    for (const Gap* gap : results.gaps_of(*asked.row, asked.measure)) {
        missing.push_back(results.name(*gap, asked.measure) + ": " + results.texts.at(gap->reason));
    }
    return missing;
}

}  // namespace

ExplainedResult explain_result(const Evaluation& evaluation, const std::string& name) {
    const Reading& reading = *evaluation.reading;
    const std::optional<StepId> step = reading.step(name);
    if (!step) throw std::out_of_range("no result is called `" + name + "`");
    ExplainedResult result{&evaluation, name, reading.value(name).dimension};
    if (*step != no_step) result.explanation = explain(reading, *step);
    const Results& results = reading.calculation().results();
    if (const std::optional<Asked> asked = ask(results, name)) result.missing = gaps_within(results, *asked);
    return result;
}

Records explain_records(const ExplainedResult& result) {
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
             Records::text(placed ? (*result.evaluation->sources)[input->place.file].name : ""),
             Records::number(placed ? std::optional<double>(input->place.line) : std::nullopt),
             Records::text(input ? input->source : std::string_view()), Records::text(operands)});
    }
    return records;
}

Report explain_report(const ExplainedResult& result) {
    return {[&result] { return explain_page(result); }, [&result] { return explain_records(result); },
            at_once([&result] { return explain_json(result); })};
}

}  // namespace lca
