// A breakdown as a table for people.

#include <algorithm>

#include "analyses/breakdown/view.hpp"
#include "analyses/shared/notes.hpp"
#include "lca/base/text.hpp"
#include "lca/page/scale.hpp"

namespace lca {
namespace {

using breakdown::BreakdownView;

Scale scale(const BreakdownView& view, std::size_t m) {
    std::vector<double> values;
    for (const BreakdownView::Group& group : view.groups()) {
        if (const std::optional<double> value = view.result().value(*group.row, m)) values.push_back(*value);
    }
    if (const std::optional<double> whole = view.total(m)) values.push_back(*whole);
    return scale_for(measure(m).dimension, values);
}

/// Whether a figure on the page counts only what is assessed.
bool any_partial(const BreakdownView& view) {
    std::vector<std::size_t> shown = {view.evaluation().measure, energy_measure};
    if (view.by() == BreakdownKey::impact) shown = view.measures();
    if (view.with_market()) shown.push_back(market_measure);
    return std::any_of(shown.begin(), shown.end(), [&view](std::size_t m) { return view.total_partial(m); });
}

Table groups_table(const BreakdownView& view) {
    const Scale shown = scale(view, view.evaluation().measure), energy = scale(view, energy_measure);
    const auto columns = breakdown::breakdown_columns(view, shown, energy);
    Table table = empty_table(columns);
    for (const BreakdownView::Group& group : view.groups())
        table.rows.push_back({page_cells(columns, breakdown::row_of(view, group))});
    table.rows.push_back({page_cells(columns, breakdown::total_row_of(view))});
    table.rows.front().rule_above = true;
    table.rows.back().rule_above = true;
    table.rows.back().tone = Tone::strong;
    return table;
}

Table impacts_table(const BreakdownView& view) {
    Table table;
    table.columns = {{"by impact", false, true}, {"total", true}, {"unit"}};
    for (const std::size_t m : view.measures()) {
        const std::optional<double> value = view.total(m);
        Table::Row row;
        row.cells = {
            std::string(measure(m).name) + std::string(view.total_partial(m) ? breakdown::partial_mark : ""),
            "not assessed", ""};
        if (value) {
            const Scale one = scale_for(measure(m).dimension, std::span(&*value, 1));
            row.cells[1] = one.text(*value);
            row.cells[2] = one.unit;
        }
        row.rule_above = table.rows.empty();
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string in_unit(double value) {
    return with_unit(value, measure(index_of::climate).dimension);
}

/// ": all hardware of the systems in use is 30 tCO2e"; "" if no system says what was bought.
std::string bought(const BreakdownView& view) {
    const results::YearOfPurchase year = results::year_of_purchase(view.result());
    if (!year.value) return {};
    return ": all hardware of the systems in use is " + in_unit(*year.value) +
           (year.missing.empty() ? "" : ", counting only what is assessed");
}

/// What category 3 contains here, or why it has no row, and what of it the total does not contain.
std::string category_3_note(const BreakdownView& view) {
    const auto is_category_3 = [](const BreakdownView::Group& group) {
        return group.name == results::upstream_of_energy;
    };
    const bool shown = std::any_of(view.groups().begin(), view.groups().end(), is_category_3);
    std::string text =
        shown ? "Category 3 is what is lost in the grid (`losses`) and what is upstream of the electricity "
                "(`upstream_intensity`), as far as the intensity includes it."
              : "Category 3 (upstream of the electricity, losses in the grid) has no row, as the sites state "
                "no part of it: a life-cycle intensity includes it, a combustion intensity excludes it.";
    if (shown && view.result().results().has_market) text += " Contracts state no part of it.";
    if (const std::optional<double> beside = results::upstream_beside_total(view.result()))
        text +=
            " Upstream of the electricity are " + in_unit(*beside) +
            " more, which the total does not contain, as the intensity is of combustion: `lca export --as "
            "ghg` adds them to category 3.";
    return text;
}

/// What scope 1, 2 and 3 contain here, in the words of the GHG Protocol; "" unless the key is `scope`.
std::string scopes_note(const BreakdownView& view) {
    if (view.by() != BreakdownKey::scope) return {};
    const Results& results = view.result().results();
    if (results.role == Role::customer)
        return "For a customer the provider's emissions are scope 3, category 1 (purchased goods and "
               "services).";
    std::string text =
        "Scope 2 is location-based; category 2 (capital goods) is spread over the use of the hardware, not "
        "booked in the year of its purchase" +
        bought(view) + ". " + category_3_note(view);
    std::vector<std::string> grids;
    for (const GridBasis& one : results.bases) {
        if (one.basis == "life_cycle") grids.push_back(one.grid);
    }
    if (!grids.empty()) text += " Life-cycle intensities: " + listed(grids) + ".";
    return text;
}

}  // namespace

std::string periods_note(BreakdownKey by, bool some_undated, bool some_later) {
    if (by < BreakdownKey::year || by > BreakdownKey::hour) return {};
    std::string text =
        "Activities are spread evenly over their duration, except electricity with a power log or a "
        "load over time. Embodied impacts are counted when the hardware is used, not when it was made.";
    if (some_undated) text += " Undated: activities without `start` or duration, and unallocated impacts.";
    if (some_later) text += " Later: samples in which an uncertain duration ends after the last row.";
    return text;
}

Page page_of(const Breakdown& breakdown) {
    const BreakdownView view(breakdown);
    Page page;
    page.title = view.evaluation().title;
    add_introduction(page, view.evaluation());
    page.table(view.by() == BreakdownKey::impact ? impacts_table(view) : groups_table(view));
    const bool some_undated = !view.items().empty() && view.items().back().name == undated;
    const std::string note = periods_note(view.by(), some_undated, false);
    if (!note.empty()) page.paragraph(note, Tone::faint);
    if (const std::string scopes = scopes_note(view); !scopes.empty()) page.paragraph(scopes, Tone::faint);
    if (any_partial(view)) {
        page.paragraph("* counts only what is assessed", Tone::faint);
        page.list("Not assessed", not_assessed(view.evaluation()));
    }
    return page;
}

}  // namespace lca
