#pragma once
// How uncertain the shares of an attribution are: the same weighted sum of outcomes, draw by draw.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lca/numerics/sample_plan.hpp"
#include "lca/numerics/sampling.hpp"
#include "lca/numerics/shapley.hpp"

namespace lca {

/// Gathers the outcomes that `attribute` asks for. A share is a sum over all of them, each with a weight that
/// depends only on the number of changes (or on the orders drawn); so each draw has its shares, which add up
/// to its difference. Draws are those of `paired_differences`, the first of them.
class ShareDraws {
public:
    /// `results`: how many steps an outcome has. `planned`: seed, sampling and ranks.
    ShareDraws(std::size_t changes, std::size_t results, const AttributionOptions& options,
               std::uint64_t samples, PlanOptions planned);

    std::uint64_t samples() const { return samples_; }
    /// Adds an outcome with its steps (no_step: not assessed); once for each set of changes.
    void add(const std::vector<bool>& made, const Calculation& calculation, std::span<const StepId> steps,
             std::span<const Correlation> correlations);
    /// Empty if the result is not assessed in some outcome, or not finite in some draw of one.
    std::optional<ShareInterval> interval(std::size_t change, std::size_t result) const;

private:
    std::vector<const double*> draws(const Calculation& calculation, std::span<const std::size_t> inputs,
                                     std::span<const StepId> steps,
                                     std::span<const Correlation> correlations);
    void fill(const Calculation& calculation, std::span<const std::size_t> inputs,
              std::span<const StepId> steps, std::span<const Correlation> correlations,
              std::span<std::vector<double>* const> columns);
    void weigh(std::span<const double> weights, std::size_t result, const double* values, std::size_t first,
               std::size_t count);

    std::size_t changes_, results_;
    std::uint64_t samples_;
    PlanOptions planned_;
    SobolRanks ranks_;
    OutcomeWeights weights_;
    std::vector<bool> assessed_;                        // by result
    std::vector<std::vector<double>> columns_;          // by change and result; empty until needed
    std::map<std::string, std::vector<double>> known_;  // draws by what they follow from
};

}  // namespace lca
