#pragma once
// How hard something works over time: shares of its maximum power, or weights of its energy.

#include <memory>
#include <string>
#include <vector>

#include "lca/math/time_series.hpp"
#include "models/values/value.hpp"

namespace lca {

/// One of `daily` and `series`.
struct LoadShape {
    std::vector<double> daily = {};  // of the 24 hours of each day, in the local time of the activity
    std::shared_ptr<const TimeSeries> series = {};  // or by UTC; null: daily
    std::string file = {};
    Location location = {};

    /// The shape by UTC for something that starts at `start` (s since 1970 UTC, local time `ahead` s ahead of
    /// it) and lasts `seconds` at most.
    std::shared_ptr<const TimeSeries> from(double start, double ahead, double seconds) const;
};

}  // namespace lca
