#pragma once
// A packaged logic die by ACT's formula, as models of several names take it.

#include <optional>

#include "models/resolve/manufacture_model.hpp"

namespace lca::manufacture {

/// A figure under the model's keys, or else the hardware's own where the inputs do not repeat it.
template <class Unit>
Value<Unit> own_or_of_hardware(const ManufactureInputs& inputs, std::string_view key, const Value<Unit>& own,
                               std::string_view where) {
    if (inputs.stated.has(key)) return inputs.stated.read<Unit>(key, Bounds::positive);
    if (!own) {
        inputs.lacking(
            "model " + std::string(inputs.stated.text("model")) + " needs `" + std::string(key) + "`",
            "`" + std::string(key) + "` here, or " + std::string(where));
    }
    return own;
}

/// `inputs` with the constants of model act; area and process of the inputs or of the hardware's die.
std::optional<Expr<unit::Impact>> packaged_logic_die(const ManufactureInputs& inputs);

}  // namespace lca::manufacture
