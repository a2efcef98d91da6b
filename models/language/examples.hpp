#pragma once
// Examples for messages, taken from the tables of keys, that are valid at the place of the message.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lca/document/schema.hpp"
#include "lca/units/quantity.hpp"

namespace lca {

/// The example of the key at a path ("systems.jean_zay.lifetime": "6 yr"), if it has one of these dimensions,
/// or else that of the nearest key above it which has; "" if there is none.
std::string_view example_at(std::string_view path, std::span<const Dimension> dimensions);

/// Keys next to the one at a path that take a value of a dimension, as `node_power` next to `device_power`.
std::vector<const Key*> keys_beside(std::string_view path, Dimension dimension);

}  // namespace lca
