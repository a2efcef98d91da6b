#pragma once
// The intensity of a grid over time, as a file gives it.

#include <memory>
#include <string>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/math/time_series.hpp"
#include "models/values/keyed_values.hpp"

namespace lca {

/// Times for which the file has no value and no rule fills them, in seconds since 1970 UTC.
struct SeriesGap {
    double from = 0, to = 0;
    Place place;  // of the reading after it
};

/// The intensity of a grid over time: a mean, and series relative to it; see the key `series` of a grid.
struct GridSeries {
    std::string file;        // its name
    double written = 0;      // the mean of the whole series, in `unit`
    std::string unit;        // as the file states it: "gCO2e/kWh"
    double unit_factor = 1;  // one such unit in base units
    IntensityBasis basis;
    std::string note;  // what was chosen by default
    double step = 0;   // s: the most frequent one
    /// The intensity relative to its mean: 1 on average.
    std::shared_ptr<const TimeSeries> relative;
    /// 1 where the source says that it estimated; null where it never does.
    std::shared_ptr<const TimeSeries> estimated;
    /// 1 where a rule for gaps gave the value; null where none was needed.
    std::shared_ptr<const TimeSeries> filled;
    std::vector<SeriesGap> gaps;  // rising; those that no rule fills
    double read_until = 0;        // s since 1970 UTC: end of the last reading; `hold` extends its value

    /// The mean in base units, kgCO2e/J.
    double mean() const { return written * unit_factor; }
    /// How long a run from `start` may last before it meets a gap or the end of the series; 0 where it starts
    /// in one. In seconds.
    double known_from(double start) const;
};

}  // namespace lca
