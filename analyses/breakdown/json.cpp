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

/// Writes, for an owner's capital goods, the impact of all hardware in the year of its purchase.
void write_year_of_purchase(JsonWriter& json, const BreakdownView& view) {
    const results::YearOfPurchase year = results::year_of_purchase(view.result());
    constexpr std::size_t climate = index_of::climate;
    json.key("year_of_purchase").begin_object();
    json.entry(measure(climate).json_key, BreakdownView::in_unit(year.value, climate));
    if (!year.missing.empty()) json.texts("not_assessed", year.missing);
    json.end_object();
}

void write_groups(JsonWriter& json, const BreakdownView& view) {
    json.key("groups").begin_array();
    for (const BreakdownView::Group& group : view.groups()) {
        json.begin_object().entry("name", group.name);
        for (const std::size_t m : view.measures())
            json.entry(measure(m).json_key, BreakdownView::in_unit(view.result().value(*group.row, m), m));
        json.entry("share", view.share(group)).key("partial").truth(view.partial(group));
        write_partial(json, view, *group.row);
        if (view.in_year_of_purchase(group.name)) write_year_of_purchase(json, view);
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
    const std::optional<double> beside =
        view.by() == BreakdownKey::scope ? results::upstream_beside_total(view.result()) : std::nullopt;
    if (beside) {
        json.key("beside_total").begin_array().begin_object().entry("name", results::upstream_of_energy);
        json.entry(measure(index_of::climate).json_key, BreakdownView::in_unit(beside, index_of::climate));
        json.end_object().end_array();
    }
    json.end_object();
    return std::move(json).take();
}

}  // namespace lca
