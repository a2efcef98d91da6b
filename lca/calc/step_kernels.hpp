#pragma once
// The operations on numbers, the same for recording, for single evaluations and for columns. Internal to
// lca/calc.

#include <cmath>

#include "lca/calc/step.hpp"
#include "lca/math/elementary.hpp"
#include "lca/math/elementary_kernels.hpp"

namespace lca::kernel {

/// The value of an operation; `b` is used only by operations with two operands. For inputs and constants it
/// returns `a`. If an operand of minimum or maximum is NaN, whether the result is NaN or the other operand is
/// the same in every evaluation.
inline double apply(Operation operation, double a, double b) {
    switch (operation) {
        case Operation::input:
        case Operation::constant:
        case Operation::mean_over_time:  // needs its series: see `value_at`
            return a;
        case Operation::add:
            return a + b;
        case Operation::subtract:
            return a - b;
        case Operation::multiply:
            return a * b;
        case Operation::divide:
            return a / b;
        case Operation::minimum:
            return b < a ? b : a;
        case Operation::maximum:
            return b > a ? b : a;
        case Operation::power:
            return lca::power(a, b);
        case Operation::negate:
            return -a;
        case Operation::square_root:
            return std::sqrt(a);
        case Operation::exponential:
            return kernel::exponential(a);
        case Operation::natural_log:
            return kernel::natural_log(a);
        case Operation::binary_log:
            return kernel::binary_log(a);
        case Operation::ceiling:
            return std::ceil(a);
        case Operation::floor:
            return std::floor(a);
    }
    return a;
}

}  // namespace lca::kernel
