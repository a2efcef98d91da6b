#pragma once
// The recording behind one result, as a graph that a person can read: long chains of additions or
// multiplications are one term with many operands, everything that has a name of its own stays a term of its
// own.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/results/point_result.hpp"

namespace lca {

/// How a term is computed from its operands.
enum class TermKind : unsigned char {
    input,     // a number that entered
    constant,  // a number of the formula itself
    sum,       // operands added, `inverse` ones subtracted
    product,   // operands multiplied, `inverse` ones divide
    function,  // minimum, maximum, power (of two), square root, exponential, … (of one)
};

/// One term of an explanation.
struct ExplainedTerm {
    struct Operand {
        std::size_t term;      // index into Explanation::terms, lower than this term's own
        bool inverse = false;  // subtracted, or divides
    };
    StepId step = no_step;
    TermKind kind = TermKind::constant;
    Operation operation = Operation::constant;  // of a function: which
    std::string label = {};                     // "" where the formula gave no name
    std::string written = {};                   // of a constant with a unit: "12 h", as the expression has it
    double value = 0;                           // base units
    std::optional<Dimension> dimension =
        {};  // none: it cannot be determined (a constant inside an unnamed formula)
    std::optional<Input> input = {};
    std::optional<Input> stated = {};  // of an expression: what the file says of it
    std::vector<Operand> operands = {};
};

/// The terms of one result, operands before what uses them; the last one is the result. Refers to the
/// calculation.
struct Explanation {
    std::vector<ExplainedTerm> terms;

    const ExplainedTerm& root() const { return terms.back(); }
};

/// Explains a step of a point result. Throws std::out_of_range for no_step or a step that does not exist.
Explanation explain(const PointResult& reading, StepId root);

/// "sum", "product", "minimum", "input", …: as machine output calls it.
std::string_view operation_name(const ExplainedTerm& term);

}  // namespace lca
