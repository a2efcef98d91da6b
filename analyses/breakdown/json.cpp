// A breakdown as JSON: each group in every measure, and its share in the measure that the page shows.

#include "analyses/shared/json.hpp"
#include "analyses/breakdown/view.hpp"

namespace lca {
namespace {

using breakdown::BreakdownView;

void write_groups(JsonWriter& json, const BreakdownView& view) {
    json.key("groups").begin_array();
    for (const BreakdownView::Group& group : view.groups()) {
        json.begin_object().entry("name", group.name);
        for (const std::size_t m : view.measures())
            json.entry(measure(m).json_key, BreakdownView::in_unit(view.result().value(*group.row, m), m));
        json.entry("share", view.share(group)).key("partial").truth(view.partial(group)).end_object();
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
    json.end_object();
    if (view.by() != BreakdownKey::impact) write_groups(json, view);
    json.end_object();
    return std::move(json).take();
}

}  // namespace lca
