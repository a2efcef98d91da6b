#pragma once
// Powers that a file may write with or without what they are per: "400 W" and "400 W/GPU" are the same per
// accelerator.

#include <string_view>
#include <variant>

#include "models/resolve/value_recorder.hpp"
#include "models/results/measure.hpp"

namespace lca::resolve {

/// A power of each accelerator; W is taken as W/GPU. A figure of another dimension is a located fault.
Expr<unit::PowerPerDevice> power_per_accelerator(const AnyValue& value, ValueRecorder& values);

/// A power of each node; W is taken as W/node.
Expr<unit::PowerPerNode> power_per_node(const AnyValue& value, ValueRecorder& values);

/// What a power is drawn by: one accelerator, one node or the whole system.
enum class DrawnBy : unsigned char { accelerator, node, system };

/// A power as a line states it: its value, the key it is written at, and what draws it.
struct PowerKey {
    const AnyValue* value = nullptr;  // null: the line states no power
    std::string_view key;
    DrawnBy drawn_by = DrawnBy::accelerator;
    explicit operator bool() const { return value != nullptr; }
};
/// `device_power`, `node_power`, `system_power`, or `power`, which is per accelerator in `dynamic` and of the
/// whole system in `idle` where its unit does not say.
PowerKey power_key(const Line& line, PhaseKind phase, ValueRecorder& values);

/// Whether a line states neither an energy nor a power: what it draws follows from the catalogue and its
/// load.
bool is_by_load(const Line& line);

/// The power itself.
using StatedPower = std::variant<Expr<unit::PowerPerDevice>, Expr<unit::PowerPerNode>, Expr<unit::Power>>;
StatedPower stated_power(const PowerKey& power, ValueRecorder& values);

}  // namespace lca::resolve
