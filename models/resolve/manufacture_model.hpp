#pragma once
// Models of manufacture, which a file names as in `embodied: {model: act, …}`. To add one, add a file
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

/// What a model gets: the values stated under its keys, the hardware they are stated for, and the recorder.
struct ManufactureInputs {
    const KeyedValues& stated;  // the map with the key `model`
    const Hardware& hardware;
    ValueRecorder& values;
    KeyedValues constants;  // the model's constants in the catalogue, each with its source

    /// Reports an error at the map as a whole.
    void error(std::string message, std::string expected = {}) const {
        values.diagnostics().error(stated.location().place(), std::move(message), std::move(expected));
    }
    /// Reports what the hardware does not state, unless it has an error, which has been reported already.
    void lacking(std::string message, std::string expected) const {
        if (!hardware.faulty) error(std::move(message), std::move(expected));
    }
};

/// Whether each of the model's tables `keys` has the row `row`, stated at `at`. Tables without the row are
/// reported in one error, except those in whose place the file states a figure.
bool tables_know(const ManufactureInputs& inputs, std::span<const std::string_view> keys,
                 std::string_view row, const Location& at);

/// The value that the file states for `key`, or else the model's constant in the catalogue: `key`, or `row`
/// of the table `key` (see tables_know). If there is neither, reports an error and returns an empty value.
AnyValue input_or_constant(const ManufactureInputs& inputs, std::string_view key, Dimension dimension,
                           Bounds bounds, std::string_view row = {});

/// The same value, recorded; of a value that is an impact (or an impact per unit), that in `category`.
template <class Unit>
std::optional<Expr<Unit>> figure_or_constant(const ManufactureInputs& inputs, std::string_view key,
                                             Bounds bounds, Category category = Category::none,
                                             std::string_view row = {}) {
    const Dimension dimension = dimension_of<Unit>().with(category);
    const AnyValue value = input_or_constant(inputs, key, dimension, bounds, row);
    if (!value) return std::nullopt;
    return unchecked<Unit>(inputs.values.checked(value, dimension));
}

/// A constant of the catalogue for one impact category, such as "2.2 kgCO2e/cm2" under `key` in `constants`;
/// empty if there is none for that category.
template <class Unit>
std::optional<Expr<Unit>> impact_factor(const ManufactureInputs& inputs, const KeyedValues& constants,
                                        std::string_view key, std::size_t impact) {
    const ByCategory factors = constants.read_impacts(key, dimension_of<Unit>(), Bounds::not_negative);
    const auto per = divide(dimension_of<Unit>(), dimension_of<unit::Impact>());
    const auto dimension = per ? multiply(impacts()[impact].dimension, *per) : std::nullopt;
    if (!factors[impact] || !dimension) return std::nullopt;
    return unchecked<Unit>(inputs.values.checked(factors[impact], *dimension));
}

/// One model. `inputs`: the type that lists its keys, `model` among them. `record` records its formula as
/// steps of the calculation.
struct ManufactureModel {
    std::string_view name;
    const Type& inputs;
    Footprint (*record)(const ManufactureInputs& inputs);
};

/// All models, sorted by name. The build generates this table from the files.
std::span<const ManufactureModel* const> manufacture_models();
const ManufactureModel* find_manufacture_model(std::string_view name);

}  // namespace lca
