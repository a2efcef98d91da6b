#pragma once
// What a job emits by when it starts, and the best of all starts.

#include "lca/math/time_series.hpp"

namespace lca::schedule_detail {

/// A job that draws evenly for its duration, and hardware that waits until then. All in seconds since 1970
/// UTC, s and kgCO2e.
struct JobOverTime {
    const TimeSeries& relative;  // intensity, relative to its mean
    double now = 0, latest = 0;  // starts looked at
    double duration = 0;
    double running = 0;           // electricity of the job at the mean intensity
    double fixed = 0;             // what does not depend on the start: embodied of the job
    double waiting_power = 0;     // kgCO2e/s at the mean intensity, of what waits
    double waiting_embodied = 0;  // kgCO2e/s: embodied / (lifetime × utilisation)

    double waiting(double start) const {
        return waiting_power * relative.integral(now, start) + waiting_embodied * (start - now);
    }
    /// running × mean intensity over the job, with what waiting costs.
    double emissions(double start) const {
        return fixed + running * relative.integral(start, start + duration) / duration + waiting(start);
    }
};

struct BestAndWorst {
    double best = 0, worst = 0;  // starts
};

/// The starts of the least and of the most emissions, the earliest of equal ones. Between the times at which
/// the job begins or ends with an hour of the series emissions change linearly, so no other start is better:
/// exact.
BestAndWorst best_and_worst(const JobOverTime& job);

}  // namespace lca::schedule_detail
