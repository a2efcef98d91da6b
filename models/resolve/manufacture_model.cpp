#include "models/resolve/manufacture_model.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/document/schema.hpp"

namespace lca {
namespace {

/// Whether `key` is one of the keys that the stated model takes: a model that uses another one's tables may
/// take only some of the other's keys.
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

bool tables_know(const ManufactureInputs& inputs, std::span<const std::string_view> keys,
                 std::string_view row, const Location& at) {
    std::vector<std::string> lacking, in_place;
    std::vector<std::string_view> known;
    for (const std::string_view key : keys) {
        const KeyedValues table = inputs.constants.at(key);
        if (inputs.stated.has(key) || !table || table.has(row)) continue;
        known = table.keys();
        lacking.push_back(in_quotes(key));
        if (may_state(inputs, key)) in_place.push_back(in_quotes(key));
    }
    if (lacking.empty()) return true;
    const std::vector<std::string> names(known.begin(), known.end());
    const Place model = inputs.stated.location().place(), here = at.place();
    const bool is_size = !row.empty() && is_digit(row.front());  // 4nm must not suggest 5nm
    const std::string instead = in_place.empty() ? "" : fmt::format(", or {} stated here", listed(in_place));
    inputs.values.diagnostics().add(
        {.place = here.file == model.file ? here : model,
         .message = fmt::format("the model has no {} for {}", listed(lacking, "or"), row),
         .expected = "one of " + listed(names) + instead,
         .hint = is_size ? "" : did_you_mean(row, names),
         .width = here.file == model.file ? at.width() : 1});
    return false;
}

AnyValue input_or_constant(const ManufactureInputs& inputs, std::string_view key, Dimension dimension,
                           Bounds bounds, std::string_view row) {
    if (inputs.stated.has(key)) return inputs.stated.read(key, dimension, bounds);
    if (row.empty() && inputs.constants.has(key)) return inputs.constants.read(key, dimension, bounds);
    const KeyedValues table = inputs.constants.at(key);
    if (table && table.has(row)) return table.read(row, dimension, bounds);
    inputs.error(fmt::format("the model needs `{}`", key));
    return {};
}

}  // namespace lca
