#pragma once
// Results per request, token and functional unit, recorded where a question asks for them.

#include <span>
#include <string>

#include "models/results/point_result.hpp"

namespace lca {

/// Gives a recording the steps of those of `names` that are results per use ("total.per_request"), so that
/// sampling, sensitivity and sweeps can use them like the total; other names are ignored. Results that cannot
/// be divided stay not assessed. Linear in the size of the recording.
void record_per_use(Assessment& assessment, std::span<const std::string> names);

/// The names that outputs list beside the results, in the order of the table: "total.per_request",
/// "total.energy.per_request". Of every measure that is assessed.
std::vector<std::string> listed_per_use(const Results& results);

}  // namespace lca
