#pragma once
// What the embodied figures that results depend on cover, and by which methods they were found.

#include <set>
#include <string>

#include "models/resolve/embodied.hpp"
#include "models/results/results.hpp"

namespace lca::compile_detail {

/// Collects the hardware whose embodied figures are in the results' sums, each id once.
class HardwareBases {
public:
    void add(const ResolvedSystem* system, const EmbodiedPhase& embodied, Results& results);
    /// Adds a remark for each way in which figures that are added up differ: in coverage, in the method for
    /// an impact, in the IPCC report of their warming potentials. Call it when grids and water are known.
    static void finish(Results& results, Diagnostics& diagnostics);

private:
    std::set<std::string, std::less<>> known_;
};

}  // namespace lca::compile_detail
