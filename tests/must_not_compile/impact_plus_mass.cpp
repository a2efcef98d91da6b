// error: impact_dimension
// 150 kg are not 150 kgCO2e.

#include "lca/calc/expr.hpp"

auto wrong(lca::Expr<lca::unit::Impact> impact, lca::Expr<lca::unit::Mass> mass) {
    return impact + mass;
}
