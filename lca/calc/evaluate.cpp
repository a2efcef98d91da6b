// Evaluates a recorded calculation at the inputs' own values, finds the first step out of range, and computes
// derivatives by reverse mode.

#include "lca/calc/evaluate.hpp"

#include <cmath>

#include "lca/calc/step_kernels.hpp"
#include "lca/math/time_series.hpp"
#include "lca/units/quantity.hpp"

namespace lca {

namespace {

/// The derivatives of an operation's result with respect to its left and its right operand.
struct Slopes {
    double left = 0, right = 0;
};

Slopes slopes(Operation operation, double a, double b, double value) {
    switch (operation) {
        case Operation::add:
            return {1, 1};
        case Operation::subtract:
            return {1, -1};
        case Operation::multiply:
            return {b, a};
        case Operation::divide:
            return {1 / b, -value / b};
        case Operation::minimum:
            return b < a ? Slopes{0, 1} : Slopes{1, 0};
        case Operation::maximum:
            return b > a ? Slopes{0, 1} : Slopes{1, 0};
        case Operation::power:
            // For base 0 and b > 0, the derivative with respect to b is its limit, 0.
            return {b == 0 ? 0 : b * power(a, b - 1), a == 0 && b > 0 ? 0 : value * natural_log(a)};
        case Operation::negate:
            return {-1, 0};
        case Operation::square_root:
            return {0.5 / value, 0};
        case Operation::exponential:
            return {value, 0};
        case Operation::natural_log:
            return {1 / a, 0};
        case Operation::binary_log:
            return {kernel::per_ln2 / a, 0};
        case Operation::ceiling:
        case Operation::floor:
        case Operation::mean_over_time:
        case Operation::input:
        case Operation::constant:
            break;
    }
    return {};
}

double value_at(const Calculation& calculation, const StepRecord& step, const std::vector<double>& values) {
    if (step.operation == Operation::mean_over_time)
        return calculation.means()[step.right]->over(values[step.left]);
    return kernel::apply(step.operation, values[step.left],
                         is_unary(step.operation) ? 0 : values[step.right]);
}

}  // namespace

std::vector<double> evaluate(const Calculation& calculation) {
    std::vector<double> values;
    values.reserve(calculation.steps().size());
    for (const StepRecord& step : calculation.steps()) {
        switch (step.operation) {
            case Operation::input:
                values.push_back(calculation.inputs().value(step.left));
                break;
            case Operation::constant:
                values.push_back(calculation.constants()[step.left]);
                break;
            default:
                values.push_back(value_at(calculation, step, values));
        }
    }
    return values;
}

StepId first_fault(const Calculation& calculation, std::span<const double> values) {
    std::span<const StepRecord> steps = calculation.steps();
    for (StepId id = 0; id < steps.size(); ++id) {
        if (within_range(values[id])) continue;
        const StepRecord& step = steps[id];
        if (is_leaf(step.operation)) return id;
        const bool right = is_unary(step.operation) || within_range(values[step.right]);
        if (right && within_range(values[step.left])) return id;
    }
    return no_step;
}

std::vector<double> derivatives(const Calculation& calculation, std::span<const double> values, StepId of) {
    std::span<const StepRecord> steps = calculation.steps();
    std::vector<double> result(calculation.inputs().size(), 0.0);
    std::vector<double> adjoint(of < steps.size() ? of + std::size_t{1} : 0, 0.0);
    if (adjoint.empty()) return result;
    adjoint[of] = 1;
    for (std::size_t id = adjoint.size(); id-- > 0;) {
        double weight = adjoint[id];
        const StepRecord& step = steps[id];
        if (weight == 0 || step.operation == Operation::constant) continue;
        if (step.operation == Operation::input) {
            result[step.left] += weight;
            continue;
        }
        bool unary = is_unary(step.operation);
        Slopes slope = slopes(step.operation, values[step.left], unary ? 0 : values[step.right], values[id]);
        if (step.operation == Operation::mean_over_time)
            slope.left = calculation.means()[step.right]->slope(values[step.left]);
        // Zero slopes are skipped: further derivatives may be infinite, and 0 times infinity would be NaN.
        if (slope.left != 0) adjoint[step.left] += weight * slope.left;
        if (!unary && slope.right != 0) adjoint[step.right] += weight * slope.right;
    }
    return result;
}

}  // namespace lca
