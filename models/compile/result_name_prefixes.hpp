#pragma once
// Names of results after an error that prevents results: only what they begin with is known.

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "models/results/expectation.hpp"
#include "models/scenario/scenario.hpp"

namespace lca::compile_detail {

/// What names of results and outputs of a scenario can begin with.
class ResultNamePrefixes {
public:
    ResultNamePrefixes(const Scenario& scenario, const Sources& sources);
    /// False only where there cannot be such a name.
    bool may_begin(std::string_view name) const;
    /// The dimension of a sum of results (`total.water`, `training.idle`), known from its name; empty for
    /// other names.
    std::optional<Dimension> dimension_of_sum(std::string_view name) const;
    std::vector<std::string> known() const { return {known_.begin(), known_.end()}; }

private:
    std::set<std::string, std::less<>> known_;
    std::set<std::string, std::less<>> rows_;  // of results: the total, the phases, the activities
};

/// Reports names in `expect` and `rebound` that the file does not have.
void check_result_names(const Scenario& scenario, std::span<const Expectation> expectations,
                        const Sources& sources, Diagnostics& diagnostics);

}  // namespace lca::compile_detail
