// error: no viable conversion|could not convert|conversion from
// A power (kW) stands where an energy (kWh) is wanted.

#include "lca/calc/expr.hpp"

lca::Expr<lca::unit::Impact> carbon(lca::Expr<lca::unit::Energy> energy,
                                    lca::Expr<lca::unit::ImpactPerEnergy> intensity) {
    return energy * intensity;
}
auto wrong(lca::Expr<lca::unit::Power> power, lca::Expr<lca::unit::ImpactPerEnergy> intensity) {
    return carbon(power, intensity);
}
