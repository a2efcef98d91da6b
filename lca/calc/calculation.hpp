#pragma once
// The recording: everything a result is made of. Immutable once made; sampling, sweeping, explaining and
// derivatives read it.

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

/// One step: an operation on earlier steps. Leaves index `inputs` or `constants` with `left`, a
/// mean over time indexes `means` with `right`. 12 bytes, as a large file has hundreds of thousands.
struct StepRecord {
    static constexpr std::uint32_t max_meanings = (1U << 24) - 1;

    Operation operation : 8;
    std::uint32_t meaning : 24;  // what it is called: see Calculation::label; 0: nothing
    StepId left;
    StepId right;
};
static_assert(sizeof(StepRecord) == 12);

/// What a step means, for explanations: "energy of the accelerators".
struct Label {
    std::string text;
    Dimension dimension;
};

/// The physical range of a number of the file, whatever its inputs are: kept for sampling and sweeping.
struct Limit {
    StepId step = no_step;
    std::string path;
    Place place = {};
    Dimension dimension = {};
    double low = 0;  // base units; infinite where there is no end
    double high = 0;
    bool above_low = false;     // `low` itself is out of range
    std::string expected = {};  // "above 0", for messages

    bool holds(double value) const { return (above_low ? value > low : value >= low) && value <= high; }
};

/// Made by Recorder::finish.
class Calculation {
public:
    std::span<const StepRecord> steps() const { return steps_; }
    std::span<const double> constants() const { return constants_; }
    const Inputs& inputs() const { return inputs_; }
    /// The means over time that steps use: one step takes the mean of a whole series; hours are not steps.
    std::span<const std::shared_ptr<const MeanOverTime>> means() const { return means_; }
    /// The label of a step, or null if it has none or does not exist. Steps of one meaning share it.
    const Label* label(StepId step) const;
    std::span<const Limit> limits() const { return limits_; }
    /// For figures that a file gives as expressions: source, note, status. stated_steps() has their steps, in
    /// the same order.
    const Inputs& stated() const { return stated_; }
    std::span<const StepId> stated_steps() const { return stated_steps_; }
    /// The input at a path, or nothing; found by looking at each.
    std::optional<Input> input(std::string_view path) const;

private:
    friend class Recorder;

    std::vector<StepRecord> steps_;
    std::vector<double> constants_;
    Inputs inputs_;
    std::vector<std::shared_ptr<const MeanOverTime>> means_;
    std::vector<Label> labels_;  // each meaning once; steps name them from 1
    std::vector<Limit> limits_;
    Inputs stated_;
    std::vector<StepId> stated_steps_;
};

}  // namespace lca
