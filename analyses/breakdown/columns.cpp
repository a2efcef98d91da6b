// The columns of a breakdown, in all output forms.
#include "analyses/breakdown/view.hpp"

namespace lca::breakdown {
namespace {

using Cell = RecordSink::Cell;

/// The cell on a page in a measure beside that of the page. It gets a star if the row is partial in this
/// measure only; the others then get two blanks, so that digits stay aligned.
std::function<Cell(const BreakdownRow&)> beside(const BreakdownView& view, std::size_t m,
                                                const Scale& scale) {
    const auto starred = [&view, m](const Result& row) {
        return view.result().results().is_partial(row, m) &&
               !view.result().results().is_partial(row, view.evaluation().measure);
    };
    bool any = view.total_row() && starred(*view.total_row());
    for (const BreakdownView::Group& group : view.groups()) any = any || starred(*group.row);
    return [&view, m, scale, starred, any](const BreakdownRow& row) -> Cell {
        const std::optional<double> value = view.result().value(*row.result, m);
        if (!any || !value) return Records::number(value);
        return scale.text(*value) + (starred(*row.result) ? std::string(partial_mark) : "  ");
    };
}

}  // namespace

BreakdownRow row_of(const BreakdownView& view, const BreakdownView::Group& group) {
    return {group.name, group.row, view.share(group), view.partial(group)};
}

BreakdownRow total_row_of(const BreakdownView& view) {
    const std::size_t m = view.evaluation().measure;
    const std::optional<double> share = view.total(m) ? std::optional(1.0) : std::nullopt;
    return {"total", view.total_row(), share, view.total_partial(m)};
}

TableColumns<BreakdownRow> breakdown_columns(const BreakdownView& view, const Scale& scale,
                                             const Scale& energy_scale) {
    using Row = BreakdownRow;
    using Kind = ColumnUnit::Kind;
    const auto measured = [&view](std::size_t m) {
        return [&view, m](const Row& row) { return Records::number(view.result().value(*row.result, m)); };
    };
    const std::string by(view.by_name());
    const std::size_t chosen = view.evaluation().measure;
    const ColumnUnit text, share = {Kind::share, {}, 1, ""}, energy = {Kind::number, energy_scale};
    const auto marked = [](const Row& row) {
        return Records::text(row.name + std::string(row.partial ? partial_mark : ""));
    };
    TableColumns<Row> all;
    all.push_back(on_page<Row>("by " + by, text, marked));
    all.push_back(on_page<Row>(scale.unit, {Kind::number, scale, 1, "not assessed"}, measured(chosen)));
    if (view.with_market()) {
        const ColumnUnit market = {Kind::number, scale, 1, "not assessed"};
        all.push_back(
            on_page<Row>(scale.unit + ", market-based", market, beside(view, market_measure, scale)));
    }
    all.push_back(in_records<Row>(by, text, [](const Row& row) { return Records::text(row.name); }));
    for (const std::size_t m : view.measures()) {
        const ColumnUnit exact = {Kind::number, {}, measure(m).unit_in_base};
        all.push_back(in_records<Row>(std::string(measure(m).json_key), exact, measured(m)));
    }
    all.push_back({"share", "share", share, [](const Row& row) { return Records::number(row.share); }});
    if (chosen != energy_measure)
        all.push_back(on_page<Row>(energy_scale.unit, energy, beside(view, energy_measure, energy_scale)));
    if (view.by() == BreakdownKey::scope && view.result().results().role == Role::owner) {
        const ColumnUnit exact = {Kind::number, {}, measure(index_of::climate).unit_in_base};
        all.push_back(in_records<Row>("year_of_purchase_kgco2e", exact, [&view](const Row& row) {
            return view.in_year_of_purchase(row.name)
                       ? Records::number(results::year_of_purchase(view.result()).value)
                       : Cell();
        }));
    }
    all.push_back(
        in_records<Row>("gaps", text, [&view](const Row& row) { return view.gaps_cell(*row.result); }));
    return all;
}

}  // namespace lca::breakdown
