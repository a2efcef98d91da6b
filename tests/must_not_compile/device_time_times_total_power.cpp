// error: accelerator_dimension
// GPU hours make energy with W/GPU, not with W.

#include "lca/calc/expr.hpp"

lca::Expr<lca::unit::Energy> wrong(lca::Expr<lca::unit::DeviceTime> time, lca::Expr<lca::unit::Power> power) {
    return time * power;
}
