#pragma once
// Compares recordings of a scenario for two start times: which means over time start at the start time.

#include <optional>
#include <vector>

#include "lca/calc/calculation.hpp"

namespace lca {

/// Indices in means() of those that begin at `start` here and at `other_start` in the other recording. An
/// empty optional if the recordings differ in anything else; limits and labels are not compared.
std::optional<std::vector<std::size_t>> moved_means(const Calculation& calculation, double start,
                                                    const Calculation& other, double other_start);

}  // namespace lca
