#pragma once
// Figures that can hardly be: each is a warning where the scenario states it, and the result stays.

#include "models/resolve/electricity_use.hpp"
#include "models/resolve/resolved_system.hpp"

namespace lca::resolve {

/// A PUE above 10, a WUE above 20 L/kWh; an intensity of a grid or contract above 2 kg or, if not 0, below 1
/// g of CO2e per kWh.
void check_plausible_site(const Site& site, ValueRecorder& values);

/// A lifetime below a month or above 30 years.
void check_plausible_lifetime(const AnyValue& lifetime, ValueRecorder& values);

/// An accelerator whose making is above 5 tCO2e a piece.
void check_plausible_making(const Hardware& hardware, const StagedFootprint& each, ValueRecorder& values);

/// Mean powers and energies of the phases, against the most that the catalogue says their hardware draws.
/// `dynamic` holds what was stated, before idle energy is taken off it.
void check_plausible_power(const EnergyContext& drawing, const ElectricityPhase& dynamic);
void check_plausible_idle(const EnergyContext& drawing, const Phase& idle);

}  // namespace lca::resolve
