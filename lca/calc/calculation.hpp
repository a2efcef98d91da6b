#pragma once
// The recorded calculation of results: inputs, constants and steps. Immutable; sampling, sweeps, explanations
// and derivatives read it.

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/calc/inputs.hpp"
#include "lca/calc/step.hpp"
#include "lca/units/quantity.hpp"

namespace lca {

class MeanOverTime;

/// One step: an operation on earlier steps. For leaves, `left` is an index into `inputs` or `constants`; for
/// a mean over time, `right` is an index into `means`. 12 bytes, as a large file has hundreds of thousands.
struct StepRecord {
    static constexpr std::uint32_t max_meanings = (1U << 24) - 1;

    Operation operation : 8;
    std::uint32_t meaning : 24;  // number of its label, see Calculation::label; 0 if it has none
    StepId left;
    StepId right;
};
static_assert(sizeof(StepRecord) == 12);

/// What a step means, as explanations show it: "energy of the accelerators".
struct Label {
    std::string text;
    Dimension dimension;
};

/// The physically possible range of a number in a file. Sampling and sweeps check it for varied inputs.
struct Limit {
    StepId step = no_step;
    std::string path;
    Place place = {};
    Dimension dimension = {};
    double low = 0;  // in base units; infinite if there is no limit
    double high = 0;
    bool above_low = false;     // whether `low` itself is excluded
    std::string expected = {};  // for messages, such as "above 0"

    bool holds(double value) const { return (above_low ? value > low : value >= low) && value <= high; }
};

/// A recorded calculation, made by Recorder::finish.
class Calculation {
public:
    std::span<const StepRecord> steps() const { return steps_; }
    std::span<const double> constants() const { return constants_; }
    const Inputs& inputs() const { return inputs_; }
    /// The series of the means over time; a mean is one step, however many hours its series has.
    std::span<const std::shared_ptr<const MeanOverTime>> means() const { return means_; }
    /// The label of a step; null if it has none or does not exist. Steps with the same meaning share it.
    const Label* label(StepId step) const;
    std::span<const Limit> limits() const { return limits_; }
    /// Source, note and status of values that a file gives as expressions; their steps are in stated_steps(),
    /// in the same order.
    const Inputs& stated() const { return stated_; }
    std::span<const StepId> stated_steps() const { return stated_steps_; }
    /// The first input at a path, by linear search; empty if there is none.
    std::optional<Input> input(std::string_view path) const;

private:
    friend class Recorder;

    std::vector<StepRecord> steps_;
    std::vector<double> constants_;
    Inputs inputs_;
    std::vector<std::shared_ptr<const MeanOverTime>> means_;
    std::vector<Label> labels_;  // each different label once; StepRecord::meaning counts from 1
    std::vector<Limit> limits_;
    Inputs stated_;
    std::vector<StepId> stated_steps_;
};

}  // namespace lca
