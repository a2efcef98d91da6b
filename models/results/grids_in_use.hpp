#pragma once
// What results say of the grids that they rest on.

#include <string>

namespace lca {

/// A grid whose figures were taken for a region of the file that has none of its own.
struct ProxyGrid {
    std::string path;     // "sites.here.grid"
    std::string message;  // "`aws/us-west-2` has no figures of its own: those of Oregon (US-OR/2022)"
};

/// What the intensity of a grid ("FRA/2025") counts, as IntensityBasis says it.
struct GridBasis {
    std::string grid, basis, kind, gas;
};

}  // namespace lca
