#pragma once
// The total by years, months, days or hours, as one kind of break_down; see there for what the items are.

#include <cstdint>
#include <optional>
#include <vector>

#include "models/results/breakdown.hpp"

namespace lca::results {

/// `by` must be year, month, day or hour.
std::vector<BreakdownItem> by_period(Assessment& assessment, BreakdownKey by,
                                     std::optional<std::int64_t> until);

}  // namespace lca::results
