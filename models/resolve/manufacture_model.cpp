#include "models/resolve/manufacture_model.hpp"
#include "lca/base/text.hpp"

#include <fmt/core.h>

#include <vector>

namespace lca {

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
                     fmt::format("one of {}, or `{}` stated here",
                                 listed(std::vector<std::string>(known.begin(), known.end()), "and"), key));
        return {};
    }
    inputs.error(fmt::format("the model needs `{}`", key));
    return {};
}

}  // namespace lca
