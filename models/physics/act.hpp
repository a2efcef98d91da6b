#pragma once
// Chips after ACT (Gupta et al., "ACT: Designing Sustainable Computer Systems with an Architectural Carbon
// Modeling Tool", ISCA 2022). Its symbols are beside the formulas; each is one of the paper's equations.

#include "lca/calc/formula.hpp"

namespace lca::physics::act {

/// CPA = (CI_fab × EPA + GPA + MPA) / Y, the paper's equation of a logic die: impact per area of good die;
/// the division by the yield charges it with the bad dies, too.
inline Expr<unit::ImpactPerArea> carbon_per_area(Expr<unit::ImpactPerEnergy> fab_intensity,  // CI_fab
                                                 Expr<unit::EnergyPerArea> fab_energy,       // EPA
                                                 Expr<unit::ImpactPerArea> gases,            // GPA
                                                 Expr<unit::ImpactPerArea> materials,        // MPA
                                                 Expr<unit::None> yield) {                   // Y
    return named<unit::ImpactPerArea>((fab_intensity * fab_energy + gases + materials) / yield,
                                      "impact per area of good die (ACT)", Category::climate);
}

/// E_SoC = Area × CPA.
inline Expr<unit::Impact> logic_die(Expr<unit::Area> area, Expr<unit::ImpactPerArea> carbon_per_area) {
    return area * carbon_per_area;
}

/// E_DRAM, E_SSD and E_HDD = CPS × capacity. The paper does not divide by a yield, its published code does: a
/// yield of 100 % gives the paper's equation.
inline Expr<unit::Impact> memory_or_storage_impact(Expr<unit::Information> capacity,
                                                   Expr<unit::ImpactPerInformation> rate,  // CPS
                                                   Expr<unit::None> yield) {
    return capacity * rate / yield;
}

/// E_CF = E_r + N_r × K_r, for the dies of one kind: each packaged circuit adds the same impact K_r.
inline Expr<unit::Impact> packaged(Expr<unit::Impact> dies, Expr<unit::None> packages,
                                   Expr<unit::Impact> package) {
    return dies + packages * package;
}

}  // namespace lca::physics::act
