#pragma once
// What each operation does to numbers: the one place, for recording, for points and for columns. Internal to
// lca/calc.

#include <cmath>

#include "lca/calc/step.hpp"
#include "lca/math/elementary.hpp"
#include "lca/math/elementary_kernels.hpp"

namespace lca::kernel {

/// The value of an operation; `b` counts for operations with two operands only. Leaves are not operations:
/// they give `a`. Of minimum and maximum, a NaN on either side gives NaN or the other side by the same rule
/// in every evaluation.
inline double apply(Operation operation, double a, double b) {
    switch (operation) {
        case Operation::input:
        case Operation::constant:
        case Operation::mean_over_time:  // its series is not here: see `value_at`
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
