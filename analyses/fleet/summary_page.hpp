#pragma once
// The summary of a fleet for people: totals of all rows.

#include <span>
#include <string>
#include <vector>

#include "analyses/fleet/kind_program.hpp"
#include "analyses/fleet/totals.hpp"
#include "lca/page/page.hpp"

namespace lca::fleet {

struct FleetTotals {
    std::uint64_t rows = 0, faulty = 0;     // faulty: rows without results
    std::vector<ResultTotal> results = {};  // by result
    Largest largest = {};                   // rows with the largest values of the first result
    std::vector<std::string> gaps = {};     // what results of some rows leave out, each once
    std::string remark = {};                // how rows share a system; "" if none
};

Page summary_page(const FleetTotals& totals, std::span<const RequestedResult> requested);

}  // namespace lca::fleet
