// The formulas as a flat list: each term once, after its operands, so that a program can recompute the result
// in one pass.
#include "analyses/shared/json.hpp"
#include "analyses/explanation/explanation.hpp"
#include "lca/page/scale.hpp"
#include "lca/units/quantity.hpp"

namespace lca {
namespace {

std::string_view role(const ExplainedTerm& term, bool inverse) {
    switch (term.kind) {
        case TermKind::sum:
            return inverse ? "minus" : "plus";
        case TermKind::product:
            return inverse ? "divisor" : "factor";
        default:
            return "argument";
    }
}

/// Writes an input under the key "input", with its value; or, under "stated", the origin of an expression in
/// the file, whose value is that of the term.
void write_term_input(JsonWriter& json, std::string_view key, const Input& input,
                      const Evaluation& evaluation) {
    json.key(key).begin_object().entry("path", input.path);
    if (key == "input")
        json.entry("value", input.written).entry("unit", input.unit).entry("unit_factor", input.unit_factor);
    write_origin(json, input, *evaluation.sources);
    write_access(json, input, evaluation.result->results());
    json.end_object();
}

void write_term(JsonWriter& json, const Explanation& explanation, std::size_t index,
                const Evaluation& evaluation) {
    const ExplainedTerm& term = explanation.terms[index];
    json.begin_object().key("id").whole(index);
    json.entry("operation", operation_name(term)).entry_if("label", term.label);
    json.entry_if("written", term.written);
    const InUnit shown = in_customary_unit(term.value, term.dimension.value_or(Dimension{}));
    json.entry("value", shown.value).entry("unit", shown.unit).entry("base_value", term.value);
    if (term.dimension) json.entry("dimension", name(*term.dimension));
    if (term.input) write_term_input(json, "input", *term.input, evaluation);
    if (term.stated) write_term_input(json, "stated", *term.stated, evaluation);
    if (!term.operands.empty()) {
        json.key("operands").begin_array();
        for (const ExplainedTerm::Operand& operand : term.operands) {
            json.begin_object().key("term").whole(operand.term);
            json.entry("as", role(term, operand.inverse)).end_object();
        }
        json.end_array();
    }
    json.end_object();
}

}  // namespace

std::string json_of(const ExplainedResult& result) {
    const Evaluation& evaluation = result.evaluation;
    JsonWriter json(2);
    json.begin_object().entry("schema_version", schema_version).entry("title", evaluation.title);
    json.entry_if("variant", evaluation.variant);
    write_provenance(json, evaluation.provenance);
    json.entry("result", result.name);
    const InUnit shown =
        in_customary_unit(result.explanation ? std::optional(result.explanation->root().value) : std::nullopt,
                          result.dimension);
    json.entry("value", shown.value).entry("unit", shown.unit).entry_if("why_not", result.reason);
    json.texts("gaps", result.gaps);
    if (result.explanation) json.key("root").whole(result.explanation->terms.size() - 1);
    json.key("terms").begin_array();
    for (std::size_t i = 0; result.explanation && i < result.explanation->terms.size(); ++i) {
        write_term(json, *result.explanation, i, evaluation);
    }
    json.end_array().end_object();
    return std::move(json).take();
}

}  // namespace lca
