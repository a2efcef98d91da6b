// Remarks in results about the grids whose intensities they use.
#include "models/results/boundary.hpp"

namespace lca {

std::string average_note(const std::vector<GridBasis>& bases) {
    std::string grids;
    std::size_t more = 0;
    for (const GridBasis& one : bases) {
        if (one.kind != "average") continue;
        grids.empty() ? void(grids = one.grid) : void(++more);
    }
    if (grids.empty()) return {};
    if (more > 0) grids += " and " + std::to_string(more) + " more";
    return "The effect of a change is computed with an average intensity (" + grids +
           "); a change of load is met at the marginal intensity (`kind: marginal`).";
}

}  // namespace lca
