#pragma once
// What results say of the grids that they rest on.

#include <string>
#include <vector>

namespace lca {

/// A grid whose figures were taken for a region of the file that has none of its own.
struct ProxyGrid {
    std::string path;     // "sites.here.grid"
    std::string message;  // "`aws/us-west-2` has no figures of its own: those of Oregon (US-OR/2022)"
};

/// What the intensity of a grid ("FRA/2025") counts, as IntensityBasis says it.
struct GridBasis {
    std::string grid, basis, kind, gas, gwp = {};
};

/// "A change is answered with an average intensity (FRA/2025): …"; "" where none is an average.
std::string average_note(const std::vector<GridBasis>& bases);

/// Whether the water that a site uses is what it consumes or what it withdraws.
struct WaterBasis {
    std::string of;      // "sites.here.wue" or the data centre, "aws/2024"
    std::string counts;  // "consumption", "withdrawal", or "" where nobody says
};

}  // namespace lca
