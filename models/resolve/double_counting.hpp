#pragma once
// Warnings about what a scenario counts twice: each names both lines, and results keep both.

#include "models/catalog/hardware_store.hpp"
#include "models/resolve/electricity_use.hpp"

namespace lca::resolve {

/// Hardware of a node that another entry of the same list already contains (`holds`, `parts`).
void warn_about_contained_hardware(const System& system, HardwareStore& hardware, Diagnostics& diagnostics);

/// Powers of each accelerator or node in `idle`, over time in which a power in `dynamic` counts the same
/// accelerators or nodes; unless one of them states what it `includes`.
void warn_about_idle_in_dynamic(const EnergyContext& context, const ElectricityPhase& dynamic,
                                const Phase& idle);

/// A power of accelerators in `dynamic` beside a load of the servers that they are in.
void warn_about_accelerators_of_servers(const EnergyContext& context);

}  // namespace lca::resolve
