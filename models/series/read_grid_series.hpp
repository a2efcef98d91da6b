#pragma once
// The series that a grid names, in any of the formats that are read.

#include <memory>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"
#include "models/series/grid_series.hpp"

namespace lca {

/// Reads a map with the key `series`, whose file was read before (values/data_files). Null after an error,
/// which is at the key or in the file.
std::shared_ptr<const GridSeries> read_grid_series(Node grid, const Sources& sources,
                                                   Diagnostics& diagnostics);

}  // namespace lca
