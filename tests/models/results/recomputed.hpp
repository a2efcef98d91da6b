#pragma once
// A term of an explanation worked out anew from its operands' values: what is printed must follow from it.

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "lca/math/elementary.hpp"
#include "models/results/explanation.hpp"

namespace lca::test {

inline double function_value(Operation operation, double a, double b) {
    switch (operation) {
        case Operation::minimum:
            return std::min(a, b);
        case Operation::maximum:
            return std::max(a, b);
        case Operation::power:
            return power(a, b);
        case Operation::square_root:
            return std::sqrt(a);
        case Operation::exponential:
            return exponential(a);
        case Operation::natural_log:
            return natural_log(a);
        case Operation::binary_log:
            return binary_log(a);
        case Operation::ceiling:
            return std::ceil(a);
        case Operation::floor:
            return std::floor(a);
        default:
            throw std::logic_error("explain: no function of values");
    }
}

/// An input or a constant is its own value.
inline double recomputed(const Explanation& explanation, const ExplainedTerm& term) {
    const auto at = [&](std::size_t i) { return explanation.terms[term.operands.at(i).term].value; };
    double result = term.kind == TermKind::product ? 1 : 0;
    switch (term.kind) {
        case TermKind::input:
        case TermKind::constant:
            return term.value;
        case TermKind::sum:
            for (std::size_t i = 0; i < term.operands.size(); ++i) {
                result = term.operands[i].inverse ? result - at(i) : result + at(i);
            }
            return result;
        case TermKind::product:
            for (std::size_t i = 0; i < term.operands.size(); ++i) {
                result = term.operands[i].inverse ? result / at(i) : result * at(i);
            }
            return result;
        case TermKind::function:
            return function_value(term.operation, at(0), term.operands.size() > 1 ? at(1) : 0);
    }
    return result;
}

}  // namespace lca::test
