#pragma once
// The board of an accelerator as the sum of what published assessments distinguish (Morand et al. 2026; Falk
// et al. 2025): logic dies, memory, and the rest of the board.

#include "lca/calc/formula.hpp"

namespace lca::physics::board {

/// Memory: capacity × impact per capacity.
inline Expr<unit::Impact> memory(Expr<unit::Information> capacity, Expr<unit::ImpactPerInformation> rate) {
    return capacity * rate;
}

/// Dies, memory, and board with power stages and cooler.
inline Expr<unit::Impact> accelerator(Expr<unit::Impact> dies, Expr<unit::Impact> memory,
                                      Expr<unit::Impact> rest) {
    return dies + memory + rest;
}

}  // namespace lca::physics::board
