#pragma once
// Which inputs made a result another than it was.

#include "analyses/budget/baseline_result.hpp"
#include "analyses/budget/budget.hpp"

namespace lca::budget {

/// What `result` (a step, not no_step) is beside `before`: inputs that are not what they were, each with its
/// Shapley share of the difference when the others are put back in every order. An input that only one of the
/// two has is taken for another's successor where there is exactly one of the same key and unit on either
/// side (a grid, a device); what no input explains is the rest.
LimitChange change_since(const Calculation& calculation, StepId result, double before,
                         const BaselineResult& old);

}  // namespace lca::budget
