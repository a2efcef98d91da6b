#include "analyses/report/equivalents_json.hpp"

#include <algorithm>

namespace lca::report {

void write_equivalents_of_page(JsonWriter& json, const Equivalents& equivalents,
                               const std::vector<std::size_t>& measures) {
    json.key("equivalents").begin_array();
    for (const Equivalent& one : equivalents.items) {
        const auto shown = std::find(measures.begin(), measures.end(), one.measure);
        if (shown == measures.end()) continue;
        json.begin_object().entry("id", one.id).entry("unit", one.unit).entry("one", one.one);
        json.key("measure").whole(static_cast<std::size_t>(shown - measures.begin()));
        json.entry("each", one.each);
        if (one.lowest < one.highest) json.entry("least", one.lowest).entry("most", one.highest);
        if (one.low && one.high) json.entry("low", *one.low).entry("high", *one.high);
        json.entry("publisher", one.source->publisher).entry("year", static_cast<double>(one.source->year));
        json.entry("title", one.source->title).entry("url", one.source->url);
        json.entry("licence", one.source->licence).entry("access", one.source->access).end_object();
    }
    json.end_array();
}

}  // namespace lca::report
