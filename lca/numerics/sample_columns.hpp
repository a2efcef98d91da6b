#pragma once
// Computes the columns of a run of samples, from one recording or as differences of several.

#include <cstdint>
#include <span>
#include <vector>

#include "lca/calc/evaluate.hpp"
#include "lca/numerics/sample_plan.hpp"

namespace lca {

/// Computes columns of samples; several threads use it at the same time.
class SampleColumns {
public:
    static constexpr std::size_t max_samples = 1024;  // samples in one call

    SampleColumns() = default;
    SampleColumns(const SampleColumns&) = delete;
    SampleColumns& operator=(const SampleColumns&) = delete;
    virtual ~SampleColumns() = default;

    /// The number of doubles that compute() needs in `work`.
    virtual std::size_t room() const = 0;
    /// Writes column j for samples first, first + 1, … to result[j * max_samples], result[j * max_samples +
    /// 1], ….
    virtual void compute(std::uint64_t first, std::size_t count, double* work, double* result) const = 0;
};

/// A step whose samples must all be within a limit.
struct Watched {
    StepId step;
    const Limit* limit;
};

/// Columns of steps of one recording, with inputs sampled by a plan.
class PlanColumns : public SampleColumns {
public:
    /// Keeps a reference to the plan.
    PlanColumns(const SamplePlan& plan, std::span<const StepId> steps);
    /// The columns of `steps` come first, then those of the watched steps.
    PlanColumns(const SamplePlan& plan, std::span<const StepId> steps, std::span<const Watched> watched);

    std::size_t room() const override { return plan_.inputs().size() * max_samples; }
    void compute(std::uint64_t first, std::size_t count, double* work, double* result) const override;

private:
    const SamplePlan& plan_;
    ColumnProgram program_;
};

}  // namespace lca
