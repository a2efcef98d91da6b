#pragma once
// How the energy and the climate change of an activity are spread over its time, and the share within a part
// of it.

#include <memory>
#include <optional>

#include "lca/calc/recorder.hpp"
#include "lca/math/time_series.hpp"
#include "models/results/results.hpp"

namespace lca::results {

struct Spread {
    double start = 0;  // seconds since 1970 in the local time of the activity
    StepId duration = no_step;
    bool open = false;                             // the duration is uncertain: it may end at any later time
    double nominal = 0;                            // s: the duration at point values
    double utc = 0;                                // the start in UTC
    std::shared_ptr<const TimeSeries> power = {};  // by UTC; null: evenly
    std::shared_ptr<const TimeSeries> intensity = {};  // times `power`; null: constant

    double end() const { return start + nominal; }
};

/// Shares of the energy, and separate shares of climate change if given.
struct SpreadShares {
    Step energy, climate;
};

/// The spread of one line of electricity. `start` is that of its activity.
Spread spread_of(const HoursOfUse& use, std::span<const double> values);

/// The shares between two times in s after the start; without `until`, up to the end.
SpreadShares shares_between(Recorder& recorder, const Spread& spread, double from,
                            std::optional<double> until);

}  // namespace lca::results
