#include "lca/calc/evaluate_kernels.hpp"

#include <Eigen/Core>

#include "lca/calc/step_kernels.hpp"
#include "lca/math/time_series.hpp"

namespace lca {
namespace {

using kernel::ColumnOperands;
using Column1 = Eigen::Map<Eigen::ArrayXd>;
using ConstColumn1 = Eigen::Map<const Eigen::ArrayXd>;

template <class Function>
[[gnu::always_inline]] inline void each(const ColumnOperands& o, Function function) {
    const auto size = static_cast<Eigen::Index>(o.size);
    Column1 target(o.target, size);
    if (o.left_varies && o.right_varies) {
        target = ConstColumn1(o.left, size).binaryExpr(ConstColumn1(o.right, size), function);
    } else if (o.left_varies) {
        double right = *o.right;
        target = ConstColumn1(o.left, size).unaryExpr([=](double left) { return function(left, right); });
    } else {
        double left = *o.left;
        target = ConstColumn1(o.right, size).unaryExpr([=](double right) { return function(left, right); });
    }
}

template <Operation operation>
[[gnu::always_inline]] inline void each(const ColumnOperands& o) {
    each(o, [](double a, double b) { return kernel::apply(operation, a, b); });
}

[[gnu::always_inline]] inline void operate(Operation operation, const ColumnOperands& o) {
    switch (operation) {
        case Operation::add:
            return each<Operation::add>(o);
        case Operation::subtract:
            return each<Operation::subtract>(o);
        case Operation::multiply:
            return each<Operation::multiply>(o);
        case Operation::divide:
            return each<Operation::divide>(o);
        case Operation::minimum:
            return each<Operation::minimum>(o);
        case Operation::maximum:
            return each<Operation::maximum>(o);
        case Operation::power:
            return each<Operation::power>(o);
        case Operation::negate:
            return each<Operation::negate>(o);
        case Operation::square_root:
            return each<Operation::square_root>(o);
        case Operation::exponential:
            return each<Operation::exponential>(o);
        case Operation::natural_log:
            return each<Operation::natural_log>(o);
        case Operation::binary_log:
            return each<Operation::binary_log>(o);
        case Operation::ceiling:
            return each<Operation::ceiling>(o);
        case Operation::floor:
            return each<Operation::floor>(o);
        case Operation::input:
        case Operation::constant:
        case Operation::mean_over_time:  // also needs a series: see `take_means`
            break;
    }
}

}  // namespace

/// Applies an operation, using vectors of the given width.
void kernel::operate(Width width, Operation operation, const ColumnOperands& o) {
    on_width(width, [&] { lca::operate(operation, o); });
}

void kernel::take_means(const MeanOverTime& mean, const double* durations, std::size_t size, double* target) {
    for (std::size_t i = 0; i < size; ++i) target[i] = mean.over(durations[i]);
}

void kernel::take_means(const MeanOverTime& mean, const double* starts, const double* durations,
                        bool durations_vary, std::size_t size, double* target) {
    for (std::size_t i = 0; i < size; ++i)
        target[i] = mean.over(starts[i], durations[durations_vary ? i : 0]);
}

}  // namespace lca
