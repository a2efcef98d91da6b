#include "lca/numerics/sample_columns.hpp"

namespace lca {
namespace {

std::vector<StepId> all_steps(std::span<const StepId> steps, std::span<const Watched> watched) {
    std::vector<StepId> all(steps.begin(), steps.end());
    for (const Watched& one : watched) all.push_back(one.step);
    return all;
}

}  // namespace

PlanColumns::PlanColumns(const SamplePlan& plan, std::span<const StepId> steps)
    : plan_(plan), program_(plan.calculation(), plan.inputs(), steps) {}

PlanColumns::PlanColumns(const SamplePlan& plan, std::span<const StepId> steps,
                         std::span<const Watched> watched)
    : PlanColumns(plan, all_steps(steps, watched)) {}

void PlanColumns::compute(std::uint64_t first, std::size_t count, double* work, double* result) const {
    std::vector<double*> columns;
    for (std::size_t k = 0; k < plan_.inputs().size(); ++k) columns.push_back(work + k * max_samples);
    plan_.fill(first, count, columns);
    program_.run(std::vector<const double*>(columns.begin(), columns.end()), count, result, max_samples);
}

}  // namespace lca
