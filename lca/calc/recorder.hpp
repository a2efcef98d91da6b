#pragma once
// Makes a Calculation. One per compilation; not shared between threads.

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lca/calc/calculation.hpp"
#include "lca/calc/expr.hpp"

namespace lca {

class Recorder {
public:
    Recorder() = default;
    /// Goes on from a recording: its steps keep their numbers.
    explicit Recorder(Calculation so_far);
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    /// Reserves memory for about `inputs` inputs and their steps, so that the recording of a large file is
    /// not moved as it grows.
    void expect(std::size_t inputs);

    /// A number that entered from a file, the catalogue, a default or an argument. Texts are copied.
    Step input(const Input& input);
    /// A number that belongs to a formula itself (the 2 in 2 x). Equal constants share a step.
    Step constant(double value);
    /// A constant that is called by its text: "[12 h]", or "parameters.night [12 h]". Equal texts with equal
    /// values share a step.
    Step constant(double value, std::string_view written, Dimension dimension);
    Step record(Operation operation, Step left, Step right = {});
    /// The mean of a series over a duration, in the series' own unit.
    Step mean_over_time(MeanOverTime mean, Step duration);
    /// The sum of any number of steps, added pairwise: the same order on every machine, and small rounding
    /// errors. Throws on none.
    Step sum(std::span<const Step> terms);

    /// The value of a recorded step at the inputs' own values (carried out while recording, by the same
    /// kernels as `evaluate`).
    double value(Step step) const;
    Operation operation(Step step) const;

    /// Says what a step means. The first name stays; a constant without a unit has none.
    void label(Step step, std::string_view text, Dimension dimension);
    template <class Unit>
    Expr<Unit> label(Expr<Unit> value, std::string_view text, Category category = Category::none) {
        label(value.value(), text, dimension_of<Unit>().with(category));
        return value;
    }

    /// Records the range of a step, for when inputs vary; its present value was checked by the caller.
    void limit(Limit limit);
    /// Keeps the source, note and status of a figure that is given as an expression, and labels its step with
    /// the figure's path unless it is an input.
    void state(Step step, Input about);

    /// The recording, complete.
    Calculation finish() &&;

private:
    bool is_plain_constant(Step step) const;
    Step append(Operation operation, StepId left, StepId right, double value);

    Calculation calculation_;
    std::vector<double> values_;
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    /// Places of labels by their text.
    std::unordered_map<std::string, std::vector<std::uint32_t>, TextHash, std::equal_to<>> meanings_;
    std::unordered_map<std::uint64_t, StepId> constants_;  // by their bits: 0 and -0 differ
    std::unordered_map<std::string, StepId, TextHash, std::equal_to<>>
        written_;  // constants by what they are called
};

}  // namespace lca
