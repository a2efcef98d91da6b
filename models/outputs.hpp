#pragma once
// The figures a file asks for under `outputs`: expressions over parameters, results, activities and one
// another.

#include "models/values.hpp"

namespace lca {

/// Records every output. One that needs a result which is not assessed is itself not assessed, and says
/// which.
void record_outputs(const Scenario& scenario, Values& values);

}  // namespace lca
