#pragma once
// The key tables of the language: the reader, `lca schema` and the reference page are made of these.

#include "lca/document/schema.hpp"

namespace lca {

/// A file of hardware_db/: {catalogue: 1, hardware:, grids:, regions:, datacentres:, sources:, models:,
/// ratings:}.
/// A whole scenario file.
const Type& scenario_type();
const Type& catalogue_type();  // a file of hardware_db/: {catalogue: 1, hardware:, grids:, datacentres:,
                               // sources:, models:}

}  // namespace lca
