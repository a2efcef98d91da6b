#pragma once
// Sums up energy per minute as power readings arrive: the memory needed grows with the time covered, not with
// the number of readings.

#include <cstddef>
#include <memory>
#include <vector>

#include "lca/math/time_series.hpp"

namespace lca::series {

class PowerMinutes {
public:
    /// Adds power that changes linearly from `a` watts at time `from` (s since 1970) to `b` watts at time
    /// `to`. Does nothing if the times covered would then span more than `max_minutes` (about eleven years).
    void add(double from, double a, double to, double b);

    /// Power in W from `begin` to `end`, one value per minute; the two must
    /// include all times that were added. Null if the energy added is zero.
    std::shared_ptr<const TimeSeries> power(double begin, double end) const;

    static constexpr double minute = 60;        // in s; values of grid series begin on whole minutes
    static constexpr double max_minutes = 6e6;  // in minutes: longest time that is stored

private:
    bool make_room(double first, double last);
    double joules_of(double number) const;

    double first_ = 0;  // the first minute in `joules_`, counted from 1970
    std::vector<double> joules_;
    double minute_ = -1e18;  // s since 1970: begin of the minute to which energy was added last
    std::size_t at_ = 0;     // index of that minute in `joules_`
};

}  // namespace lca::series
