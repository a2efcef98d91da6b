#pragma once
// The recording: everything a result is made of. Immutable once made; sampling, sweeping, explaining and
// derivatives read it.

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/source.hpp"
#include "lca/calc/distribution.hpp"
#include "lca/calc/results.hpp"
#include "lca/calc/step.hpp"
#include "lca/units/dimension.hpp"

namespace lca {

/// Who gave a number.
enum class Origin : std::uint8_t { file, catalogue, default_value, argument };
std::string_view to_string(Origin origin);  // "file", "catalogue", "default", "argument"

/// A number that entered: the leaves of every explanation, the knobs of every sweep.
struct Input {
    std::string path;  // "systems.jean_zay.lifetime"; of the catalogue: "nvidia-a100-sxm4-80gb.embodied"
    double value = 0;  // base units
    Dimension dimension = {};
    double written = 0;      // as written: 6
    std::string unit = {};   // as written: "yr"; "" for a bare number
    double unit_factor = 1;  // one such unit in base units
    Origin origin = Origin::file;
    Place place = {};                                      // unknown for defaults
    std::string source = {};                               // one line; "" where none was given
    std::string note = {};                                 // also: why a default is what it is
    std::string status = {};                               // "" (printed), "inferred", "fitted", "assumed"
    std::shared_ptr<const Distribution> uncertainty = {};  // null: none stated
};

/// One step: an operation on earlier steps. Leaves index `inputs` or `constants` with `left`.
struct StepRecord {
    Operation operation;
    StepId left = no_step;
    StepId right = no_step;
};

/// What a step means, for explanations: "energy of the accelerators".
struct Label {
    std::string text;
    Dimension dimension;
};

/// What a file says of a figure that it gives as an expression: source, note, status. The value is the
/// expression's.
struct Stated {
    StepId step = no_step;
    Input about;
};

/// What a number of the file may physically be, whatever its inputs come to: kept for sampling and sweeping.
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

/// A figure that a file asks for under `outputs`.
struct Output {
    std::string name;
    StepId step = no_step;  // no_step: not assessed
    Dimension dimension;
    std::string why_not = {};  // the result it needs that is not assessed
    std::string title = {};    // for people; "" where the name says it
    std::string section = {};  // the heading it is shown under; "" among the file's own
};

/// See the heading. Made by Recorder::finish.
class Calculation {
public:
    std::span<const StepRecord> steps() const { return steps_; }
    std::span<const double> constants() const { return constants_; }
    std::span<const Input> inputs() const { return inputs_; }
    /// What a step means, or null where nobody said. Steps of one meaning share it.
    const Label* label(StepId step) const;
    const Results& results() const { return results_; }
    std::span<const Output> outputs() const { return outputs_; }
    std::span<const Limit> limits() const { return limits_; }
    std::span<const Stated> stated() const { return stated_; }
    /// The input at a path, or null; found by looking at each.
    const Input* input(std::string_view path) const;

private:
    friend class Recorder;

    std::vector<StepRecord> steps_;
    std::vector<double> constants_;
    std::vector<Input> inputs_;
    std::vector<Label> labels_;  // each meaning once
    std::vector<std::uint32_t>
        label_of_;  // by step, 1 more than the index of its label; 0: none; as long as needed
    std::vector<Output> outputs_;
    std::vector<Limit> limits_;
    std::vector<Stated> stated_;
    Results results_;
};

}  // namespace lca
