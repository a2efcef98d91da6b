#pragma once
// What one use costs: results per functional unit, request and token, as a small table.

#include "analyses/shared/evaluation.hpp"
#include "lca/page/page.hpp"

namespace lca::evaluation_detail {

/// Whether names of partial results get a star.
enum class Stars : unsigned char { none, shown };

/// "trained model | 50.5 tCO2e | 690 MWh", "request, serving * | 82 µgCO2e | 0.21 mWh": the total by
/// functional unit, and by request and token where several activities count them; each activity that serves,
/// if `activities`. Empty if nothing is counted.
Table per_use_table(const Evaluation& evaluation, bool activities, Stars stars = Stars::shown);

}  // namespace lca::evaluation_detail
