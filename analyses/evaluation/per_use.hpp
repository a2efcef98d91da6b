#pragma once
// Results per functional unit, request and token, as a small table.

#include "analyses/shared/evaluation.hpp"
#include "lca/page/page.hpp"

namespace lca::evaluation_detail {

/// Whether the names of partial results (with gaps) end in a star.
enum class Stars : unsigned char { none, shown };

/// "trained model | 50.5 tCO2e | 690 MWh", "request, serving * | 82 µgCO2e | 0.21 mWh": the total per
/// functional unit, and per request and token if there are several activities; with `activities` also each
/// activity that has requests or tokens. Empty if nothing is counted.
Table per_use_table(const Evaluation& evaluation, bool activities, Stars stars = Stars::shown);

}  // namespace lca::evaluation_detail
