#pragma once
// Names of results after an error, when there are no results: only how names can begin is known.

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

/// The beginnings that names of results and outputs of a scenario can have.
class ResultNamePrefixes {
public:
    ResultNamePrefixes(const Scenario& scenario, const Sources& sources);
    /// False if no name of a result or output can be `name`; true if it may be one.
    bool may_begin(std::string_view name) const;
    /// The dimension of a sum of results (`total.water`, `training.idle`), which follows from its name; empty
    /// for other names.
    std::optional<Dimension> dimension_of_sum(std::string_view name) const;
    std::vector<std::string> known() const { return {known_.begin(), known_.end()}; }

private:
    std::set<std::string, std::less<>> known_;
    std::set<std::string, std::less<>> rows_;  // names of rows: the total, the phases, the activities
};

/// Reports names in `expect` and `rebound` that cannot be results of this file.
void check_result_names(const Scenario& scenario, std::span<const Expectation> expectations,
                        const Sources& sources, Diagnostics& diagnostics);

}  // namespace lca::compile_detail
