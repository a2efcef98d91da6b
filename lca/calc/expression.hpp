#pragma once
// "=[400 W/GPU] * gpu_time / 2": the formulas that a file may hold. Dimensions are checked while recording.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/calc/step.hpp"
#include "lca/units/quantity.hpp"

namespace lca {

class Recorder;

/// A recorded value and its run-time dimension.
struct Term {
    Step step;
    Dimension dimension;
};

/// A parsed expression. Grammar: docs/reference/language.md, "Expressions". Views point into the parsed text.
class Expression {
public:
    /// `text` without the leading '='. Nesting at most 64, 10,000 parts. Offsets of faults count from the
    /// start of `text`.
    static Parsed<Expression> parse(std::string_view text);

    struct Name {
        std::string_view text;  // "gpu_time", "stage.training.energy"
        std::size_t offset;
    };
    /// The names it refers to, in the order written.
    std::vector<Name> names() const;

    /// Gives the value of a name, or what is wrong with it; such a fault is placed at the name.
    using Resolve = std::function<Parsed<Term>(Name)>;
    /// Records the expression. A fault names both operands' dimensions and where the operation is. A bare
    /// number is dimensionless; `[400 W]` is a constant with its unit.
    Parsed<Term> record(Recorder& recorder, const Resolve& resolve) const;

    struct Part {
        enum class Kind : unsigned char { number, name, operation, function };
        Kind kind;
        char operation = 0;  // + - * / ^, ~ for the sign
        std::size_t offset = 0, length = 1;
        double value = 0;  // of a number, in base units
        Dimension dimension = {};
        std::string_view text = {};  // of a name, function or literal with its unit
        std::vector<std::uint32_t> operands = {};
    };

private:
    std::vector<Part> parts_;  // operands before what uses them; the last is the whole
};

}  // namespace lca
