#pragma once
// Operands for a formula, and what it amounts to.

#include "lca/calc/formula.hpp"

namespace lca::test {

/// Numbers in base units (m, kg, s, J, kgCO2e, one of each count) become operands of one recording.
class Recorded {
public:
    template <class Unit>
    Expr<Unit> of(double value) {
        Input input;
        input.path = "operand";
        input.value = value;
        return unchecked<Unit>(recorder_.input(input));
    }
    template <class Unit>
    double value(Expr<Unit> expr) const {
        return recorder_.value(expr.value());
    }
    Recorder& recorder() { return recorder_; }

private:
    Recorder recorder_;
};

}  // namespace lca::test
