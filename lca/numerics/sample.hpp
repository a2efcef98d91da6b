#pragma once
// Monte Carlo: many samples of the uncertain inputs, and the distribution of the results. Memory does not
// grow with the number of samples; every bit is the same on any number of threads.

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/numerics/sample_plan.hpp"
#include "lca/numerics/sample_statistics.hpp"
#include "lca/numerics/sampling.hpp"

namespace lca {

/// A step whose samples may be not finite, and what messages call it.
struct MayLack {
    StepId step = no_step;
    std::string name;  // "outputs.break_even"
};

/// A step of which every sample is written out: `values` has room for all of them, in base units.
struct KeptStep {
    StepId step = no_step;
    double* values = nullptr;
};

struct SampleOptions {
    std::uint64_t samples = default_samples;  // 2 to max_samples
    unsigned threads = 0;                     // 0: as many as help
    /// Steps whose whole distribution is kept, some kilobytes each; others have only the summary.
    std::span<const StepId> histograms = {};
    /// Steps whose samples may be not finite: a counted warning, and the step is `lacking`.
    std::span<const MayLack> may_lack = {};
    /// The samples written out are those of the summaries. Their contents mean nothing after an error.
    std::span<const KeptStep> kept = {};
    const StopFlag* stop = nullptr;  // throws SamplingStopped once it is set
};

/// How many threads are worth their cost for this many drawn inputs and steps, unless the options set it.
unsigned helpful_threads(const SampleOptions& options, std::size_t inputs, std::size_t steps);

/// The statistics of each step, once however often it was asked for.
class Sampled {
public:
    Sampled(std::vector<StepId> steps, std::vector<Summary> summaries)
        : steps_(std::move(steps)), summaries_(std::move(summaries)) {}
    void keep(StepId step, Sketch sketch) { sketches_.emplace(step, std::move(sketch)); }
    void lacks(StepId step, std::uint64_t samples) { lacking_.emplace(step, samples); }

    /// How many samples of a step are not finite; where there are any, its figure is not assessed.
    std::uint64_t lacking(StepId step) const;
    /// Throws std::out_of_range for a step that was not requested. The summary of a lacking step means
    /// nothing.
    const Summary& of(StepId step) const;
    /// The distribution, where it was asked for and varies; else null.
    const Sketch* sketch(StepId step) const;

private:
    std::vector<StepId> steps_;  // rising
    std::vector<Summary> summaries_;
    std::map<StepId, Sketch> sketches_;
    std::map<StepId, std::uint64_t> lacking_;
};

/// Samples steps. A sample of a figure out of its physical range, or a result that is not a finite number, is
/// an error at the input it comes from, and nothing comes back: no sample is dropped or clipped.
std::optional<Sampled> sample(const SamplePlan& plan, std::span<const StepId> wanted,
                              const SampleOptions& options, Diagnostics& diagnostics);

}  // namespace lca
