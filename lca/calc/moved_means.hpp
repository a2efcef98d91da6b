#pragma once
// Two recordings of which one is the other at another time: which of its means over time begin there.

#include <optional>
#include <vector>

#include "lca/calc/calculation.hpp"

namespace lca {

/// Indices into means() of those that begin at `start` where the other recording's begin at `other_start`.
/// Nothing where the recordings differ in anything else; limits and labels are not looked at.
std::optional<std::vector<std::size_t>> moved_means(const Calculation& calculation, double start,
                                                    const Calculation& other, double other_start);

}  // namespace lca
