// error: no viable conversion|could not convert|conversion from|no matching function
// A plain number is not a power: it enters through the recorder, with its unit.

#include "lca/calc/expr.hpp"

lca::Expr<lca::unit::Power> wrong() {
    return 400.0;
}
