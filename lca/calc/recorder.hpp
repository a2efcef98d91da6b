#pragma once
// Records the steps of a Calculation. One for each compilation; not shared between threads.

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
    /// Continues an existing recording, whose steps keep their numbers.
    explicit Recorder(Calculation so_far);
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    /// Reserves memory for about `inputs` inputs and their steps, so that a large recording is not copied
    /// again and again while it grows.
    void expect(std::size_t inputs);

    /// Records an input from a file, the catalogue, a default or an argument. Texts are copied.
    Step input(const Input& input);
    /// Records a number that is part of a formula (the 2 in 2 x). Equal constants share a step.
    Step constant(double value);
    /// Records a constant with a label such as "[12 h]" or "parameters.night [12 h]". Equal labels with equal
    /// values share a step.
    Step constant(double value, std::string_view written, Dimension dimension);
    Step record(Operation operation, Step left, Step right = {});
    /// Records the mean of a series over a duration, in the series' own unit.
    Step mean_over_time(MeanOverTime mean, Step duration);
    /// Records the sum of steps, added pairwise: in the same order on every machine, and with small rounding
    /// errors. Throws if there are none.
    Step sum(std::span<const Step> terms);

    /// The value of a step with inputs at their own values (computed when the step is recorded, by the same
    /// kernels as in evaluate()).
    double value(Step step) const;
    Operation operation(Step step) const;

    /// States what a step means. A label that it has stays; a constant without a unit gets none.
    void label(Step step, std::string_view text, Dimension dimension);
    template <class Unit>
    Expr<Unit> label(Expr<Unit> value, std::string_view text, Category category = Category::none) {
        label(value.value(), text, dimension_of<Unit>().with(category));
        return value;
    }

    /// Records the allowed range of a step, for varying inputs; the caller has checked its own value.
    void limit(Limit limit);
    /// Stores source, note and status of a value that is given as an expression, and labels its step with the
    /// value's path (unless the step is an input or constant).
    void state(Step step, Input about);

    /// Returns the complete recording.
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
    /// For the text of a label, its numbers in Calculation::labels_, from 1.
    std::unordered_map<std::string, std::vector<std::uint32_t>, TextHash, std::equal_to<>> meanings_;
    std::unordered_map<std::uint64_t, StepId> constants_;  // by their bits, so that 0 and -0 differ
    std::unordered_map<std::string, StepId, TextHash, std::equal_to<>>
        written_;  // constants by their label texts
};

}  // namespace lca
