#include "models/compile/purchases.hpp"

#include <fmt/core.h>

#include "models/physics/allocation.hpp"

namespace lca::compile_detail {
namespace {

/// The embodied climate change of one component, all stages added up; empty if it is not known.
std::optional<Expr<unit::Impact>> making(const BuiltComponent& part, ValueRecorder& values) {
    constexpr std::size_t climate = index_of::climate;
    if (part.impact.whole[climate]) return part.impact.whole[climate];
    std::vector<Step> stages;
    for (const auto& stage : part.impact.stages) {
        if (stage[climate]) stages.push_back(stage[climate]->value());
    }
    if (stages.empty()) return std::nullopt;
    return unchecked<unit::Impact>(values.recorder().sum(stages));
}

}  // namespace

Purchase purchase_of(const ResolvedSystem& system, ValueRecorder& values) {
    Purchase bought{.system = system.id, .missing = {}};
    std::vector<Step> parts;
    const auto add = [&](const BuiltComponent& part, bool in_each_node) {
        const std::optional<Expr<unit::Impact>> one = making(part, values);
        if (!one) {
            bought.missing.push_back(part.name);
        } else {
            parts.push_back(in_each_node ? physics::in_full(*one, *system.nodes).value() : one->value());
        }
    };
    for (const BuiltComponent& part : system.parts) add(part, true);
    for (const BuiltComponent& part : system.shared) add(part, false);
    if (parts.empty()) return bought;
    const Step whole = values.recorder().sum(parts);
    values.recorder().label(whole, fmt::format("making all of {}", system.id),
                            impacts()[index_of::climate].dimension);
    bought.step = whole.id();
    return bought;
}

}  // namespace lca::compile_detail
