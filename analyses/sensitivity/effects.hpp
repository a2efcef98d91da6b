#pragma once
// The effects of each input on a result, gathered from its shares of variance, swings and slopes.

#include <vector>

#include "analyses/sensitivity/sensitivity.hpp"

namespace lca::sensitivity {

/// The effects of one input; null where there are none of a kind.
struct InputEffects {
    std::size_t input = 0;
    const Slope* slope = nullptr;
    const Swing* swing = nullptr;
    const VarianceShare* share = nullptr;
};

/// One entry for each input: ordered by share of variance, then by swing, then by elasticity. Refers to the
/// result.
std::vector<InputEffects> effects_by_input(const ResultSensitivity& result);

}  // namespace lca::sensitivity
