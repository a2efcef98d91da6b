// The columns of a breakdown, in all output forms.
#include "analyses/breakdown/view.hpp"

namespace lca::breakdown {

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
    if (view.by() == BreakdownKey::scope && chosen == index_of::climate &&
        view.result().results().has_market) {  // market-based figures have a column of their own
        const ColumnUnit market = {Kind::number, scale, 1, "not assessed"};
        all.push_back(on_page<Row>(scale.unit + ", market-based", market, measured(market_measure)));
    }
    all.push_back(in_records<Row>(by, text, [](const Row& row) { return Records::text(row.name); }));
    for (const std::size_t m : view.measures()) {
        const ColumnUnit exact = {Kind::number, {}, measure(m).unit_in_base};
        all.push_back(in_records<Row>(std::string(measure(m).json_key), exact, measured(m)));
    }
    all.push_back({"share", "share", share, [](const Row& row) { return Records::number(row.share); }});
    if (chosen != energy_measure)
        all.push_back(on_page<Row>(energy_scale.unit, energy, measured(energy_measure)));
    return all;
}

}  // namespace lca::breakdown
