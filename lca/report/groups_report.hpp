#pragma once
// One table of an evaluation: the total by activity, stage, phase, line, life-cycle stage or impact.

#include "lca/report/evaluation.hpp"
#include "lca/study/groups.hpp"

namespace lca {

/// The report in every form. Machine output holds every measure; the share is of the total of the measure
/// that the evaluation shows.
Report groups_report(const Evaluation& evaluation, GroupBy by);

}  // namespace lca
