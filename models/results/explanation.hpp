#pragma once
// The calculation behind one result as a graph for people: a long chain of additions or of multiplications
// becomes one term with many operands, but whatever has a name remains a term of its
// own.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/results/point_result.hpp"

namespace lca {

/// How the value of a term is calculated from its operands.
enum class TermKind : unsigned char {
    input,     // one input number of the calculation
    constant,  // a number in a formula
    sum,       // sum of the operands; those marked `inverse` are subtracted
    product,   // product of the operands; those marked `inverse` divide
    function,  // minimum, maximum, power (two operands); square root, exponential, … (one)
};

/// One term of an explanation: a step, or several merged steps.
struct ExplainedTerm {
    struct Operand {
        std::size_t term;      // index in Explanation::terms, lower than that of this term
        bool inverse = false;  // subtracted, or divided by
    };
    StepId step = no_step;
    TermKind kind = TermKind::constant;
    Operation operation = Operation::constant;  // the function, if the term is one
    std::string label = {};                     // "" where the formula gave no name
    std::string written = {};                   // of a constant with a unit: as in the expression, "12 h"
    double value = 0;                           // in base units
    std::optional<Dimension> dimension =
        {};  // empty if not known (a constant inside a formula without labels)
    std::optional<Input> input = {};
    std::optional<Input> stated = {};  // for an expression: its source, note and status in the file
    std::vector<Operand> operands = {};
};

/// The terms of one result, each after its operands; the last one is the result. Refers to the calculation,
/// which must outlive it.
struct Explanation {
    std::vector<ExplainedTerm> terms;

    const ExplainedTerm& root() const { return terms.back(); }
};

/// Explains a step. Throws std::out_of_range for no_step or a step that does not exist.
Explanation explain(const PointResult& point, StepId root);

/// The name in machine-readable output: "sum", "product", "minimum", "input", …
std::string_view operation_name(const ExplainedTerm& term);

}  // namespace lca
