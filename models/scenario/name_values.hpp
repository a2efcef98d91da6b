#pragma once
// Gives every value of a scenario made in a program the path that the value would have in a file.

#include "models/scenario/scenario.hpp"

namespace lca {

/// Explanations, samples and sweeps identify values by these paths. Reports errors without a place for values
/// outside their bounds, and for parameters and outputs that refer to each other in a
/// cycle.
void name_values(Scenario& scenario, const Sources& sources, Diagnostics& diagnostics);

}  // namespace lca
