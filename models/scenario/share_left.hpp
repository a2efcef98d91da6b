#pragma once
// How much of a distribution a cut leaves: what is cut away must not be nearly all.

#include "lca/calc/distribution.hpp"

namespace lca {

/// Below this a cut is refused: what is left would be a tail that nobody meant.
inline constexpr double least_share_left = 1e-6;

/// The probability between `minimum` and `maximum` before the cut; 1 for shapes whose value inside the cut
/// says enough (PERT, empirical).
double share_left(const Distribution& distribution);

}  // namespace lca
