#pragma once
// Rebound: demand grows as each use gets cheaper, and part of a saving, or more than it, is lost to the
// growth.

#include <vector>

#include "models/compile/scenario_compiler.hpp"

namespace lca::compile_detail {

/// Growth of use under a demand of constant elasticity: (new / old)^-elasticity (Sorrell and Dimitropoulos
/// 2008, "The rebound effect: microeconomic definitions, limitations and extensions", Ecological Economics
/// 65(3), section 2: demand for useful work as a power of its cost).
Expr<unit::None> growth_of_use(Expr<unit::None> cost_ratio, Expr<unit::None> elasticity);

/// The elasticity at which growth has used up a saving: with the impact a straight line in use, after + slope
/// (growth - 1) = before, so that growth = 1 + saving / slope and elasticity = -ln(growth) / ln(cost_ratio).
/// Where all impact is proportional to use, and a use gets cheaper by the factor by which it emits less, it
/// is 1: above it total impact rises, as Jevons described (The Coal Question, 1865). `saving` = before -
/// after at unchanged use; `slope` = the impact of as much use again.
Expr<unit::None> jevons_point(Expr<unit::Impact> saving, Expr<unit::Impact> slope,
                              Expr<unit::None> cost_ratio);

/// Records a scenario; where it has a `rebound` and a `base` to be compared with (the file without the
/// what-if), with the demand grown. The outputs of the rebound are added to `report`. Empty if a fault leaves
/// no results.
std::optional<Results> record_with_rebound(Recording recording, const Scenario& scenario,
                                           const Scenario* base, std::vector<Output>& report);

}  // namespace lca::compile_detail
