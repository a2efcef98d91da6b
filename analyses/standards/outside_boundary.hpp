#pragma once
// Impacts in the total that are outside the boundary which the study states.

#include <string>
#include <vector>

#include "models/results/point_result.hpp"

namespace lca::standards {

/// A life-cycle stage or a kind of equipment that the boundary does not name, and its climate change in the
/// total, in base units.
struct OutsideBoundary {
    std::string part;  // "manufacturing", "host"
    double value = 0;
};

/// Empty if the scenario states no boundary, or the total contains nothing else. Stages are compared only if
/// the boundary names any, and so is equipment, by its embodied impact; an embodied figure that is not given
/// by stage counts as manufacturing.
std::vector<OutsideBoundary> outside_boundary(const PointResult& result);

}  // namespace lca::standards
