// Equivalents as an object, each with its source.
#include "analyses/equivalents/equivalents.hpp"
#include "lca/page/json_writer.hpp"

namespace lca {

void write_equivalents(JsonWriter& json, const Equivalents& equivalents) {
    json.key("equivalents").begin_object().key("items").begin_array();
    for (const Equivalent& one : equivalents.items) {
        json.begin_object().entry("id", one.id).entry("value", one.value).entry("unit", one.unit);
        if (one.low && one.high) json.entry("low", *one.low).entry("high", *one.high);
        json.entry("one", one.one).key("source").begin_object();
        json.entry("title", one.source->title).entry("publisher", one.source->publisher);
        json.entry("year", static_cast<double>(one.source->year)).entry("url", one.source->url);
        json.entry("licence", one.source->licence).entry("access", one.source->access);
        json.end_object().end_object();
    }
    json.end_array().entry_if("why_none", equivalents.reason).end_object();
}

}  // namespace lca
