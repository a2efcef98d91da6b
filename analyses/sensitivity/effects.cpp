#include "analyses/sensitivity/effects.hpp"

#include <algorithm>

namespace lca::sensitivity {
namespace {

InputEffects& entry(std::vector<InputEffects>& effects, std::size_t input) {
    const auto found = std::find_if(effects.begin(), effects.end(),
                                    [&](const InputEffects& one) { return one.input == input; });
    if (found != effects.end()) return *found;
    effects.push_back({input});
    return effects.back();
}

}  // namespace

std::vector<InputEffects> effects_by_input(const ResultSensitivity& result) {
    std::vector<InputEffects> effects;
    if (result.shares) {
        for (const VarianceShare& share : result.shares->inputs) entry(effects, share.input).share = &share;
    }
    for (const Swing& swing : result.swings) entry(effects, swing.input).swing = &swing;
    // Slopes are of thousands of inputs at times: those known already first, the others as they come.
    const std::size_t known = effects.size();
    for (const Slope& slope : result.slopes) {
        const auto end = effects.begin() + static_cast<std::ptrdiff_t>(known);
        const auto found = std::find_if(effects.begin(), end,
                                        [&](const InputEffects& one) { return one.input == slope.input; });
        if (found != end) {
            found->slope = &slope;
        } else {
            effects.push_back({slope.input, &slope});
        }
    }
    return effects;
}

}  // namespace lca::sensitivity
