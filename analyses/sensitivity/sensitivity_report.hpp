#pragma once
// What results depend on: shares of their variance, swings, slopes.

#include <optional>
#include <string>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "analyses/uncertainty/uncertainty.hpp"
#include "lca/numerics/sensitivity.hpp"

namespace lca {

/// One result and all that was found out about it.
struct SensitiveResult {
    NamedResult asked;
    std::vector<Slope> slopes;
    std::vector<Swing> swings;
    std::optional<VarianceShares> shares;
};

/// What a report of sensitivities needs. Refers to the evaluation.
struct Sensitivity {
    const Evaluation* evaluation = nullptr;
    std::vector<SensitiveResult> results;
    std::string refused;  // why there are no shares of variance; "" where there are
    std::uint64_t samples = 0, seed = 0;
    Sampling sampling = Sampling::sobol;
};

Report sensitivity_report(const Sensitivity& sensitivity);
Page sensitivity_page(const Sensitivity& sensitivity);
Records sensitivity_records(const Sensitivity& sensitivity);
std::string sensitivity_json(const Sensitivity& sensitivity);

/// What is known of one input of a result, by whichever way.
struct InputEffects {
    std::size_t input = 0;
    const Slope* slope = nullptr;
    const Swing* swing = nullptr;
    const VarianceShare* share = nullptr;
};
/// One entry for each input: by share of variance, then by swing, then by elasticity.
std::vector<InputEffects> effects_by_input(const SensitiveResult& result);

}  // namespace lca
