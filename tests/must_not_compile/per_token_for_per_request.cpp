// error: token_dimension|request_dimension
// Energy per token does not multiply with requests.

#include "lca/calc/expr.hpp"

lca::Expr<lca::unit::Energy> wrong(lca::Expr<lca::unit::EnergyPerToken> energy,
                                   lca::Expr<lca::unit::Requests> requests) {
    return energy * requests;
}
