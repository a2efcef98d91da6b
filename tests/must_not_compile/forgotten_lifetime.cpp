// error: no viable conversion|could not convert|conversion from
// An embodied impact per time needs the division by a lifetime.

#include "lca/calc/expr.hpp"

lca::Expr<lca::unit::ImpactPerTime> wrong(lca::Expr<lca::unit::Impact> embodied) {
    return embodied;
}
