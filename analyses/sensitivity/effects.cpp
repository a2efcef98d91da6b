#include "analyses/sensitivity/effects.hpp"

#include <unordered_map>
#include <utility>

namespace lca::sensitivity {
namespace {

/// Collects effects by input; entries are in the order in which inputs first occur.
class ByInput {
public:
    InputEffects& operator[](std::size_t input) {
        const auto [known, is_new] = number_.try_emplace(input, effects_.size());
        if (is_new) effects_.push_back({input});
        return effects_[known->second];
    }
    std::vector<InputEffects> take() { return std::move(effects_); }

private:
    std::unordered_map<std::size_t, std::size_t> number_;
    std::vector<InputEffects> effects_;
};

}  // namespace

std::vector<InputEffects> effects_by_input(const ResultSensitivity& result) {
    ByInput effects;
    if (result.shares) {
        for (const VarianceShare& share : result.shares->inputs) effects[share.input].share = &share;
    }
    for (const Swing& swing : result.swings) effects[swing.input].swing = &swing;
    for (const Slope& slope : result.slopes) effects[slope.input].slope = &slope;
    return effects.take();
}

}  // namespace lca::sensitivity
