#pragma once
// The difference between a scenario and what would have happened anyway, its counterfactual.

#include <string>
#include <string_view>
#include <vector>

#include "models/compile/scenario_compiler.hpp"

namespace lca::compile_detail {

/// The outputs `counterfactual.total` and `counterfactual.difference[.<phase>]`. The difference is `base`
/// minus `variant`, so that negative values are savings; for the total in every measure. `variant` is the
/// counterfactual, `name` what messages call it.
std::vector<Output> against_counterfactual(Recorder& recorder, const Results& base, const Results& variant,
                                           std::string_view name);

}  // namespace lca::compile_detail
