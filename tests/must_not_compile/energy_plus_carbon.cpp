// error: impact_dimension
// An energy and an impact do not add up.

#include "lca/calc/expr.hpp"

auto wrong(lca::Expr<lca::unit::Energy> energy, lca::Expr<lca::unit::Impact> impact) {
    return energy + impact;
}
