#pragma once
// Finds out whether results of two recordings have the same formula and only other input values: then one
// recording can compute both.

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "lca/calc/calculation.hpp"

namespace lca {

/// Inputs of a recording, by index, with values other than their own.
using InputValues = std::vector<std::pair<std::size_t, double>>;

/// The inputs on which the results of `base` depend (no_step: no result) and whose values in `other` differ,
/// with these values. Empty if the results of `other` have different steps, constants or limits. Other parts
/// of the recordings may differ, such as the water of a grid if only its climate impact is a result; but
/// empty, too, if a limit there depends on several inputs, which is checked only when compiling.
std::optional<InputValues> other_values(const Calculation& base, std::span<const StepId> results_of_base,
                                        const Calculation& other, std::span<const StepId> results_of_other);

}  // namespace lca
