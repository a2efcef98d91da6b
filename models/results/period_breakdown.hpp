#pragma once
// The total by years, months, days or hours: one of the ways of break_down, which says what the parts are.

#include <cstdint>
#include <optional>
#include <vector>

#include "models/results/breakdown.hpp"

namespace lca::results {

/// `by` is year, month, day or hour.
std::vector<BreakdownItem> by_period(Assessment& assessment, BreakdownKey by,
                                     std::optional<std::int64_t> until);

}  // namespace lca::results
