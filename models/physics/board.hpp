#pragma once
// The board of an accelerator as the sum of what published assessments give separately (Morand et al. 2026;
// Falk et al. 2025): logic dies, memory, and the rest of the board.

#include "lca/calc/formula.hpp"

namespace lca::physics::board {

/// Impact of memory: capacity × impact per capacity.
inline Expr<unit::Impact> memory(Expr<unit::Information> capacity, Expr<unit::ImpactPerInformation> rate) {
    return capacity * rate;
}

/// Impact of an accelerator: dies + memory + rest, which is the board with its power stages and cooler.
inline Expr<unit::Impact> accelerator(Expr<unit::Impact> dies, Expr<unit::Impact> memory,
                                      Expr<unit::Impact> rest) {
    return dies + memory + rest;
}

}  // namespace lca::physics::board
