#pragma once
// Which inputs changed a result since an older answer.

#include "analyses/budget/baseline_result.hpp"
#include "analyses/budget/budget.hpp"

namespace lca::budget {

/// Compares `result` (a step, not no_step) with its older value `before` (base units). Each changed input
/// gets its Shapley share of the difference. An input that only one side has counts as renamed if each side
/// has exactly one such input with the same last key, and their dimensions are equal (another grid, another
/// device). The part of the difference that no input explains is `rest`.
LimitChange change_since(const Calculation& calculation, StepId result, double before,
                         const BaselineResult& old);

}  // namespace lca::budget
