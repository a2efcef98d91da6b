#pragma once
// Which inputs changed a result since an older answer.

#include "analyses/budget/baseline_result.hpp"
#include "analyses/budget/budget.hpp"

namespace lca::budget {

/// Compares `result` (a step, not no_step) with its older value `before` (base units): the inputs that
/// differ, each with its Shapley share of the difference. An input that only one of the two has is taken for
/// another's successor where there is exactly one of the same key and unit on either side (a grid, a device);
/// what no input explains is the rest.
LimitChange change_since(const Calculation& calculation, StepId result, double before,
                         const BaselineResult& old);

}  // namespace lca::budget
