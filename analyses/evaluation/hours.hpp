#pragma once
// What a person reads about electricity from a grid with a series of hours.

#include "analyses/shared/evaluation.hpp"
#include "lca/page/page.hpp"

namespace lca::evaluation_detail {

/// A row for each activity that draws from a series: when, the intensity weighted by energy, the plain mean
/// of the same hours, what was estimated or filled. Empty if no grid is a series.
void add_hours(Page& page, const Evaluation& evaluation);

/// A row for each log of power: how many devices and readings, how much of its time they cover, what they
/// amount to and how sure that is.
void add_power_logs(Page& page, const Evaluation& evaluation);

}  // namespace lca::evaluation_detail
