#pragma once
// Turns readings into values that each hold for some time: checks their order, finds the step, treats gaps.

#include <optional>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "models/series/grid_series.hpp"

namespace lca::series {

/// One reading of a file.
struct SeriesReading {
    double time = 0;              // seconds since 1970 UTC
    std::optional<double> value;  // in the unit of the file; empty for an empty cell
    bool estimated = false;       // the source marks the value as estimated
    Place place;                  // of the cell with the time
};

enum class GapRule : unsigned char { none, interpolate, hold };
enum class StampAt : unsigned char { start, end };  // which end of the interval a time stamp marks

struct TimelineRules {
    GapRule gaps = GapRule::none;
    StampAt stamp = StampAt::start;
    std::string_view value = "an intensity";  // what messages call a value
};

/// Sets the times, values and gaps of `series`, whose unit has been set. A value holds until
/// the next stamp, the last one for one step; a distance above one and a half times the most
/// frequent one is a gap. `interpolate` fills a gap linearly, with one value per step; `hold`
/// keeps the value before the gap, and also the last value, without end. Errors: no value,
/// only one time, times that do not increase, negative values. Returns false after an error.
bool fill_timeline(std::vector<SeriesReading> readings, const TimelineRules& rules, Place file,
                   GridSeries& series, Diagnostics& diagnostics);

}  // namespace lca::series
