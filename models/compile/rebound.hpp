#pragma once
// Rebound: as each use gets cheaper demand grows, so that part of the saving, all of it or more is lost to
// the growth.

#include <vector>

#include "models/compile/scenario_compiler.hpp"

namespace lca::compile_detail {

/// Growth of use if demand has a constant elasticity: (new cost / old cost)^-elasticity (Sorrell and
/// Dimitropoulos 2008, "The rebound effect: microeconomic definitions, limitations and extensions",
/// Ecological Economics 65(3), section 2: demand for useful work as a power of its cost).
Expr<unit::None> growth_of_use(Expr<unit::None> cost_ratio, Expr<unit::None> elasticity);

/// The elasticity at which the growth of use cancels the saving. If the impact is linear in use, it is after
/// + slope (growth - 1) = before, so that growth = 1 + saving / slope and elasticity = -ln(growth) /
/// ln(cost_ratio). If all impact is proportional to use, and the cost of a use falls by the same factor as
/// its impact, the point is 1: above it total impact rises, as Jevons described (The Coal Question, 1865).
/// `saving`: before - after, at unchanged use. `slope`: the additional impact if use doubles.
Expr<unit::None> jevons_point(Expr<unit::Impact> saving, Expr<unit::Impact> slope,
                              Expr<unit::None> cost_ratio);

/// Records a scenario. If it has a `rebound`, and `base` is the file without the what-if, records it with the
/// demand that has grown. Adds the outputs of the rebound to `report`. Empty if there are no results because
/// of an error.
std::optional<Results> record_with_rebound(Recording recording, const Scenario& scenario,
                                           const Scenario* base, std::vector<Output>& report);

}  // namespace lca::compile_detail
