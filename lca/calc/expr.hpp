#pragma once
// Formulas that the compiler checks for dimensions and the recorder writes down.

#include "lca/calc/step.hpp"
#include "lca/units/quantities.hpp"

namespace lca {

/// A recorded value of dimension `Unit` (one of lca::unit): Expr<unit::Power> * Expr<unit::Time> is an
/// Expr<unit::Energy>.
template <class Unit>
using Expr = boost::units::quantity<Unit, Step>;

/// The Expr of a step whose dimension has been checked at run time. The only way from numbers of a file to
/// the types.
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
