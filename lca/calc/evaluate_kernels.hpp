#pragma once
// What each operation does to columns of samples. Internal to lca/calc.

#include <cstddef>

#include "lca/calc/step.hpp"
#include "lca/math/width.hpp"

namespace lca {

class MeanOverTime;

namespace kernel {

/// Operands and target of one operation. Target and operands may be one column.
struct ColumnOperands {
    double* target;
    const double* left;
    const double* right;             // the same as left for operations with one operand
    bool left_varies, right_varies;  // else it is one number
    std::size_t size;
};

/// The scalar kernels run over Eigen arrays, so a column has the bits of its points.
void operate(Width width, Operation operation, const ColumnOperands& operands);
void take_means(const MeanOverTime& mean, const double* durations, std::size_t size, double* target);
/// Means over time with a start of its own for each sample; `durations` may be one number.
void take_means(const MeanOverTime& mean, const double* starts, const double* durations, bool durations_vary,
                std::size_t size, double* target);

}  // namespace kernel
}  // namespace lca
