// A comparison as rows: one for each variant and measure, then one for each change in each measure.
#include "analyses/comparison/by_item.hpp"
#include "analyses/comparison/side_by_side.hpp"
#include "analyses/comparison/texts.hpp"

namespace lca {
namespace comparison {
namespace {

Records::Cell whole_number(std::size_t number) {
    return Records::number(static_cast<double>(number));
}

/// The row of one variant in one measure, with its whole difference.
std::vector<Records::Cell> entry_row(const Comparison& compared, const Pareto& best, std::size_t i,
                                     std::size_t m, const std::vector<Compared>& entries) {
    const Compared& entry = entries[i];
    const double unit = measure(m).unit_in_base;
    std::vector<Records::Cell> row = {compared.names[i], std::string(measure(m).name),
                                      std::string(measure(m).unit)};
    for (const auto& phase : entry.by_phase) row.push_back(Records::number(phase, unit));
    row.push_back(Records::number(entry.total, unit));
    row.push_back(Records::number(entry.difference, unit));
    row.push_back(Records::number(entry.ratio));
    row.emplace_back();  // column "change": empty, as the row is about all changes together
    for (const auto& phase : entry.phase_difference) row.push_back(Records::number(phase, unit));
    row.push_back(entry.rank > 0 ? whole_number(entry.rank) : Records::Cell());
    const PairedDifference* paired = nullptr;
    if (i > 0 && !compared.draws.differences.empty() && compared.draws.differences[i - 1][m])
        paired = &*compared.draws.differences[i - 1][m];
    for (const std::size_t p : {1U, 3U, 5U}) {
        row.push_back(paired ? Records::number(paired->difference.percentiles[p], unit) : Records::Cell());
    }
    row.push_back(paired && paired->ratio ? Records::number(paired->ratio->percentiles[3]) : Records::Cell());
    row.push_back(paired ? Records::number(paired->lower) : Records::Cell());
    const bool in_pareto = !best.best.empty() && best.comparable[i];
    row.push_back(in_pareto ? Records::text(best.best[i] ? "yes" : "no") : Records::Cell());
    row.push_back(Records::text(
        i > 0 ? reason_of(entry, entries.front(), compared.names.front(), compared.names[i]) : entry.reason));
    row.push_back(Records::text(!entry.total ? "" : entry.partial ? "yes" : "no"));
    return row;
}

std::vector<Records::Cell> change_row(const Comparison& compared, std::size_t i, std::size_t m,
                                      std::size_t change, std::size_t columns) {
    const double unit = measure(m).unit_in_base;
    const ComparedChanges& of = compared.changes[i - 1];
    std::vector<Records::Cell> row = {compared.names[i], std::string(measure(m).name),
                                      std::string(measure(m).unit)};
    row.resize(7);
    row.push_back(Records::number(of.share(change, m), unit));
    row.emplace_back();
    row.push_back(Records::text(of.changes[change].path));
    for (std::size_t part = 1; part < ComparedChanges::per_measure; ++part)
        row.push_back(Records::number(of.share(change, m, part), unit));
    row.emplace_back();  // column "rank": empty
    if (!of.intervals.empty() && of.intervals[change][m]) {
        const ShareInterval& sure = *of.intervals[change][m];
        for (const double end : {sure.p5, sure.p50, sure.p95}) row.push_back(Records::number(end, unit));
    }
    row.resize(columns);
    return row;
}

Records all_records(const Comparison& compared) {
    Records records;
    records.columns = {"variant", "quantity", "unit",       "embodied", "idle",
                       "dynamic", "total",    "difference", "ratio",    "change"};
    for (const std::string_view phase : Results::phases())
        records.columns.push_back("difference_" + std::string(phase));
    for (const char* heading : {"rank", "difference_p5", "difference_p50", "difference_p95", "ratio_p50",
                                "probability_lower", "unbeaten", "why_not", "partial"})
        records.columns.emplace_back(heading);
    const Pareto best = pareto(compared);
    for (std::size_t m = 0; m < measure_count; ++m) {
        const std::vector<Compared> entries = compared.values(m);
        if (!any_total(entries)) continue;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            records.rows.push_back(entry_row(compared, best, i, m, entries));
            if (i == 0 || !entries[i].total || compared.changes.empty() ||
                !compared.changes[i - 1].attribution)
                continue;
            for (std::size_t change = 0; change < compared.changes[i - 1].changes.size(); ++change)
                records.rows.push_back(change_row(compared, i, m, change, records.columns.size()));
        }
    }
    return records;
}

}  // namespace
}  // namespace comparison

Records records_of(const Comparison& compared) {
    return compared.by ? comparison::records_by_item(compared) : comparison::all_records(compared);
}

}  // namespace lca
