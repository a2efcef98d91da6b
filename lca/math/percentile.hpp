#pragma once
// Percentiles of values that are all at hand. (Of more than memory holds: Sketch.)

#include <span>

namespace lca {

/// The value below which a share (0 to 1) of the values lies, between neighbours by their distance: the
/// smallest at 0, the largest at 1 (type 7 of Hyndman and Fan, 1996). `sorted`: one value or more, rising.
double percentile(std::span<const double> sorted, double share);

}  // namespace lca
