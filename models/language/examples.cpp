#include "models/language/examples.hpp"

#include <algorithm>
#include <string>

#include "lca/base/utf8.hpp"
#include "lca/document/type_walk.hpp"
#include "lca/units/quantity.hpp"
#include "models/language/schema.hpp"

namespace lca {
namespace {

/// The keys on the way to a path, outermost first. Ids and list items on the way do not count as keys.
std::vector<const Key*> keys_to(const Type& root, std::string_view path) {
    std::vector<const Key*> keys;
    const Type* type = &root;
    while (!path.empty() && type != nullptr) {
        const std::string_view step = path.substr(0, path.find('.'));
        path.remove_prefix(std::min(path.size(), step.size() + 1));
        if (const Key* key = key_below(*type, step)) keys.push_back(key);
        type = type_below(*type, step);
    }
    return keys;
}

/// The language of a path: of scenarios or of the catalogue. Sections that are in both have the same keys.
const Type& language_of(std::string_view path) {
    const std::string_view section = path.substr(0, path.find('.'));
    return find_key(scenario_type().keys, section) != nullptr ? scenario_type() : catalogue_type();
}

bool is_of(std::string_view example, std::span<const Dimension> dimensions) {
    const Parsed<Quantity> parsed = parse_quantity(example);
    const Quantity* quantity = std::get_if<Quantity>(&parsed);
    if (quantity == nullptr) return false;
    const Dimension found = quantity->unit.dimension;  // impacts of any category fit one without category
    return std::any_of(dimensions.begin(), dimensions.end(), [found](const Dimension& wanted) {
        return found == wanted || found.with(Category::none) == wanted;
    });
}

/// Whether the words for a type's dimensions ("power, or power per node") include this dimension.
bool takes(const Type& type, Dimension dimension) {
    const std::string wanted = name(dimension);
    std::string_view words = type.dimension;
    while (!words.empty()) {
        const std::size_t comma = words.find(", ");
        std::string_view one = words.substr(0, comma);
        words.remove_prefix(comma == std::string_view::npos ? words.size() : comma + 2);
        for (const std::string_view before : {"or ", "number of "}) {
            if (one.starts_with(before)) one.remove_prefix(before.size());
        }
        if (one == wanted) return true;
    }
    return false;
}

}  // namespace

std::string_view example_at(std::string_view path, std::span<const Dimension> dimensions) {
    const std::string_view first = path.substr(0, path.find('.'));
    if (find_key(language_of(path).keys, first) ==
        nullptr) {  // "IRL/2025.intensity": an entry of the catalogue
        for (const std::string_view section : {"hardware.", "grids.", "regions.", "datacentres."}) {
            const std::string_view found = example_at(std::string(section) + std::string(path), dimensions);
            if (!found.empty()) return found;
        }
        return {};
    }
    const std::vector<const Key*> keys = keys_to(language_of(path), path);
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        if (is_of((*key)->example, dimensions)) return (*key)->example;
    }
    return {};
}

std::vector<const Key*> keys_beside(std::string_view path, Dimension dimension) {
    const std::size_t last = path.rfind('.');
    if (last == std::string_view::npos || dimension.dimensionless()) return {};
    const std::string_view around = path.substr(0, last);
    const Type* type = type_at(language_of(path), around);
    std::vector<const Key*> keys;
    if (type == nullptr) return keys;
    for (const Key& key : type->keys) {
        if (key.name == path.substr(last + 1)) continue;
        if (takes(*key.type, dimension) || is_of(key.example, std::span(&dimension, 1))) keys.push_back(&key);
    }
    return keys;
}

}  // namespace lca
