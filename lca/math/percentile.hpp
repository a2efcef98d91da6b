#pragma once
// Percentiles of values that are all in memory; the class Sketch is for more values than that.

#include <span>

namespace lca {

/// The value below which a share (0 to 1) of the values lies, interpolated linearly between neighbours: the
/// smallest at 0, the largest at 1 (type 7 of Hyndman and Fan, 1996). `sorted`: at least one value, rising.
double percentile(std::span<const double> sorted, double share);

}  // namespace lca
