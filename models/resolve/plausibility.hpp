#pragma once
// Warnings about implausible figures, where the scenario states them; results are not changed.

#include "models/resolve/electricity_use.hpp"
#include "models/resolve/resolved_system.hpp"

namespace lca::resolve {

/// A PUE above 10, a WUE above 20 L/kWh; an intensity of a grid or contract above 2 kg or, if not 0, below 1
/// g of CO2e per kWh.
void check_plausible_site(const Site& site, ValueRecorder& values);

/// A lifetime below a month or above 30 years.
void check_plausible_lifetime(const AnyValue& lifetime, ValueRecorder& values);

/// An accelerator with an embodied impact above 5 tCO2e each.
void check_plausible_making(const Hardware& hardware, const StagedFootprint& each, ValueRecorder& values);

/// Compares mean powers and energies of the phases with the maximum power of their hardware in the catalogue.
/// `dynamic` holds what was stated, before idle energy is subtracted.
void check_plausible_power(const EnergyContext& context, const ElectricityPhase& dynamic);
void check_plausible_idle(const EnergyContext& context, const Phase& idle);

}  // namespace lca::resolve
