#pragma once
// Compares expectations with a point result: the results that they name must exist and have the right
// dimension.

#include <span>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "models/results/expectation.hpp"
#include "models/results/point_result.hpp"

namespace lca {

/// The computed value an expectation asks for, in base units. Nothing: not assessed, or no such result.
std::optional<double> computed(const Expectation& expected, const PointResult& reading);

/// Reports expectations of results that do not exist (with the nearest that do) or of another dimension.
void check_names(std::span<const Expectation> expectations, const PointResult& reading,
                 Diagnostics& diagnostics);

/// Reports an expectation whose figure does not have the dimension of its result.
void check_dimension(const Expectation& expected, Dimension found, Diagnostics& diagnostics);

/// Reports an expectation whose result does not exist; `hint` names similar ones.
void report_unknown(const Expectation& expected, std::string hint, Diagnostics& diagnostics);

/// The checks of those expectations that belong to one variant ("" for the base).
std::vector<Check> checks(std::span<const Expectation> expectations, std::string_view what_if,
                          const PointResult& reading);

}  // namespace lca
