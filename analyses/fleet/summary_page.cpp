#include "analyses/fleet/summary_page.hpp"

#include <fmt/core.h>

#include "lca/base/number.hpp"
#include "lca/page/scale.hpp"

namespace lca::fleet {
namespace {

std::string rows_text(std::uint64_t count) {
    return readable(static_cast<double>(count), 12) + (count == 1 ? " row" : " rows");
}

Table::Row row_of(const RequestedResult& requested, const ResultTotal& total) {
    if (total.rows == 0) return {{requested.name, "–", "not assessed"}};
    const Summary summary = total.statistics.summary();
    const double sum = total.sum.value();
    const Scale all = scale_for(requested.dimension, std::span(&sum, 1));
    const Scale each = scale_for(requested.dimension, std::span(&summary.maximum, 1));
    return {{requested.name, all.text(sum) + " " + all.unit, each.text(summary.percentiles[1]),
             each.text(summary.percentiles[3]), each.text(summary.percentiles[5]), each.text(summary.maximum),
             each.unit}};
}

}  // namespace

Page summary_page(const FleetTotals& totals, std::span<const RequestedResult> requested) {
    Page page;
    Table table;
    table.columns = {
        {"all rows", false, true}, {"sum", true},           {"P5", true}, {"P50", true}, {"P95", true},
        {"maximum", true},         {"unit of a row", false}};
    for (std::size_t j = 0; j < requested.size(); ++j)
        table.rows.push_back(row_of(requested[j], totals.results[j]));
    table.rows.front().rule_above = true;
    page.table(std::move(table));
    page.paragraph(rows_text(totals.rows) +
                   (totals.faulty == 0 ? std::string(", each with results")
                                       : fmt::format(", {} of them without results, which no sum counts",
                                                     readable(static_cast<double>(totals.faulty), 12))) +
                   ".");
    if (!totals.remark.empty()) page.paragraph(totals.remark);
    for (const std::string& gaps : totals.gaps) page.paragraph("Not counted: " + gaps + ".", Tone::warning);
    if (totals.rows <= 1) return page;
    Table largest;
    const RequestedResult& first = requested.front();
    const auto& rows = totals.largest.rows();
    if (rows.empty()) return page;
    const Scale scale = scale_for(first.dimension, std::span(&rows.front().first, 1));
    largest.columns = {{"largest " + first.name, false, true}, {scale.unit, true}};
    for (const auto& [value, id] : rows) largest.rows.push_back({{id, scale.text(value)}});
    largest.rows.front().rule_above = true;
    page.table(std::move(largest));
    return page;
}

}  // namespace lca::fleet
