#include "analyses/evaluation/hours.hpp"

#include <algorithm>

#include "lca/base/zoned_time.hpp"
#include "lca/math/normal.hpp"
#include "lca/page/scale.hpp"
#include "models/results/hours.hpp"
#include "models/results/power_log.hpp"

namespace lca::evaluation_detail {
namespace {

constexpr std::size_t max_shown = 8;

/// The start as "2022-03-11 10:00": the heading of the column says UTC.
std::string start_of(const HoursSummary& hours) {
    const std::string text = utc_text(hours.start);
    return text.substr(0, text.rfind(' '));
}

std::string activity_of(const HoursSummary& hours, const Evaluation& evaluation) {
    return evaluation.result->results().activities.at(hours.activity).id;
}

/// Adds the table with a row for each of the first max_shown entries, and the number of the others.
void add_first_rows(Page& page, Table table, const std::vector<HoursSummary>& all, auto cells_of) {
    const std::size_t shown = std::min(all.size(), max_shown);
    for (std::size_t i = 0; i < shown; ++i) {
        Table::Row row{.cells = cells_of(all[i])};
        row.rule_above = i == 0;
        table.rows.push_back(std::move(row));
    }
    page.table(std::move(table));
    if (shown < all.size())
        page.paragraph("and " + std::to_string(all.size() - shown) + " more: `--format json` lists them all",
                       Tone::faint);
}

}  // namespace

void add_hours(Page& page, const Evaluation& evaluation) {
    const std::vector<HoursSummary> all = hours_of_series(*evaluation.result);
    if (all.empty()) return;
    const Dimension per_energy = impact_per(index_of::climate, dimension_of<unit::Energy>());
    std::vector<double> intensities;
    for (const HoursSummary& hours : all) intensities.push_back(hours.weighted);
    const Scale scale = scale_for(per_energy, intensities);
    const auto any = [&](double HoursSummary::*share) {
        return std::any_of(all.begin(), all.end(),
                           [share](const HoursSummary& one) { return one.*share > 0; });
    };
    const bool estimated = any(&HoursSummary::estimated), filled = any(&HoursSummary::filled);
    page.heading("Hours of the grid");
    Table table;
    table.columns = {
        {"activity", false, true}, {"from, UTC"}, {"for", true}, {scale.unit, true}, {"plain mean", true}};
    if (estimated) table.columns.push_back({"estimated", true});
    if (filled) table.columns.push_back({"gaps filled", true});
    add_first_rows(page, std::move(table), all, [&](const HoursSummary& one) {
        std::vector<std::string> cells = {activity_of(one, evaluation), start_of(one),
                                          with_unit(one.end - one.start, dimension_of<unit::Time>()),
                                          scale.text(one.weighted), scale.text(one.plain)};
        if (estimated) cells.push_back(percent(one.estimated));
        if (filled) cells.push_back(with_unit(one.filled_time, dimension_of<unit::Time>()));
        return cells;
    });
}

void add_power_logs(Page& page, const Evaluation& evaluation) {
    const std::vector<HoursSummary> all = hours_of_logs(*evaluation.result);
    if (all.empty()) return;
    std::vector<double> energies;
    for (const HoursSummary& one : all) energies.push_back(one.log->joules);
    const Scale scale = scale_for(dimension_of<unit::Energy>(), energies);
    page.heading("Logs of power");
    Table table;
    table.columns = {{"activity", false, true}, {"from"},          {"for", true},      {"devices", true},
                     {"readings", true},        {"covered", true}, {scale.unit, true}, {"± 90 %", true}};
    add_first_rows(page, std::move(table), all, [&](const HoursSummary& one) -> std::vector<std::string> {
        const PowerLog& log = *one.log;
        return {activity_of(one, evaluation),
                log.is_instant ? utc_text(log.begin) : start_of(one) + ", no zone",
                with_unit(log.seconds(), dimension_of<unit::Time>()),
                std::to_string(log.devices),
                std::to_string(log.readings),
                percent(log.coverage()),
                scale.text(log.joules),
                scale.text(normal_quantile(0.95) * log.sd)};
    });
}

}  // namespace lca::evaluation_detail
