#pragma once
// Warnings about what a scenario counts twice: they name both entries; results still count both.

#include "models/catalog/hardware_store.hpp"
#include "models/resolve/electricity_use.hpp"

namespace lca::resolve {

/// Warns about hardware of a node that another entry of the same list already contains (`holds`, `parts`).
void warn_about_contained_hardware(const System& system, HardwareStore& hardware, Diagnostics& diagnostics);

/// Warns about a power of each accelerator or node in `idle` if a power in `dynamic` covers the same
/// accelerators or nodes at the same time, unless one of the two states what it `includes`.
void warn_about_idle_in_dynamic(const EnergyContext& context, const ElectricityPhase& dynamic,
                                const Phase& idle);

/// Warns about a power of accelerators in `dynamic` if another entry is a load of servers that contain them.
void warn_about_accelerators_of_servers(const EnergyContext& context);

}  // namespace lca::resolve
