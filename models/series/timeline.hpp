#pragma once
// Readings of a series become values that hold for a time: order, step, gaps.

#include <optional>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "models/series/grid_series.hpp"

namespace lca::series {

/// One reading, in the order of the file.
struct SeriesReading {
    double time = 0;              // seconds since 1970 UTC
    std::optional<double> value;  // in the unit of the file; empty if the cell is empty
    bool estimated = false;       // the source says so
    Place place;                  // of the time
};

enum class GapRule : unsigned char { none, interpolate, hold };
enum class StampAt : unsigned char { start, end };  // of the interval that a value holds for

struct TimelineRules {
    GapRule gaps = GapRule::none;
    StampAt stamp = StampAt::start;
    std::string_view value = "an intensity";  // as messages name one
};

/// Fills times, values and gaps of `series`, whose unit is known. A value holds until the next stamp, the
/// last one for one step; a distance of more than one and a half times the most frequent one is a gap.
/// `interpolate` puts values on a line at each step within a gap, `hold` lets the value before it hold on,
/// and the last one without end. Faults: no reading, times that do not rise, negative values. False after a
/// fault.
bool fill_timeline(std::vector<SeriesReading> readings, const TimelineRules& rules, Place file,
                   GridSeries& series, Diagnostics& diagnostics);

}  // namespace lca::series
