// error: no match for|invalid operands
// A formula does not compare sampled values; it says minimum or maximum.

#include "lca/calc/expr.hpp"

bool wrong(lca::Expr<lca::unit::Power> a, lca::Expr<lca::unit::Power> b) {
    return a < b;
}
