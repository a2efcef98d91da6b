#include "models/resolve/power.hpp"

#include <array>

#include "models/physics/energy.hpp"

namespace lca {
namespace {

/// `Each` is what there is one of: unit::Accelerators, unit::Nodes.
template <class Each>
auto power_per(const AnyValue& value, ValueRecorder& values) {
    using PerEach = decltype(unit::Power() / Each());
    const std::array<Dimension, 2> ways = {dimension_of<unit::Power>(), dimension_of<PerEach>()};
    const auto power = values.one_of(value, ways);
    if (power.which == 1) return unchecked<PerEach>(power.step);
    return physics::power_of_each<Each>(unchecked<unit::Power>(power.step));
}

}  // namespace

Expr<unit::PowerPerDevice> power_per_accelerator(const AnyValue& value, ValueRecorder& values) {
    return power_per<unit::Accelerators>(value, values);
}

Expr<unit::PowerPerNode> power_per_node(const AnyValue& value, ValueRecorder& values) {
    return power_per<unit::Nodes>(value, values);
}

}  // namespace lca
