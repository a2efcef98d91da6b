#pragma once
// Sorts the correlations of a file into groups of connected inputs.

#include <span>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/calc/calculation.hpp"
#include "lca/calc/inputs.hpp"
#include "lca/math/copula.hpp"

namespace lca::numerics {

/// Inputs that are correlated with each other, directly or by way of others, and their copula.
struct CorrelatedGroup {
    std::vector<std::size_t> inputs;  // indices into Calculation::inputs(), rising
    Copula copula;
};

/// Groups without any input in `needed_inputs` are left out; in the others, all inputs are marked as needed.
/// A path that names no uncertain value gives a warning (a variant may have made the value certain);
/// impossible correlations are an error at the last of them.
std::vector<CorrelatedGroup> correlated_groups(const Calculation& calculation,
                                               std::span<const Correlation> correlations,
                                               std::vector<bool>& needed_inputs, Diagnostics& diagnostics);

}  // namespace lca::numerics
