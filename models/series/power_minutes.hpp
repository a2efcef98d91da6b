#pragma once
// Energy by the minute, as power comes: memory follows the time that is spanned, not the readings in it.

#include <cstddef>
#include <memory>
#include <vector>

#include "lca/math/time_series.hpp"

namespace lca::series {

class PowerMinutes {
public:
    /// Power that changes evenly from `a` watts at one time (s since 1970) to `b` watts at another. Does
    /// nothing where times lie too far apart (some eleven years).
    void add(double from, double a, double to, double b);

    /// W, a value a minute from one time to another, between which all of it lies. Null where nothing was
    /// drawn.
    std::shared_ptr<const TimeSeries> power(double begin, double end) const;

    static constexpr double minute = 60;  // s: stamps of grids are whole minutes
    static constexpr double most = 6e6;   // minutes

private:
    bool make_room(double first, double last);
    double joules_of(double number) const;

    double first_ = 0;  // minutes from 1970 to the first that is kept
    std::vector<double> joules_;
    double minute_ = -1e18;  // s since 1970: the beginning of the minute of the last power
    std::size_t at_ = 0;     // of it
};

}  // namespace lca::series
