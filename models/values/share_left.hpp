#pragma once
// How much of a distribution a cut leaves: what is cut away must not be nearly all.

#include "lca/math/distribution.hpp"

namespace lca {

/// Below this a cut is refused: what is left would be a tail that nobody meant.
inline constexpr double least_share_left = 1e-6;

/// The probability between `minimum` and `maximum` before the cut; of PERT the share of its width.
double share_left(const Distribution& distribution);

}  // namespace lca
