#pragma once
// Impacts of chips by ACT (Gupta et al., "ACT: Designing Sustainable Computer Systems with an Architectural
// Carbon Modeling Tool", ISCA 2022). Each formula is one of the paper's equations, with its symbols.

#include "lca/calc/formula.hpp"

namespace lca::physics::act {

/// CPA = (CI_fab × EPA + GPA + MPA) / Y, the paper's equation of a logic die: impact per area of good dies;
/// dividing by the yield Y adds the impact of the bad dies.
inline Expr<unit::ImpactPerArea> carbon_per_area(Expr<unit::ImpactPerEnergy> fab_intensity,  // CI_fab
                                                 Expr<unit::EnergyPerArea> fab_energy,       // EPA
                                                 Expr<unit::ImpactPerArea> gases,            // GPA
                                                 Expr<unit::ImpactPerArea> materials,        // MPA
                                                 Expr<unit::None> yield) {                   // Y
    return named<unit::ImpactPerArea>((fab_intensity * fab_energy + gases + materials) / yield,
                                      "impact per area of good die (ACT)", Category::climate);
}

/// E_SoC = Area × CPA: the impact of one logic die.
inline Expr<unit::Impact> logic_die(Expr<unit::Area> area, Expr<unit::ImpactPerArea> carbon_per_area) {
    return area * carbon_per_area;
}

/// E_DRAM, E_SSD or E_HDD = CPS × capacity. The paper does not divide by the yield, but its published code
/// does: with a yield of 100 % the result is that of the paper's equation.
inline Expr<unit::Impact> memory_or_storage_impact(Expr<unit::Information> capacity,
                                                   Expr<unit::ImpactPerInformation> rate,  // CPS
                                                   Expr<unit::None> yield) {
    return capacity * rate / yield;
}

/// E_CF = E_r + N_r × K_r for dies of one kind: each of the N_r packages adds the same impact K_r.
inline Expr<unit::Impact> packaged(Expr<unit::Impact> dies, Expr<unit::None> packages,
                                   Expr<unit::Impact> package) {
    return dies + packages * package;
}

}  // namespace lca::physics::act
