#pragma once
// Results per request, token and functional unit, recorded only if they are asked for.

#include <span>
#include <string>

#include "models/results/point_result.hpp"

namespace lca {

/// Records those of `names` that are results per use ("total.per_request"), so that sampling, sensitivity and
/// sweeps can use them like the total; other names are ignored. Results that cannot be divided stay not
/// assessed. Takes time in proportion to the size of the recording.
void record_per_use(Assessment& assessment, std::span<const std::string> names);

/// The names of results per use that outputs list, in the order of the table: "total.per_request",
/// "total.energy.per_request"; for every measure that is assessed.
std::vector<std::string> listed_per_use(const Results& results);

}  // namespace lca
