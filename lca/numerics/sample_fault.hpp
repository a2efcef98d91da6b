#pragma once
// Faults of samples, reported at the input they come from.

#include "lca/numerics/sample_run.hpp"

namespace lca::numerics {

/// Reports samples out of range and results that are not numbers. True where there was any.
bool report_trouble(const SamplePlan& plan, std::span<const StepId> steps, std::span<const Watched> watched,
                    const SampleRun& run, std::uint64_t samples, Diagnostics& diagnostics);

/// Warns of a result that some samples do not have, naming the inputs of the first.
void report_lack(const SamplePlan& plan, StepId result, std::string_view name, const SampleTrouble& trouble,
                 std::uint64_t samples, Diagnostics& diagnostics);

}  // namespace lca::numerics
