#pragma once
// The totals of all rows of a fleet, for people.

#include <span>
#include <string>
#include <vector>

#include "analyses/fleet/kind_program.hpp"
#include "analyses/fleet/totals.hpp"
#include "lca/page/page.hpp"

namespace lca::fleet {

struct FleetTotals {
    std::uint64_t rows = 0, faulty = 0;     // faulty: without results
    std::vector<ResultTotal> results = {};  // by result
    Largest largest = {};                   // by the first result
    std::vector<std::string> gaps = {};     // what results do not count, each once
    std::string remark = {};                // how rows share a system
};

Page summary_page(const FleetTotals& totals, std::span<const AskedResult> asked);

}  // namespace lca::fleet
