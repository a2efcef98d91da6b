#pragma once
// Compares expectations with the values of results. The results that they name must exist and have the right
// dimension.

#include <span>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "models/results/expectation.hpp"
#include "models/results/point_result.hpp"

namespace lca {

/// The computed value for an expectation, in base units; empty if not assessed, or if not a result.
std::optional<double> computed(const Expectation& expected, const PointResult& point);

/// Reports expectations whose result does not exist (with similar names), or has another dimension.
void check_names(std::span<const Expectation> expectations, const PointResult& point,
                 Diagnostics& diagnostics);

/// Reports an expectation whose figure does not have the dimension of its result, which is `found`.
void check_dimension(const Expectation& expected, Dimension found, Diagnostics& diagnostics);

/// Reports an expectation whose result does not exist; `hint` names similar results.
void report_unknown(const Expectation& expected, std::string hint, Diagnostics& diagnostics);

/// The outcomes for the expectations that belong to the variant `what_if` ("": the file without a what-if).
std::vector<Check> checks(std::span<const Expectation> expectations, std::string_view what_if,
                          const PointResult& point);

}  // namespace lca
