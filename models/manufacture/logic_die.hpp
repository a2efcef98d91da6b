#pragma once
// A packaged logic die by the formula of ACT, used by several models.

#include <optional>

#include "models/resolve/manufacture_model.hpp"

namespace lca::manufacture {

/// The value stated under one of the model's keys or, if it is not stated there, that of the hardware.
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

/// `inputs` must have the constants of model `act`. Area and process are stated there or in the hardware.
std::optional<Expr<unit::Impact>> packaged_logic_die(const ManufactureInputs& inputs);

}  // namespace lca::manufacture
