#include "models/results/hours.hpp"

#include "models/results/point_result.hpp"

namespace lca {
namespace {

double share_of(const std::shared_ptr<const TimeSeries>& flags, double start, double duration) {
    return flags ? MeanOverTime(flags, start).over(duration) : 0;
}

}  // namespace

std::vector<HoursSummary> summarize_hours(const PointResult& result) {
    std::vector<HoursSummary> summaries;
    const std::span<const double> values = result.values();
    double impact = 0;  // of the summary that is open
    for (const HoursOfUse& use : result.results().hours) {
        if (summaries.empty() || summaries.back().activity != use.activity) {
            const double duration = values[use.duration], mean = values[use.series->mean];
            HoursSummary next{.activity = use.activity,
                              .series = use.series,
                              .start = use.start,
                              .end = use.start + duration};
            next.plain = mean * MeanOverTime(use.series->relative, use.start).over(duration);
            next.weighted = next.plain;
            next.estimated = share_of(use.series->estimated, use.start, duration);
            next.filled = share_of(use.series->filled, use.start, duration);
            next.filled_time = next.filled * duration;
            summaries.push_back(std::move(next));
            impact = 0;
        }
        HoursSummary& summary = summaries.back();
        const double energy = values[use.energy];
        summary.energy += energy;
        impact += values[use.impact];
        if (summary.energy > 0) summary.weighted = impact / summary.energy;
    }
    return summaries;
}

}  // namespace lca
