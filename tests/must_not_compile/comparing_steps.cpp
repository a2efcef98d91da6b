// error: no match for|invalid operands
// Recorded values have no order: what is written down now is known only later.

#include "lca/calc/expr.hpp"

bool wrong(lca::Step a, lca::Step b) {
    return a < b;
}
