#pragma once
// Load over time: the power of something as shares of its maximum power, or as weights of a stated energy.

#include <memory>
#include <string>
#include <vector>

#include "lca/math/time_series.hpp"
#include "models/values/value.hpp"

namespace lca {

/// A load over time. Either `daily` or `series` is set.
struct LoadShape {
    std::vector<double> daily = {};  // one value for each of 24 hours, local time of the activity
    std::shared_ptr<const TimeSeries> series = {};  // or values by time in UTC; null if `daily` is set
    std::string file = {};
    Location location = {};

    /// The load by time in UTC, for something that starts at `start` (s since 1970 UTC)
    /// where local time is `ahead` seconds ahead of UTC, and that lasts at most `seconds`.
    std::shared_ptr<const TimeSeries> from(double start, double ahead, double seconds) const;
};

}  // namespace lca
