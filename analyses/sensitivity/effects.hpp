#pragma once
// What is known of each input of a result, gathered from its shares of variance, swings and slopes.

#include <vector>

#include "analyses/sensitivity/sensitivity.hpp"

namespace lca::sensitivity {

/// What is not known is null.
struct InputEffects {
    std::size_t input = 0;
    const Slope* slope = nullptr;
    const Swing* swing = nullptr;
    const VarianceShare* share = nullptr;
};

/// One entry for each input: by share of variance, then by swing, then by elasticity. Refers to the result.
std::vector<InputEffects> effects_by_input(const ResultSensitivity& result);

}  // namespace lca::sensitivity
