#pragma once
// Two recordings of one scenario with different start times: which means over time begin at the start.

#include <optional>
#include <vector>

#include "lca/calc/calculation.hpp"

namespace lca {

/// Indices into means() of those that begin at `start` where the other recording's begin at `other_start`.
/// Nothing where the recordings differ in anything else; limits and labels are not looked at.
std::optional<std::vector<std::size_t>> moved_means(const Calculation& calculation, double start,
                                                    const Calculation& other, double other_start);

}  // namespace lca
