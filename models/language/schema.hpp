#pragma once
// The tables of keys of the language, on which the reader, `lca schema` and the reference page are based.

#include "lca/document/schema.hpp"

namespace lca {

/// The type of a whole scenario file. The reader checks each file against its type before reading values from
/// it.
/// For files of the catalogue see catalogue_type().
const Type& scenario_type();
const Type& catalogue_type();  // of a file of hardware_db/: {catalogue: 1, hardware:, grids:, regions:,
                               // datacentres:, sources:, models:, ratings:}

}  // namespace lca
