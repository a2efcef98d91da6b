#pragma once
// Operands for a formula, what it amounts to, and the names that every test of formulas uses.

#include "lca/calc/formula.hpp"

namespace lca::physics {}
namespace physics = lca::physics;
namespace unit = lca::unit;

inline constexpr double hour = 3600, kwh = 3.6e6;  // in s and in J

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
