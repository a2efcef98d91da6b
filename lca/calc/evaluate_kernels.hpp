#pragma once
// Carries out operations on columns of samples. Internal to lca/calc.

#include <cstddef>

#include "lca/calc/step.hpp"
#include "lca/math/width.hpp"

namespace lca {

class MeanOverTime;

namespace kernel {

/// Operands and target of an operation; the target may be the same column as an operand.
struct ColumnOperands {
    double* target;
    const double* left;
    const double* right;             // equal to `left` if there is only one operand
    bool left_varies, right_varies;  // if false, the operand is a single number
    std::size_t size;
};

/// Applies the scalar kernels to columns, so that each value has the same bits as in a single evaluation.
void operate(Width width, Operation operation, const ColumnOperands& operands);
void take_means(const MeanOverTime& mean, const double* durations, std::size_t size, double* target);
/// Means over time that start at another time for each sample; `durations` is one number unless it varies.
void take_means(const MeanOverTime& mean, const double* starts, const double* durations, bool durations_vary,
                std::size_t size, double* target);

}  // namespace kernel
}  // namespace lca
