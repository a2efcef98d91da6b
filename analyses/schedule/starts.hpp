#pragma once
// The emissions of an activity as a function of its start, and the best and worst start.

#include "lca/math/time_series.hpp"

namespace lca::schedule_detail {

/// An activity with constant power, and hardware that waits for its start. Instants are seconds since 1970
/// UTC, durations s, emissions kgCO2e.
struct JobOverTime {
    const TimeSeries& relative;  // grid intensity, divided by its mean
    double now = 0, latest = 0;  // the first and the last start considered
    double duration = 0;
    double running = 0;           // emissions of the activity's electricity at the mean intensity
    double fixed = 0;             // emissions that do not depend on the start: embodied impact
    double waiting_power = 0;     // kgCO2e/s of waiting hardware's idle power, at mean intensity
    double waiting_embodied = 0;  // kgCO2e/s of waiting hardware: embodied impact / duration

    double waiting(double start) const {
        return waiting_power * relative.integral(now, start) + waiting_embodied * (start - now);
    }
    /// Emissions for a start: electricity at the intensities of its hours, the fixed part, and what waiting
    /// until then emits.
    double emissions(double start) const {
        return fixed + running * relative.integral(start, start + duration) / duration + waiting(start);
    }
};

struct BestAndWorst {
    double best = 0, worst = 0;  // both starts, in seconds since 1970 UTC
};

/// The starts with the least and the most emissions; of equal ones the earliest. Exact: emissions are linear
/// in the start, except where the activity begins or ends at a change of the series; so only these starts
/// need to be compared.
BestAndWorst best_and_worst(const JobOverTime& job);

}  // namespace lca::schedule_detail
