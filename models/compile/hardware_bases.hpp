#pragma once
// What the embodied figures behind results cover, and how they were found.

#include <set>
#include <string>

#include "models/resolve/embodied.hpp"
#include "models/results/results.hpp"

namespace lca::compile_detail {

/// Collects the hardware whose embodied figures enter sums, each piece once.
class HardwareBases {
public:
    void add(const ResolvedSystem* machine, const EmbodiedPhase& embodied, Results& results);
    /// Adds a remark for each way in which unlike figures are added up: what they cover, the method of an
    /// impact, the report whose warming potentials they use. Called after grids and water are known.
    static void finish(Results& results, Diagnostics& diagnostics);

private:
    std::set<std::string, std::less<>> known_;
};

}  // namespace lca::compile_detail
