#pragma once
// The correlations of a file sorted into groups of connected inputs.

#include <span>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/calc/calculation.hpp"
#include "lca/calc/inputs.hpp"
#include "lca/math/copula.hpp"

namespace lca::numerics {

/// Inputs that are correlated with each other, directly or through others.
struct CorrelatedGroup {
    std::vector<std::size_t> inputs;  // indices into Calculation::inputs(), rising
    Copula copula;
};

/// Marks in `needed_inputs` whatever a needed input is correlated with; groups without a needed input are
/// left out. A path that names no uncertain value is warned about (a variant may have made it certain),
/// impossible correlations are an error at the last of them.
std::vector<CorrelatedGroup> correlated_groups(const Calculation& calculation,
                                               std::span<const Correlation> correlations,
                                               std::vector<bool>& needed_inputs, Diagnostics& diagnostics);

}  // namespace lca::numerics
