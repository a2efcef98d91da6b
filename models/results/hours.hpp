#pragma once
// Electricity by the hour: what a series of grid intensities gives for the hours in which an activity uses
// electricity.

#include <memory>
#include <vector>

#include "lca/math/time_series.hpp"
#include "models/results/results.hpp"

namespace lca {

class PointResult;

/// A summary of the hours of one activity, or of one of its logs. Shares are shares of its electricity.
struct HoursSummary {
    std::uint32_t activity = 0;
    std::shared_ptr<const SeriesInUse> series;  // null: from a log, on a grid with constant intensity
    std::shared_ptr<const PowerLog> log;        // null: not from a log
    double start = 0, end = 0;                  // s since 1970 UTC
    double energy = 0;                          // in J, of the facility
    double weighted = 0, plain = 0;             // in kgCO2e/J: mean weighted by energy; unweighted mean
    double estimated = 0, filled = 0;  // shares with intensities estimated by the source; filled in for gaps
    double filled_time = 0;            // in s
};

/// One summary for each activity on a grid with a series, and for each log of an activity, in file order.
std::vector<HoursSummary> summarize_hours(const PointResult& result);
/// Only summaries with a series; in other summaries `plain`, `weighted` and the shares have no
/// meaning.
std::vector<HoursSummary> hours_of_series(const PointResult& result);
/// Only summaries of energy from logs.
std::vector<HoursSummary> hours_of_logs(const PointResult& result);

}  // namespace lca
