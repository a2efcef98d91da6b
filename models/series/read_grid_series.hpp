#pragma once
// Reads the series of intensities that a grid names, in any supported format.

#include <memory>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"
#include "models/series/grid_series.hpp"

namespace lca {

/// `grid`: a map with the key `series`, whose file was loaded before (values/data_files).
/// Returns null after an error, which is reported at a key of the map or at a place in the file.
std::shared_ptr<const GridSeries> read_grid_series(Node grid, const Sources& sources,
                                                   Diagnostics& diagnostics);

}  // namespace lca
