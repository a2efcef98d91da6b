#pragma once
// A result that a question names: "total.energy", "final_training.dynamic", "outputs.break_even".

#include <string>
#include <string_view>
#include <vector>

#include "models/results/point_result.hpp"

namespace lca {

/// A step of the calculation and what it is called.
struct NamedResult {
    std::string name;       // as it is asked for
    StepId step = no_step;  // no_step: not assessed
    Dimension dimension = {};
    std::string title = {};   // for people; "": the name
    std::string reason = {};  // of a result per use that is not assessed: "serving.requests is zero"
};

/// Throws InputError, with the option that asked for it and the nearest names, for what is not a result.
NamedResult resolve_result(const PointResult& result, std::string_view option, const std::string& name);
/// Resolves several names; adds the steps of results per use to the model.
std::vector<NamedResult> resolve_results(Assessment& model, std::string_view option,
                                         const std::vector<std::string>& names);

}  // namespace lca
