#pragma once
// Gives every value of a scenario that a program made its path: "activities.training.device_time".

#include "models/scenario/scenario.hpp"

namespace lca {

/// By the path a value is known in explanations, draws and sweeps, as if it stood in a file. Values outside
/// of their bounds, and parameters and outputs that refer to each other in a ring, are faults without a
/// place.
void name_values(Scenario& scenario, const Sources& sources, Diagnostics& diagnostics);

}  // namespace lca
