// Limits, verdicts and the inputs that changed results, as one JSON object; values in the unit of the limit.
#include "analyses/shared/json.hpp"
#include "analyses/budget/budget.hpp"

namespace lca {
namespace {

void write_change(JsonWriter& json, const BudgetLimit& limit) {
    const LimitChange& change = *limit.change;
    json.key("change").begin_object();
    if (change.difference) {
        json.entry("before", change.before / limit.unit_factor);
        json.entry("difference", *change.difference / limit.unit_factor).key("inputs").begin_array();
        for (const ChangedInput& input : change.inputs) {
            json.begin_object().entry("path", input.path).entry("from", input.from).entry("to", input.to);
            json.entry("share", input.share / limit.unit_factor).end_object();
        }
        json.end_array().entry("rest", change.rest / limit.unit_factor);
    }
    json.entry_if("why_not", change.reason).end_object();
}

}  // namespace

std::string json_of(const BudgetCheck& check) {
    JsonWriter json(3);
    json.begin_object().entry("schema_version", schema_version).entry("title", check.title);
    write_provenance(json, check.provenance);
    json.entry("budget", check.file).entry("scenario", check.scenario).entry_if("against", check.against);
    json.key("failed").whole(check.failed()).key("limits").begin_array();
    for (const BudgetLimit& one : check.limits) {
        json.begin_object().entry("of", one.of).entry_if("what_if", one.what_if);
        if (one.percentile) json.entry("percentile", *one.percentile);
        json.entry("at_most", one.limit / one.unit_factor);
        json.entry("value", one.value ? std::optional(*one.value / one.unit_factor) : std::nullopt);
        json.entry("unit", one.unit).entry("verdict", to_string(one.verdict)).entry_if("reason", one.reason);
        if (one.change) write_change(json, one);
        json.end_object();
    }
    json.end_array().key("files").begin_array();
    for (const Sources* sources : check.sources) {
        for (const Source& source : *sources) {
            if (source.sha256.empty()) continue;
            json.begin_object().entry("name", source.name).entry("sha256", source.sha256).end_object();
        }
    }
    json.end_array().end_object();
    return std::move(json).take();
}

}  // namespace lca
