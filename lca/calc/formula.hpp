#pragma once
// What formulas need besides operators: labels, the number one with a unit, and sums. They use the recorder
// of their operands, so that a formula has no other arguments than its operands.

#include <span>
#include <string_view>
#include <vector>

#include "lca/calc/recorder.hpp"

namespace lca {

/// Labels the value `text`, as `explain` shows it. If it has a label already, that one stays.
template <class Unit>
Expr<Unit> named(Expr<Unit> value, std::string_view text, Category category = Category::none) {
    return value.value().recorder()->label(value, text, category);
}

/// One of a unit (1, 1 node, 1 GPU), for a formula that needs it with an operand; that gives the recorder.
template <class Unit, class Other>
Expr<Unit> one_beside(Expr<Other> operand) {
    return unchecked<Unit>(operand.value().recorder()->constant(1));
}

/// The sum of at least one term, added pairwise (see Recorder::sum).
template <class Unit>
Expr<Unit> sum(std::span<const Expr<Unit>> terms) {
    std::vector<Step> steps;
    steps.reserve(terms.size());
    for (const Expr<Unit>& term : terms) steps.push_back(term.value());
    return unchecked<Unit>(steps.at(0).recorder()->sum(steps));
}
template <class Unit>
Expr<Unit> sum(const std::vector<Expr<Unit>>& terms) {
    return sum(std::span<const Expr<Unit>>(terms));
}

}  // namespace lca
