#pragma once
// Whether two recordings are the same formulas over other values: then one of them stands for both.

#include <optional>
#include <utility>
#include <vector>

#include "lca/calc/calculation.hpp"

namespace lca {

/// Inputs of `base` (by index) with the values they have in `other`, where they differ. Nothing where the
/// recordings have unlike steps, constants or limits; which of the steps are results is not looked at.
using InputValues = std::vector<std::pair<std::size_t, double>>;
std::optional<InputValues> other_values(const Calculation& base, const Calculation& other);

}  // namespace lca
