#pragma once
// Gives every value of a scenario that a program made its path: "activities.training.device_time".

#include "models/scenario/scenario.hpp"

namespace lca {

/// The path identifies a value in explanations, draws and sweeps, as it would if a file stated it. Values
/// outside of their bounds, and parameters and outputs that refer to each other in a cycle, are faults
/// without a place.
void name_values(Scenario& scenario, const Sources& sources, Diagnostics& diagnostics);

}  // namespace lca
