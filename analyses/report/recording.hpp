#pragma once
// The part of a recording that a page needs: its results, and the steps and inputs that they depend on.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lca/numerics/sample_plan.hpp"
#include "models/results/point_result.hpp"

namespace lca::report {

/// The measures that a page shows: climate change, electricity and, where contracts are stated, the
/// market-based figure.
std::vector<std::size_t> shown_measures(const Results& results);
/// The rows that a page shows: all but the life-cycle stages of lines; for a large scenario no lines, and few
/// activities.
std::vector<const Result*> shown_rows(const Results& results, bool is_large);
/// The results per use that a page shows, of the total only: "total.per_request".
std::vector<std::string> shown_per_use(const Results& results);
/// The total of climate change, or the first output where there is none; no_step where nothing is assessed.
StepId main_step(const Results& results);
/// The inputs that the results shown depend on, in their order.
std::vector<std::size_t> shown_inputs(const Assessment& model);

/// The steps and inputs that are needed, numbered anew.
class PrunedRecording {
public:
    /// `is_large`: each wanted step is a constant of its own, and there are no inputs.
    PrunedRecording(const PointResult& point, bool is_large);

    /// The new number of a step; empty for no_step.
    std::optional<std::uint32_t> step(StepId old) const;
    std::optional<std::uint32_t> input(std::size_t old) const;
    /// The old numbers, in the new order.
    const std::vector<StepId>& steps() const { return steps_; }
    const std::vector<std::size_t>& inputs() const { return inputs_; }

private:
    std::vector<StepId> steps_;
    std::vector<std::size_t> inputs_;
    std::vector<std::uint32_t> new_step_, new_input_;
};

/// Samples 0, 1, … of a step; empty if one is out of range or not finite.
std::optional<std::vector<double>> drawn_totals(const SamplePlan& plan, StepId step, std::uint64_t draws);

}  // namespace lca::report
