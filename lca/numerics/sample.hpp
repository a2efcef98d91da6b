#pragma once
// Monte Carlo: draws samples of the uncertain inputs and gives the distribution of results. Memory does not
// grow with the number of samples; results have the same bits for any number of threads.

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

/// A step whose samples may be not finite, and its name in messages.
struct MayLack {
    StepId step = no_step;
    std::string name;  // such as "outputs.break_even"
};

/// A step whose samples are all stored, in base units; `values` must have room for them.
struct KeptStep {
    StepId step = no_step;
    double* values = nullptr;
};

struct SampleOptions {
    std::uint64_t samples = default_samples;  // from 2 to max_samples
    unsigned threads = 0;                     // 0: as many as make it faster
    /// Steps whose whole distribution is kept (a few kilobytes each); for other steps only the Summary is.
    std::span<const StepId> histograms = {};
    /// Steps whose samples may be not finite: this then gives a warning with their number, see lacking().
    std::span<const MayLack> may_lack = {};
    /// Steps whose samples are stored, the same that the summaries describe. After an error they are invalid.
    std::span<const KeptStep> kept = {};
    const StopFlag* stop = nullptr;  // once it is set, SamplingStopped is thrown
};

/// The number of threads that saves time for so many sampled inputs and steps, unless the options state one.
unsigned helpful_threads(const SampleOptions& options, std::size_t inputs, std::size_t steps);

/// The statistics of the sampled steps.
class Sampled {
public:
    Sampled(std::vector<StepId> steps, std::vector<Summary> summaries)
        : steps_(std::move(steps)), summaries_(std::move(summaries)) {}
    void keep(StepId step, Sketch sketch) { sketches_.emplace(step, std::move(sketch)); }
    void lacks(StepId step, std::uint64_t samples) { lacking_.emplace(step, samples); }

    /// How many samples of a step are not finite; if there are any, its result is not assessed.
    std::uint64_t lacking(StepId step) const;
    /// The statistics of a step. Throws std::out_of_range if it was not requested. Meaningless if lacking()
    /// is not 0.
    const Summary& of(StepId step) const;
    /// The distribution of a step; null if it was not in `histograms` or does not vary.
    const Sketch* sketch(StepId step) const;

private:
    std::vector<StepId> steps_;  // rising, each once
    std::vector<Summary> summaries_;
    std::map<StepId, Sketch> sketches_;
    std::map<StepId, std::uint64_t> lacking_;
};

/// Samples the `wanted` steps. A sample outside a physical limit, or a result that is not finite and not in
/// may_lack, is an error at the input it comes from, and nothing is returned: no sample is ever left out.
std::optional<Sampled> sample(const SamplePlan& plan, std::span<const StepId> wanted,
                              const SampleOptions& options, Diagnostics& diagnostics);

}  // namespace lca
