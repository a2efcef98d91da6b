// error: no match for|invalid operands
// A constant enters through the recorder, so that explanations show it.

#include "lca/calc/expr.hpp"

auto wrong(lca::Expr<lca::unit::Power> power) {
    return 2.0 * power;
}
