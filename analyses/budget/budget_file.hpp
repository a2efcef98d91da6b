#pragma once
// A budget as it is written: {lca_budget: 1, scenario: training.yaml, limits: [{of: total, at_most: 30
// tCO2e}]}.

#include <optional>
#include <string>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/document/schema.hpp"
#include "models/results/expectation.hpp"

namespace lca::budget {

/// A limit that was read: an expectation of `at_most`, and the percentile that it is about.
struct WrittenLimit {
    Expectation at_most;
    std::string text = {};             // of the limit, as written: "30 tCO2e"
    std::optional<double> percentile;  // one of reported_shares, × 100
    Place what_if_place = {};
    std::size_t what_if_width = 1;
};

struct BudgetFile {
    std::string scenario;  // path of the scenario, relative to the working directory; "" after a fault
    Place scenario_place = {};
    std::vector<WrittenLimit> limits;
};

/// The keys of a budget.
const Type& budget_type();

/// Reads as much as is valid; every fault is in `diagnostics`. Throws FileError.
BudgetFile read_budget(const std::string& path, Sources& sources, Diagnostics& diagnostics);

}  // namespace lca::budget
