// error: no viable conversion|could not convert|conversion from
// Energy divided by intensity is not an impact.

#include "lca/calc/expr.hpp"

lca::Expr<lca::unit::Impact> wrong(lca::Expr<lca::unit::Energy> energy,
                                   lca::Expr<lca::unit::ImpactPerEnergy> intensity) {
    return energy / intensity;
}
