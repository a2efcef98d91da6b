#include "models/results/hours.hpp"

#include <algorithm>

#include "models/results/point_result.hpp"
#include "models/results/power_log.hpp"

namespace lca {
namespace {

double mean_of_use(const HoursOfUse& use, const std::shared_ptr<const TimeSeries>& what, double duration) {
    if (!what) return 0;
    return use.power ? MeanOverTime(*what, use.power, use.start).over(duration)
                     : MeanOverTime(what, use.start).over(duration);
}

/// Sums over the entries of one summary, weighted by energy; divided by the energy of the summary at the end.
struct HoursSums {
    double impact = 0, estimated = 0, filled = 0;
};

HoursSummary summary_of(const HoursOfUse& use, std::span<const double> values) {
    HoursSummary made{.activity = use.activity, .series = use.series, .log = use.log};
    const double duration = values[use.duration];
    made.start = use.start;
    made.end = use.start + duration;
    if (!use.series) return made;
    made.plain = values[use.series->mean] * MeanOverTime(use.series->relative, use.start).over(duration);
    made.weighted = made.plain;
    made.estimated = mean_of_use(use, use.series->estimated, duration);
    made.filled = mean_of_use(use, use.series->filled, duration);
    if (use.series->filled)
        made.filled_time = MeanOverTime(use.series->filled, use.start).over(duration) * duration;
    return made;
}

void add_use(const HoursOfUse& use, std::span<const double> values, HoursSummary& summary, HoursSums& sums) {
    const double energy = values[use.energy];
    summary.energy += energy;
    if (!use.series) return;
    const double duration = values[use.duration];
    sums.impact += values[use.impact];
    sums.estimated += energy * mean_of_use(use, use.series->estimated, duration);
    sums.filled += energy * mean_of_use(use, use.series->filled, duration);
    if (!(summary.energy > 0)) return;
    summary.weighted = sums.impact / summary.energy;
    summary.estimated = sums.estimated / summary.energy;
    summary.filled = sums.filled / summary.energy;
}

}  // namespace

std::vector<HoursSummary> summarize_hours(const PointResult& result) {
    std::vector<HoursSummary> summaries;
    std::vector<HoursSums> sums;
    std::size_t of_activity = 0;  // index of the first summary of the current activity
    for (const HoursOfUse& use : result.results().hours) {
        if (of_activity < summaries.size() && summaries[of_activity].activity != use.activity)
            of_activity = summaries.size();
        std::size_t at = of_activity;
        while (at < summaries.size() && summaries[at].log != use.log) ++at;
        if (at == summaries.size()) {
            summaries.push_back(summary_of(use, result.values()));
            sums.emplace_back();
        }
        add_use(use, result.values(), summaries[at], sums[at]);
    }
    return summaries;
}

std::vector<HoursSummary> hours_of_series(const PointResult& result) {
    std::vector<HoursSummary> all = summarize_hours(result);
    std::erase_if(all, [](const HoursSummary& one) { return !one.series; });
    return all;
}

std::vector<HoursSummary> hours_of_logs(const PointResult& result) {
    std::vector<HoursSummary> all = summarize_hours(result);
    std::erase_if(all, [](const HoursSummary& one) { return !one.log; });
    return all;
}

}  // namespace lca
