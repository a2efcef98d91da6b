#include "models/resolve/power.hpp"

#include <array>

#include "models/physics/energy.hpp"
#include "models/scenario/bound_keys.hpp"

namespace lca::resolve {
namespace {

/// A power of one unit of `Each`, which is unit::Accelerators or unit::Nodes.
template <class Each>
auto power_per(const AnyValue& value, ValueRecorder& values) {
    using PerEach = decltype(unit::Power() / Each());
    const std::array<Dimension, 2> ways = {dimension_of<unit::Power>(), dimension_of<PerEach>()};
    const auto power = values.one_of(value, ways);
    if (power.which == 1) return unchecked<PerEach>(power.step);
    return physics::power_of_each<Each>(unchecked<unit::Power>(power.step));
}

/// What `power` is the power of, by its unit; for plain W this depends on the phase.
DrawnBy drawn_by_unit(const AnyValue& power, PhaseKind phase, ValueRecorder& values) {
    const std::size_t which = values.one_of(power, bound::power_of_any).which;  // index of W, W/GPU or W/node
    if (which == 1) return DrawnBy::accelerator;
    if (which == 2) return DrawnBy::node;
    return phase == PhaseKind::dynamic ? DrawnBy::accelerator : DrawnBy::system;
}

}  // namespace

Expr<unit::PowerPerDevice> power_per_accelerator(const AnyValue& value, ValueRecorder& values) {
    return power_per<unit::Accelerators>(value, values);
}

Expr<unit::PowerPerNode> power_per_node(const AnyValue& value, ValueRecorder& values) {
    return power_per<unit::Nodes>(value, values);
}

PowerKey power_key(const Line& line, PhaseKind phase, ValueRecorder& values) {
    if (line.device_power) return {&line.device_power, "device_power", DrawnBy::accelerator};
    if (line.node_power) return {&line.node_power, "node_power", DrawnBy::node};
    if (line.system_power) return {&line.system_power, "system_power", DrawnBy::system};
    if (line.power) return {&line.power, "power", drawn_by_unit(line.power, phase, values)};
    return {};
}

bool is_by_load(const Line& line) {
    return line.state == LineState::stated && !line.energy && !line.per_request && !line.per_token &&
           !line.power && !line.device_power && !line.node_power && !line.system_power && !line.model;
}

StatedPower stated_power(const PowerKey& power, ValueRecorder& values) {
    switch (power.drawn_by) {
        case DrawnBy::accelerator:
            return power_per_accelerator(*power.value, values);
        case DrawnBy::node:
            return power_per_node(*power.value, values);
        case DrawnBy::system:
            break;
    }
    return unchecked<unit::Power>(values.checked(*power.value, dimension_of<unit::Power>()));
}

}  // namespace lca::resolve
