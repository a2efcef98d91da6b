#pragma once
// Tables about hourly grid intensities and power logs.

#include "analyses/shared/evaluation.hpp"
#include "lca/page/page.hpp"

namespace lca::evaluation_detail {

/// Adds a row for each activity on a grid with a time series: start, intensity weighted by energy, plain mean
/// over the same hours, which hours were estimated or filled. Adds nothing if no grid has a series.
void add_hours(Page& page, const Evaluation& evaluation);

/// Adds a row for each power log: number of devices and readings, share of the time with readings, energy and
/// its uncertainty.
void add_power_logs(Page& page, const Evaluation& evaluation);

}  // namespace lca::evaluation_detail
