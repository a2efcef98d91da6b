// Finds a result by a name that a user gives: "total.energy", "serving.dynamic", "outputs.break_even".
#include "analyses/shared/evaluation.hpp"

#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"
#include "models/results/per_use.hpp"

namespace lca {

NamedResult resolve_result(const PointResult& result, std::string_view option, const std::string& name) {
    const std::optional<StepId> step = result.step(name);
    if (step) return {name, *step, result.value(name).dimension, {}, result.missing_reason(name)};
    const std::string near = nearest_results(result.results(), name);
    throw InputError(std::string(option) + ": there is no result " + in_quotes(name) +
                     (near.empty() ? "" : "; " + near) +
                     "\n`lca evaluate` with --format csv lists all of them.");
}

std::vector<NamedResult> resolve_results(Assessment& model, std::string_view option,
                                         const std::vector<std::string>& names) {
    record_per_use(model, names);
    const PointResult result(model);
    std::vector<NamedResult> resolved;
    for (const std::string& name : names) resolved.push_back(resolve_result(result, option, name));
    return resolved;
}

}  // namespace lca
