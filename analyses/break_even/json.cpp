// The break-even values, each with its uncertainty, as one JSON object.
#include "analyses/shared/json.hpp"
#include "analyses/break_even/break_even.hpp"

namespace lca {
namespace {

void write_root(JsonWriter& json, const BreakEven& found, const FoundRoot& one) {
    const double unit = found.by.unit_factor;
    json.begin_object().entry("value", one.at / unit).key("jump").truth(one.jump);
    json.key("possible").truth(one.invalid_reason.empty()).entry_if("why_not", one.invalid_reason);
    if (one.spread) {
        const RootSpread& spread = *one.spread;
        json.key("uncertainty").begin_object();
        json.key("draws").whole(spread.draws).key("draws_without").whole(spread.without);
        json.key("seed").whole(found.seed);
        if (spread.without < spread.draws) {
            json.entry("p5", spread.p5 / unit)
                .entry("p50", spread.median / unit)
                .entry("p95", spread.p95 / unit);
        }
        json.end_object();
    }
    json.end_object();
}

}  // namespace

std::string json_of(const BreakEven& found) {
    JsonWriter json(3);
    json.begin_object().entry("schema_version", schema_version).entry("title", found.title);
    write_provenance(json, found.provenance);
    json.entry("of", found.first).entry("with", found.second).entry("by", found.by.path);
    json.entry("unit", found.by.unit).entry("now", found.by.value / found.by.unit_factor);
    json.entry("from", found.low / found.by.unit_factor).entry("to", found.high / found.by.unit_factor);
    if (found.first_partial) json.key("of_partial").truth(true);
    if (found.second_partial) json.key("with_partial").truth(true);
    json.key("roots").begin_array();
    for (const FoundRoot& one : found.roots) write_root(json, found, one);
    json.end_array();
    if (found.roots.empty()) json.entry("why_none", reason_without_roots(found));
    if (!found.note.empty()) json.texts("remarks", std::vector<std::string>{found.note});
    json.end_object();
    return std::move(json).take();
}

}  // namespace lca
