#pragma once
// What a person reads about electricity from a grid with a series of hours.

#include "analyses/shared/evaluation.hpp"
#include "lca/page/page.hpp"

namespace lca::evaluation_detail {

/// Adds a row for each activity that draws from a series: when, the intensity weighted by energy, the plain
/// mean of the same hours, what was estimated or filled. Adds nothing if no grid is a series.
void add_hours(Page& page, const Evaluation& evaluation);

/// Adds a row for each log of power: how many devices and readings, how much of the time they cover, the
/// energy they amount to and its uncertainty.
void add_power_logs(Page& page, const Evaluation& evaluation);

}  // namespace lca::evaluation_detail
