#pragma once
// Counterfactual: the difference from what would have happened anyway.

#include <string>
#include <string_view>
#include <vector>

#include "models/compile/scenario_compiler.hpp"

namespace lca::compile_detail {

/// Outputs `counterfactual.total` and `counterfactual.difference[.<phase>]`: base less variant, so that less
/// than zero is a saving; the total's in every measure. `variant` is what would have happened anyway, and
/// `name` what it is called.
std::vector<Output> against_counterfactual(Recorder& recorder, const Results& base, const Results& variant,
                                           std::string_view name);

}  // namespace lca::compile_detail
