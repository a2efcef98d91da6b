#pragma once
// How energy and climate change of an activity are spread over its time, and which shares fall into a part of
// that time.

#include <memory>
#include <optional>

#include "lca/calc/recorder.hpp"
#include "lca/math/time_series.hpp"
#include "models/results/results.hpp"

namespace lca::results {

struct Spread {
    double start = 0;  // s since 1970, local time of the activity
    StepId duration = no_step;
    bool open = false;                             // the duration is uncertain: use may end at any later time
    double nominal = 0;                            // s: duration at the point values
    double utc = 0;                                // the start in UTC
    std::shared_ptr<const TimeSeries> power = {};  // by UTC; null: evenly
    std::shared_ptr<const TimeSeries> intensity = {};  // multiplies `power`; null: constant

    double end() const { return start + nominal; }
};

/// A share of the energy and, if climate change is spread differently, a share of climate change.
struct SpreadShares {
    Step energy, climate;
};

/// How the electricity of one entry is spread over time. `start` is in local time of its activity.
Spread spread_of(const HoursOfUse& use, std::span<const double> values);

/// The shares between `from` and `until`, in s after the start; without `until`, all from `from` on.
SpreadShares shares_between(Recorder& recorder, const Spread& spread, double from,
                            std::optional<double> until);

}  // namespace lca::results
