#pragma once
// Models of manufacture: what follows `embodied: {model: act, …}`. Adding one is adding a file
// model_NAME.cpp.

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lca/document/schema.hpp"
#include "models/resolve/footprint.hpp"
#include "models/resolve/value_recorder.hpp"

namespace lca {

/// What a model may use: what is stated under its keys, the hardware it is stated for, and the recording.
struct ManufactureInputs {
    const KeyedValues& stated;  // the map that holds `model:`
    const Hardware& hardware;
    ValueRecorder& values;
    KeyedValues constants;  // of the catalogue, each with its source

    /// A fault of the map as a whole.
    void error(std::string message, std::string expected = {}) const {
        values.diagnostics().error(stated.location().place(), std::move(message), std::move(expected));
    }
    /// A fault of what the hardware does not state; of what it states in vain there is a fault already.
    void lacking(std::string message, std::string expected) const {
        if (!hardware.faulty) error(std::move(message), std::move(expected));
    }
};

/// Whether the model's tables `keys` know `row`, which is stated at `at`. Those that do not, and for which
/// the file states no figure in their place, are one fault there.
bool tables_know(const ManufactureInputs& inputs, std::span<const std::string_view> keys,
                 std::string_view row, const Location& at);

/// A figure of the file, or else the model's own constant from the catalogue (`key`, or `row` of its table
/// `key`, which tables_know). Reported and empty where neither is there.
AnyValue input_or_constant(const ManufactureInputs& inputs, std::string_view key, Dimension dimension,
                           Bounds bounds, std::string_view row = {});

/// Returns the recorded figure or constant; for an impact (or an impact per unit), that of `category`.
template <class Unit>
std::optional<Expr<Unit>> figure_or_constant(const ManufactureInputs& inputs, std::string_view key,
                                             Bounds bounds, Category category = Category::none,
                                             std::string_view row = {}) {
    const Dimension dimension = dimension_of<Unit>().with(category);
    const AnyValue value = input_or_constant(inputs, key, dimension, bounds, row);
    if (!value) return std::nullopt;
    return unchecked<Unit>(inputs.values.checked(value, dimension));
}

/// A constant of the catalogue for one impact, "2.2 kgCO2e/cm2" and its like in `constants`; empty if
/// there is none for it.
template <class Unit>
std::optional<Expr<Unit>> impact_factor(const ManufactureInputs& inputs, const KeyedValues& constants,
                                        std::string_view key, std::size_t impact) {
    const ByCategory factors = constants.read_impacts(key, dimension_of<Unit>(), Bounds::not_negative);
    const auto per = divide(dimension_of<Unit>(), dimension_of<unit::Impact>());
    const auto dimension = per ? multiply(impacts()[impact].dimension, *per) : std::nullopt;
    if (!factors[impact] || !dimension) return std::nullopt;
    return unchecked<Unit>(inputs.values.checked(factors[impact], *dimension));
}

/// One model. `inputs` is its key table, of its own name and with `model` among the keys; `record` writes its
/// formula down.
struct ManufactureModel {
    std::string_view name;
    const Type& inputs;
    Footprint (*record)(const ManufactureInputs& inputs);
};

/// All models, by name. The table is generated from the files.
std::span<const ManufactureModel* const> manufacture_models();
const ManufactureModel* find_manufacture_model(std::string_view name);

}  // namespace lca
