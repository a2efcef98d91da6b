#pragma once
// Counterfactual: the difference against what would have happened anyway.

#include <string>
#include <string_view>
#include <vector>

#include "models/compile/scenario_compiler.hpp"

namespace lca::compile_detail {

/// Outputs `counterfactual.total` and `counterfactual.difference[.<phase>]` (ours less theirs, so that less
/// than zero is a saving); the total's in every measure. `theirs` is called
/// `name`.
std::vector<Output> against_counterfactual(Recorder& recorder, const Results& base, const Results& variant,
                                           std::string_view name);

}  // namespace lca::compile_detail
