#include "models/resolve/manufacture_model.hpp"

#include <fmt/core.h>

#include <vector>

namespace lca {

const ManufactureModel* find_manufacture_model(std::string_view name) {
    for (const ManufactureModel* model : manufacture_models()) {
        if (model->name == name) return model;
    }
    return nullptr;
}

const Given* input_or_constant(const ManufactureInputs& inputs, std::string_view key, Dimension dimension,
                               Bounds bounds, std::string_view row) {
    if (const Node own = inputs.node.find(key)) return inputs.figures.read(own, dimension, bounds);
    const Node constant = inputs.constants ? inputs.constants.find(key) : Node();
    if (constant && row.empty()) return inputs.figures.read(constant, dimension, bounds);
    if (constant && constant.is_map()) {
        if (const Node figure = constant.find(row)) return inputs.figures.read(figure, dimension, bounds);
        std::vector<std::string> rows;
        for (const Node one : constant.children()) rows.emplace_back(one.key());
        inputs.values.diagnostics().error(
            inputs.node.place(), fmt::format("the model has no {} for {}", key, row),
            fmt::format("one of {}, or `{}` stated here", listed(rows, "and"), key));
        return nullptr;
    }
    inputs.values.diagnostics().error(inputs.node.place(), fmt::format("the model needs `{}`", key));
    return nullptr;
}

}  // namespace lca
