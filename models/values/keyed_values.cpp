#include "models/values/keyed_values.hpp"

#include "models/values/value_reader.hpp"

namespace lca {
namespace {

Node value_at(const Location& map, std::string_view key) {
    const Node node = map.node();
    return node && node.is_map() ? node.find(key) : Node();
}

}  // namespace

bool KeyedValues::has(std::string_view key) const {
    return static_cast<bool>(value_at(map_, key));
}

Location KeyedValues::location_of(std::string_view key) const {
    return value_at(map_, key);
}

std::string_view KeyedValues::text(std::string_view key) const {
    const Node node = value_at(map_, key);
    return node ? node.text() : std::string_view();
}

std::vector<std::string_view> KeyedValues::keys() const {
    std::vector<std::string_view> names;
    const Node node = map_.node();
    if (!node || !node.is_map()) return names;
    for (const Node one : node.children()) names.push_back(one.key());
    return names;
}

KeyedValues KeyedValues::at(std::string_view key) const {
    const Node node = value_at(map_, key);
    return node && node.is_map() ? KeyedValues(node, *sources_, *diagnostics_) : KeyedValues();
}

AnyValue KeyedValues::read(std::string_view key, Dimension dimension, Bounds bounds) const {
    const Node node = value_at(map_, key);
    return node ? ValueReader(*sources_, *diagnostics_).read(node, dimension, bounds) : AnyValue();
}

AnyValue KeyedValues::read_one_of(std::string_view key, std::span<const Dimension> dimensions,
                                  Bounds bounds) const {
    const Node node = value_at(map_, key);
    return node ? ValueReader(*sources_, *diagnostics_).read_one_of(node, dimensions, bounds) : AnyValue();
}

ByCategory KeyedValues::read_impacts(std::string_view key, Dimension dimension, Bounds bounds) const {
    const Node node = value_at(map_, key);
    return node ? ValueReader(*sources_, *diagnostics_).read_impacts(node, dimension, bounds) : ByCategory();
}

}  // namespace lca
