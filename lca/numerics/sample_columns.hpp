#pragma once
// Where the columns of a run of samples come from: one recording, or the differences of several.

#include <cstdint>
#include <span>
#include <vector>

#include "lca/calc/evaluate.hpp"
#include "lca/numerics/sample_plan.hpp"

namespace lca {

/// Used by several threads at a time.
class SampleColumns {
public:
    static constexpr std::size_t most = 1024;  // samples of one call

    SampleColumns() = default;
    SampleColumns(const SampleColumns&) = delete;
    SampleColumns& operator=(const SampleColumns&) = delete;
    virtual ~SampleColumns() = default;

    /// How many doubles compute() needs to work in.
    virtual std::size_t room() const = 0;
    /// Column j of samples first, first + 1, … goes to result[j * most] and on.
    virtual void compute(std::uint64_t first, std::size_t count, double* work, double* result) const = 0;
};

/// A step that must keep within limits in every sample.
struct Watched {
    StepId step;
    const Limit* limit;
};

/// Steps of one recording, as a plan draws its inputs.
class PlanColumns : public SampleColumns {
public:
    /// Refers to the plan.
    PlanColumns(const SamplePlan& plan, std::span<const StepId> steps);
    /// The steps, then those that are watched.
    PlanColumns(const SamplePlan& plan, std::span<const StepId> steps, std::span<const Watched> watched);

    std::size_t room() const override { return plan_.inputs().size() * most; }
    void compute(std::uint64_t first, std::size_t count, double* work, double* result) const override;

private:
    const SamplePlan& plan_;
    ColumnProgram program_;
};

}  // namespace lca
