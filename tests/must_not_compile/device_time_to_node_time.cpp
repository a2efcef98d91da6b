// error: accelerator_dimension|node_dimension
// GPU hours are not node hours.

#include "lca/calc/expr.hpp"

lca::Expr<lca::unit::NodeTime> wrong(lca::Expr<lca::unit::DeviceTime> time) {
    return time;
}
