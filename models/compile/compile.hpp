#pragma once
// Compiles a scenario with the catalogue into an assessment: the only place where all models of the domain
// are brought together.

#include <optional>

#include "lca/base/diagnostics.hpp"
#include "models/catalog/catalog.hpp"
#include "models/results/point_result.hpp"
#include "models/scenario/scenario.hpp"

namespace lca::compile_detail {

/// The scenarios that a scenario is compared with, if its file asks for that.
struct Baselines {
    const Scenario* base = nullptr;            // for `rebound`: the file without the what-if
    const Scenario* counterfactual = nullptr;  // for `counterfactual`
    const Scenario* counterfactual_base = nullptr;
    bool partial = false;  // only some of a variant's changes are made: capacity is not checked
};

/// Records everything that the scenario describes. Errors found only here (unknown hardware, dimensions
/// inside expressions, cycles, values out of range, intensities that cannot be mixed) go to `diagnostics`.
/// Empty if results cannot be calculated; after an error in an output, or about more use than exists, they
/// can, so that the rest of the file is checked. `expect` is not checked here, but later by `check_names`.
std::optional<Assessment> compile(const Scenario& scenario, Catalog& catalog, const Sources& sources,
                                  Diagnostics& diagnostics, const Baselines& baselines = {});

}  // namespace lca::compile_detail
