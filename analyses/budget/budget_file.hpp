#pragma once
// A budget file as it is written: {lca_budget: 1, scenario: training.yaml, limits: [{of: total, at_most: 30
// tCO2e}]}.

#include <optional>
#include <string>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/document/schema.hpp"
#include "models/results/expectation.hpp"

namespace lca::budget {

/// One entry of `limits`, read as an expectation of the kind `at_most`, and the percentile that it limits.
struct WrittenLimit {
    Expectation at_most;
    std::string text = {};             // the limit as written: "30 tCO2e"
    std::optional<double> percentile;  // in per cent, one of reported_shares × 100; empty: the point value
    Place what_if_place = {};
    std::size_t what_if_width = 1;
};

struct BudgetFile {
    std::string scenario;  // path, relative to the working directory; "" after an error
    Place scenario_place = {};
    std::vector<WrittenLimit> limits;
};

/// The keys that a budget file may have.
const Type& budget_type();

/// Reads what is valid and skips the rest; every error is in `diagnostics`. Throws FileError.
BudgetFile read_budget(const std::string& path, Sources& sources, Diagnostics& diagnostics);

}  // namespace lca::budget
