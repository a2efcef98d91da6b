#pragma once
// The intensity of a grid over time, read from a file.

#include <memory>
#include <string>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/math/time_series.hpp"
#include "models/values/keyed_values.hpp"

namespace lca {

/// A time for which the file has no value and none is filled in; in seconds since 1970 UTC.
struct SeriesGap {
    double from = 0, to = 0;
    Place place;  // of the first reading after the gap
};

/// The intensity of a grid over time: its mean, and values relative to that; see the key `series` of a grid.
struct GridSeries {
    std::string file;        // name of the file
    double written = 0;      // mean of the whole series, in `unit`
    std::string unit;        // as the file states it, such as "gCO2e/kWh"
    double unit_factor = 1;  // factor from `unit` to base units
    IntensityBasis basis;
    std::string note;  // what was chosen because no key states it
    double step = 0;   // in s: the most frequent time between readings
    /// The intensity divided by its mean over the series, so that it is 1 on average.
    std::shared_ptr<const TimeSeries> relative;
    /// 1 at times whose value the source marks as estimated, else 0; null if it marks none.
    std::shared_ptr<const TimeSeries> estimated;
    /// 1 at times whose value was filled in by the rule for gaps, else 0; null if nothing was filled in.
    std::shared_ptr<const TimeSeries> filled;
    std::vector<SeriesGap> gaps;  // in order of time; only the gaps left after gap filling
    double read_until = 0;        // s since 1970 UTC: end of the last reading; with `hold` its value lasts on

    /// The mean intensity in base units, kgCO2e/J.
    double mean() const { return written * unit_factor; }
    /// For how many seconds from `start` the intensity is known: until the
    /// next gap or the end of the series; 0 if it is not known at `start`.
    double known_from(double start) const;
};

}  // namespace lca
