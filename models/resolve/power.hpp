#pragma once
// Powers that a file may write with or without what they are per: as power of each accelerator, "400 W" and
// "400 W/GPU" mean the same.

#include <string_view>
#include <variant>

#include "models/resolve/value_recorder.hpp"
#include "models/results/measure.hpp"

namespace lca::resolve {

/// A power of each accelerator; W means W/GPU. A value of another dimension is reported as an error.
Expr<unit::PowerPerDevice> power_per_accelerator(const AnyValue& value, ValueRecorder& values);

/// A power of each node; W means W/node.
Expr<unit::PowerPerNode> power_per_node(const AnyValue& value, ValueRecorder& values);

/// What a stated power is the power of: one accelerator, one node or the whole system.
enum class DrawnBy : unsigned char { accelerator, node, system };

/// The power that an entry states: its value, its key, and whose power it is.
struct PowerKey {
    const AnyValue* value = nullptr;  // null: the entry states no power
    std::string_view key;
    DrawnBy drawn_by = DrawnBy::accelerator;
    explicit operator bool() const { return value != nullptr; }
};
/// The power under `device_power`, `node_power`, `system_power` or `power`. A `power` in W is that of each
/// accelerator in `dynamic`, and of the whole system in `idle`.
PowerKey power_key(const Line& line, PhaseKind phase, ValueRecorder& values);

/// Whether an entry states neither energy nor power nor a model, so that its power follows from the catalogue
/// and the load.
bool is_by_load(const Line& line);

/// The power as a quantity whose type says what it is the power of.
using StatedPower = std::variant<Expr<unit::PowerPerDevice>, Expr<unit::PowerPerNode>, Expr<unit::Power>>;
StatedPower stated_power(const PowerKey& power, ValueRecorder& values);

}  // namespace lca::resolve
