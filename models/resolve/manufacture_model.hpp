#pragma once
// Models of manufacture: what stands behind `embodied: {model: act, …}`. Adding one is adding a file
// model_NAME.cpp.

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "lca/document/schema.hpp"
#include "models/resolve/footprint.hpp"
#include "models/resolve/values.hpp"

namespace lca {

/// What a model may read: its inputs as written, the hardware it stands at, the figures and the recording.
struct ManufactureInputs {
    Node node;  // the map that holds `model:`
    const Hardware& hardware;
    Figures& figures;
    Values& values;
    Node constants;  // the catalogue's entry of the model, with its constants and their sources
};

/// A figure of the file, or else the model's own constant from the catalogue (`key`, or `key` of a process
/// node). Reported and empty where neither is there.
const Given* input_or_constant(const ManufactureInputs& inputs, std::string_view key, Dimension dimension,
                               Bounds bounds, std::string_view row = {});

/// The same, recorded; an impact (or one per something) of `category`.
template <class Unit>
std::optional<Expr<Unit>> figure_or_constant(const ManufactureInputs& inputs, std::string_view key,
                                             Bounds bounds, Category category = Category::none,
                                             std::string_view row = {}) {
    const Dimension dimension = dimension_of<Unit>().with(category);
    const Given* given = input_or_constant(inputs, key, dimension, bounds, row);
    if (!given) return std::nullopt;
    return unchecked<Unit>(inputs.values.checked(*given, dimension));
}

/// A constant of the catalogue for one impact, "2.2 kgCO2e/cm2" and its like in `constants`; nothing where
/// there is none for it.
template <class Unit>
std::optional<Expr<Unit>> impact_factor(const ManufactureInputs& inputs, Node constants, std::string_view key,
                                        std::size_t impact) {
    const Node node = constants ? constants.find(key) : Node();
    if (!node) return std::nullopt;
    const auto given = inputs.figures.read_impacts(node, dimension_of<Unit>(), Bounds::not_negative);
    const auto per = divide(dimension_of<Unit>(), dimension_of<unit::Impact>());
    const auto dimension = per ? multiply(impacts()[impact].dimension, *per) : std::nullopt;
    if (!given[impact] || !dimension) return std::nullopt;
    return unchecked<Unit>(inputs.values.checked(*given[impact], *dimension));
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
