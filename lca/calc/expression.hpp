#pragma once
// Expressions that a file may contain: "=[400 W/GPU] * gpu_time / 2". Dimensions are checked when recording.

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

/// A recorded value with its run-time dimension.
struct Term {
    Step step;
    Dimension dimension;
};

/// A parsed expression; grammar: docs/reference/language.md, "Expressions". Views point into the parsed text.
class Expression {
public:
    /// Parses `text` without its leading '='. At most 10,000 parts, nested 64 deep. Offsets of faults are
    /// counted from the start of `text`.
    static Parsed<Expression> parse(std::string_view text);

    struct Name {
        std::string_view text;  // the name: "gpu_time", "stage.training.energy"
        std::size_t offset;
    };
    /// The names in the expression, in the order written.
    std::vector<Name> names() const;

    /// Returns the value of a name, or what is wrong with it; the fault is then reported at the name.
    using Resolve = std::function<Parsed<Term>(Name)>;
    /// Records the expression. A fault names the dimensions of both operands and the operation's place. A
    /// number without unit is dimensionless; `[400 W]` is a constant with a unit.
    Parsed<Term> record(Recorder& recorder, const Resolve& resolve) const;

    struct Part {
        enum class Kind : unsigned char { number, name, operation, function };
        Kind kind;
        char operation = 0;  // + - * / ^, or ~ for a negative sign
        std::size_t offset = 0, length = 1;
        double value = 0;  // for a number, in base units
        Dimension dimension = {};
        std::string_view text = {};  // a name, a function, or a number with its unit
        std::vector<std::uint32_t> operands = {};
    };

private:
    std::vector<Part> parts_;  // each after its operands; the last one is the whole expression
};

}  // namespace lca
