#pragma once
// The uncertainty of the shares of an attribution: the shares are computed for each sample.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lca/numerics/sample_plan.hpp"
#include "lca/numerics/sampling.hpp"
#include "lca/numerics/shapley.hpp"

namespace lca {

/// Gathers the outcomes that attribute() computes. A share is a weighted sum of outcomes; the weights depend
/// only on the number of changes (or on the orders drawn). So each sample has its own shares, which add up to
/// its difference. The samples are the first of those that paired_differences() uses.
class ShareDraws {
public:
    /// `results`: number of results of an outcome. `planned`: seed, sampling and ranks.
    ShareDraws(std::size_t changes, std::size_t results, const AttributionOptions& options,
               std::uint64_t samples, PlanOptions planned);

    std::uint64_t samples() const { return samples_; }
    /// Adds the outcome of a set of changes: its results are `steps` (no_step: not assessed). Once per set.
    void add(const std::vector<bool>& made, const Calculation& calculation, std::span<const StepId> steps,
             std::span<const Correlation> correlations);
    /// Empty if the result is not assessed in any one of the outcomes, or not finite in any sample of one.
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
    std::vector<bool> assessed_;                        // by result: whether all outcomes have it
    std::vector<std::vector<double>> columns_;          // shares by change and result; empty until needed
    std::map<std::string, std::vector<double>> known_;  // samples of inputs, by key_of()
};

}  // namespace lca
