#pragma once
// Reads a load that changes over time, as a scenario states it.

#include <memory>

#include "models/series/load_shape.hpp"
#include "models/values/value_reader.hpp"

namespace lca {

/// Reads the map `load` with `daily` or `series`; null after an error. `weights`: whether
/// values are weights of a stated energy; otherwise they are shares of the maximum power.
std::shared_ptr<const LoadShape> read_load_shape(Node load, bool weights, ValueReader& values);

}  // namespace lca
