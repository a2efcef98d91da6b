#pragma once
// The hours of the day that tests of series and logs begin with, and what such a test includes.

#include "models/catalog/embedded.hpp"
#include "models/compile/session.hpp"
#include "models/results/breakdown.hpp"
#include "models/results/hours.hpp"
#include "models/results/point_result.hpp"
#include "models/series/grid_series.hpp"

inline constexpr double hour = 3600, kwh = 3.6e6;  // in s and in J
/// 2022-03-11 00:00 UTC.
inline constexpr double midnight = 1646956800;
