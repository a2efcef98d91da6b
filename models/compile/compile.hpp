#pragma once
// Compiles scenario and catalogue into an assessment: the one place where the domain's models are put
// together.

#include <optional>

#include "lca/base/diagnostics.hpp"
#include "models/catalog/catalog.hpp"
#include "models/results/point_result.hpp"
#include "models/scenario/scenario.hpp"

namespace lca::compile_detail {

/// What a scenario is compared with, where the file asks for it.
struct Baselines {
    const Scenario* base = nullptr;            // for `rebound`: the file without the what-if
    const Scenario* counterfactual = nullptr;  // for `counterfactual`
    const Scenario* counterfactual_base = nullptr;
    bool partial = false;  // only some of a variant's changes are made: more may be used than exists
};

/// Records everything the scenario describes. Faults that show only here (unknown hardware, dimensions inside
/// expressions, cycles, a value out of range, intensities whose bases do not mix) go to `diagnostics`. Empty
/// if results cannot be computed; after a fault in an output, or more use than exists, they can, so that the
/// rest of the file is checked, too. `expect` is not checked here: `check_names` does that with the result.
std::optional<Assessment> compile(const Scenario& scenario, Catalog& catalog, const Sources& sources,
                                  Diagnostics& diagnostics, const Baselines& against = {});

}  // namespace lca::compile_detail
