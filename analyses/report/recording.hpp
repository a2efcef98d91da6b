#pragma once
// The part of a recorded calculation that a page needs: its results, with the steps and inputs behind them.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lca/numerics/sample_plan.hpp"
#include "models/results/point_result.hpp"

namespace lca::report {

/// The measures on the page: climate change, electricity and, if a site has a contract, market-based climate
/// change.
std::vector<std::size_t> shown_measures(const Results& results);
/// The results on the page: all but those by life-cycle stage; for a large scenario no lines, and only the
/// first activities.
std::vector<const Result*> shown_rows(const Results& results, bool is_large);
/// Names of the results per use on the page, only of the total: "total.per_request".
std::vector<std::string> shown_per_use(const Results& results);
/// The total of climate change; without activities the first output; no_step if that is not assessed.
StepId main_step(const Results& results);
/// The inputs, in their order, that any result on the page depends on.
std::vector<std::size_t> shown_inputs(const Assessment& model);

/// The steps and inputs that the page needs, with new numbers from 0.
class PrunedRecording {
public:
    /// `is_large`: keeps only the steps of results, to be written as constants, and no inputs.
    PrunedRecording(const PointResult& point, bool is_large);

    /// The new number of a step or input; empty if it was not kept.
    std::optional<std::uint32_t> step(StepId old) const;
    std::optional<std::uint32_t> input(std::size_t old) const;
    /// The old numbers of the kept steps and inputs, in the order of the new ones.
    const std::vector<StepId>& steps() const { return steps_; }
    const std::vector<std::size_t>& inputs() const { return inputs_; }

private:
    std::vector<StepId> steps_;
    std::vector<std::size_t> inputs_;
    std::vector<std::uint32_t> new_step_, new_input_;
};

/// Samples 0, 1, … of a step; empty if one is not finite or an input is out of its limits.
std::optional<std::vector<double>> drawn_totals(const SamplePlan& plan, StepId step, std::uint64_t draws);

}  // namespace lca::report
