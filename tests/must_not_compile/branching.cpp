// error: could not convert|no viable conversion|not contextually convertible
// A formula does not branch on a recorded value.

#include "lca/calc/expr.hpp"

int wrong(lca::Expr<lca::unit::Power> power) {
    if (power) return 1;
    return 0;
}
