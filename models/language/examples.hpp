#pragma once
// Examples for messages, from the key tables: one that is valid at the place the message is about.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lca/document/schema.hpp"
#include "lca/units/quantity.hpp"

namespace lca {

/// The example of the key at a path ("systems.jean_zay.lifetime": "6 yr"), or of the nearest one around it
/// whose example is of one of these dimensions; "" where there is none.
std::string_view example_at(std::string_view path, std::span<const Dimension> dimensions);

/// Keys beside the one at a path that take a value of a dimension: `node_power` beside `device_power`.
std::vector<const Key*> keys_beside(std::string_view path, Dimension dimension);

}  // namespace lca
