#pragma once
// Reports samples that are out of range or not finite as faults of the inputs they come from.

#include "lca/numerics/sample_run.hpp"

namespace lca::numerics {

/// Reports samples out of range, or else results that are not finite, as errors. Returns whether any were.
bool report_trouble(const SamplePlan& plan, std::span<const StepId> steps, std::span<const Watched> watched,
                    const SampleRun& run, std::uint64_t samples, Diagnostics& diagnostics);

/// Warns that a result is not finite in some samples, and names the inputs of the first such sample.
void report_lack(const SamplePlan& plan, StepId result, std::string_view name, const SampleTrouble& trouble,
                 std::uint64_t samples, Diagnostics& diagnostics);

}  // namespace lca::numerics
