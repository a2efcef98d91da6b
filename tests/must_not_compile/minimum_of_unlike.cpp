// error: no matching function
// The lesser of a power and an energy has no meaning.

#include "lca/calc/expr.hpp"

auto wrong(lca::Expr<lca::unit::Power> power, lca::Expr<lca::unit::Energy> energy) {
    return minimum(power, energy);
}
