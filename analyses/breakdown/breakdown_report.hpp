#pragma once
// One table of an evaluation: the total cut along a key.

#include "analyses/shared/evaluation.hpp"
#include "models/results/breakdown.hpp"

namespace lca {

/// The report in every form. Machine output holds every measure; the share is of the total of the measure
/// that the evaluation shows. `parts`: of its recording; none for impacts.
Report groups_report(const Evaluation& evaluation, GroupBy by, const std::vector<PartOfTotal>& parts);
/// What a reader must know of the years or months that a table shows; "" for other keys.
std::string periods_note(GroupBy by, bool some_undated, bool some_later);

}  // namespace lca
