#pragma once
// Electricity drawn over the hours of a grid: what a series of intensities gives for the time in which
// something runs.

#include <memory>
#include <vector>

#include "lca/math/time_series.hpp"
#include "models/results/results.hpp"

namespace lca {

class PointResult;

/// What the hours of one activity, or of one of its logs, amount to; shares are of its electricity.
struct HoursSummary {
    std::uint32_t activity = 0;
    std::shared_ptr<const SeriesInUse> series;  // null: hours come from a log and grid intensity is constant
    std::shared_ptr<const PowerLog> log;        // null: not measured
    double start = 0, end = 0;                  // seconds since 1970 UTC
    double energy = 0;                          // J, facility
    double weighted = 0, plain = 0;             // kgCO2e/J: mean weighted by energy, and of all hours equally
    double estimated = 0, filled = 0;  // shares with an intensity estimated by the source, by a rule for gaps
    double filled_time = 0;            // s
};

/// One for each activity that draws from a series, and for each log of an activity, in the order of the file.
std::vector<HoursSummary> summarize_hours(const PointResult& result);
/// Summaries of activities on a grid with a series; for others `plain`, `weighted` and the shares have no
/// meaning.
std::vector<HoursSummary> hours_of_series(const PointResult& result);
/// Summaries of activities measured by a log.
std::vector<HoursSummary> hours_of_logs(const PointResult& result);

}  // namespace lca
