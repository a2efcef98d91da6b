#pragma once
// Energy by minute, added up as power readings come: memory grows with the time spanned, not with the
// readings.

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

    /// Power in W, one value a minute, from one time to another that together span all that was added. Null
    /// where nothing was drawn.
    std::shared_ptr<const TimeSeries> power(double begin, double end) const;

    static constexpr double minute = 60;  // s: grid series begin their values on whole minutes
    static constexpr double most = 6e6;   // minutes

private:
    bool make_room(double first, double last);
    double joules_of(double number) const;

    double first_ = 0;  // minutes from 1970 to the first that is kept
    std::vector<double> joules_;
    double minute_ = -1e18;  // s since 1970: the beginning of the minute of the last power
    std::size_t at_ = 0;     // index of that minute in `joules_`
};

}  // namespace lca::series
