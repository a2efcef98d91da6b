// A breakdown as JSON: each group in every measure, and its share in the measure that the page shows.

#include "analyses/shared/json.hpp"
#include "analyses/breakdown/view.hpp"

namespace lca {
namespace {

using breakdown::BreakdownView;

/// Writes in which measures a row is partial, and what is missing from it; nothing if it is whole.
void write_partial(JsonWriter& json, const BreakdownView& view, const Result& row) {
    const std::vector<std::string> gaps = view.gaps(row);
    if (!gaps.empty()) json.texts("partial_measures", view.partial_measures(row)).texts("gaps", gaps);
}

void write_groups(JsonWriter& json, const BreakdownView& view) {
    json.key("groups").begin_array();
    for (const BreakdownView::Group& group : view.groups()) {
        json.begin_object().entry("name", group.name);
        for (const std::size_t m : view.measures())
            json.entry(measure(m).json_key, BreakdownView::in_unit(view.result().value(*group.row, m), m));
        json.entry("share", view.share(group)).key("partial").truth(view.partial(group));
        write_partial(json, view, *group.row);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

std::string json_of(const Breakdown& breakdown) {
    const BreakdownView view(breakdown);
    JsonWriter json(3);
    begin_answer(json, view.evaluation());
    json.entry("by", view.by_name()).key("total").begin_object();
    for (const std::size_t m : view.measures())
        json.entry(measure(m).json_key, BreakdownView::in_unit(view.total(m), m));
    if (view.total_row()) write_partial(json, view, *view.total_row());
    json.end_object();
    if (view.by() != BreakdownKey::impact) write_groups(json, view);
    json.end_object();
    return std::move(json).take();
}

}  // namespace lca
