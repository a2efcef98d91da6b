#include "models/resolve/manufacture_model.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "lca/base/text.hpp"
#include "lca/document/schema.hpp"

namespace lca {
namespace {

/// Whether a file may state `key` for the model that it names: a model made of another one has not all of its
/// keys.
bool may_state(const ManufactureInputs& inputs, std::string_view key) {
    const ManufactureModel* const model = find_manufacture_model(inputs.stated.text("model"));
    return model && std::any_of(model->inputs.keys.begin(), model->inputs.keys.end(),
                                [&](const Key& known) { return known.name == key; });
}

}  // namespace

const ManufactureModel* find_manufacture_model(std::string_view name) {
    for (const ManufactureModel* model : manufacture_models()) {
        if (model->name == name) return model;
    }
    return nullptr;
}

AnyValue input_or_constant(const ManufactureInputs& inputs, std::string_view key, Dimension dimension,
                           Bounds bounds, std::string_view row) {
    if (inputs.stated.has(key)) return inputs.stated.read(key, dimension, bounds);
    if (row.empty() && inputs.constants.has(key)) return inputs.constants.read(key, dimension, bounds);
    if (const KeyedValues table = inputs.constants.at(key)) {
        if (table.has(row)) return table.read(row, dimension, bounds);
        const std::vector<std::string_view> known = table.keys();
        inputs.error(fmt::format("the model has no {} for {}", key, row),
                     fmt::format("one of {}", listed(std::vector<std::string>(known.begin(), known.end()))) +
                         (may_state(inputs, key) ? fmt::format(", or `{}` stated here", key) : ""));
        return {};
    }
    inputs.error(fmt::format("the model needs `{}`", key));
    return {};
}

}  // namespace lca
