#pragma once
// The emissions of a job by its start, and the best of all starts.

#include "lca/math/time_series.hpp"

namespace lca::schedule_detail {

/// A job with constant power for its duration, and hardware that waits for it. In seconds since 1970 UTC, s
/// and kgCO2e.
struct JobOverTime {
    const TimeSeries& relative;  // intensity, relative to its mean
    double now = 0, latest = 0;  // the first and the last start considered
    double duration = 0;
    double running = 0;           // emissions of the job's electricity at the mean intensity
    double fixed = 0;             // emissions that do not depend on the start: embodied impact
    double waiting_power = 0;     // kgCO2e/s at the mean intensity, of idle hardware
    double waiting_embodied = 0;  // kgCO2e/s: embodied impact of the job over its duration

    double waiting(double start) const {
        return waiting_power * relative.integral(now, start) + waiting_embodied * (start - now);
    }
    /// Emissions of a start: running × relative intensity over the job, the fixed part, and the cost of
    /// waiting.
    double emissions(double start) const {
        return fixed + running * relative.integral(start, start + duration) / duration + waiting(start);
    }
};

struct BestAndWorst {
    double best = 0, worst = 0;  // starts
};

/// The starts with the least and with the most emissions, the earliest of equal ones. Exact: between the
/// times at which the job begins or ends at a change of the series emissions are linear in the start, so no
/// other start is better.
BestAndWorst best_and_worst(const JobOverTime& job);

}  // namespace lca::schedule_detail
