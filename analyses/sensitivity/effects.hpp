#pragma once
// The effects of inputs on a result, one entry for each input: share of variance, swing and slope.

#include <vector>

#include "analyses/sensitivity/sensitivity.hpp"

namespace lca::sensitivity {

/// The effects of one input; null for an effect that was not computed.
struct InputEffects {
    std::size_t input = 0;
    const Slope* slope = nullptr;
    const Swing* swing = nullptr;
    const VarianceShare* share = nullptr;
};

/// One entry for each input, sorted by share of variance, then swing, then elasticity. Points into
/// `result`.
std::vector<InputEffects> effects_by_input(const ResultSensitivity& result);

}  // namespace lca::sensitivity
