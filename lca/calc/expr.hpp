#pragma once
// Formulas whose dimensions the compiler checks and whose operations are recorded.

#include "lca/calc/step.hpp"
#include "lca/units/quantities.hpp"

namespace lca {

/// A recorded value with the dimension of `Unit` (one of lca::unit): Expr<unit::Power> * Expr<unit::Time> is
/// an Expr<unit::Energy>.
template <class Unit>
using Expr = boost::units::quantity<Unit, Step>;

/// The Expr of a step whose dimension was checked at run time. The only way to turn numbers of a file into
/// an Expr.
template <class Unit>
Expr<Unit> unchecked(Step step) {
    return Expr<Unit>::from_value(step);
}

template <class Unit>
Expr<Unit> minimum(Expr<Unit> a, Expr<Unit> b) {
    return unchecked<Unit>(minimum(a.value(), b.value()));
}
template <class Unit>
Expr<Unit> maximum(Expr<Unit> a, Expr<Unit> b) {
    return unchecked<Unit>(maximum(a.value(), b.value()));
}

}  // namespace lca
