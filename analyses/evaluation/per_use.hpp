#pragma once
// What one use costs: results per functional unit, request and token, in words.

#include "analyses/shared/evaluation.hpp"
#include "lca/page/page.hpp"

namespace lca::evaluation_detail {

/// "Per trained model: 50.5 tCO2e and 690 MWh"; nothing where no functional unit is stated.
void add_functional_unit(Page& page, const Evaluation& evaluation);

/// "serving: 1.56 gCO2e and 3.961 Wh per request", of each activity that serves.
void add_uses(Page& page, const Evaluation& evaluation);

}  // namespace lca::evaluation_detail
