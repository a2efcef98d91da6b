#pragma once
// Whether results of two recordings have the same formula with other input values: then one recording gives
// both.

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "lca/calc/calculation.hpp"

namespace lca {

/// Inputs of a recording (by index) with other values.
using InputValues = std::vector<std::pair<std::size_t, double>>;

/// Inputs of `base` with the values they have in `other`, where they differ, among those that the results are
/// made of (no_step: none). Empty if these are made in other steps, of other constants, or within other
/// limits. What else is recorded, such as the water of a grid when its climate is asked for, may differ; but
/// not where a limit of it depends on several inputs, which only compiling checks.
std::optional<InputValues> other_values(const Calculation& base, std::span<const StepId> results_of_base,
                                        const Calculation& other, std::span<const StepId> results_of_other);

}  // namespace lca
