#pragma once
// Warnings about implausible figures that the scenario states; results are not changed.

#include "models/resolve/electricity_use.hpp"
#include "models/resolve/resolved_system.hpp"

namespace lca::resolve {

/// Warns of a PUE above 10, a WUE above 20 L/kWh, and an intensity of a grid or contract above 2 kg or below
/// 1 g of CO2e per kWh, unless it is 0.
void check_plausible_site(const Site& site, ValueRecorder& values);

/// Warns of a lifetime below a month or above 30 years.
void check_plausible_lifetime(const AnyValue& lifetime, ValueRecorder& values);

/// Warns of an accelerator whose manufacture is above 5 tCO2e.
void check_plausible_making(const Hardware& hardware, const ImpactByLifeCycleStage& each,
                            ValueRecorder& values);

/// Warns if power and energy of a phase are implausible beside the maximum power of its hardware in the
/// catalogue. `dynamic` must still contain the idle energy that its figures include.
void check_plausible_power(const EnergyContext& context, const ElectricityPhase& dynamic);
void check_plausible_idle(const EnergyContext& context, const Phase& idle);

}  // namespace lca::resolve
