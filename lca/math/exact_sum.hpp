#pragma once
// Sums whose rounding error does not grow with the number of terms.

#include <cmath>

namespace lca {

/// A sum that also sums the rounding errors of its additions (Neumaier 1974): as if in twice the precision.
class ExactSum {
public:
    void add(double value) {
        const double next = sum_ + value;
        rest_ += std::fabs(sum_) >= std::fabs(value) ? (sum_ - next) + value : (value - next) + sum_;
        sum_ = next;
    }
    /// Adds value - less without rounding that difference.
    void add(double value, double less) {
        add(value);
        add(-less);
    }
    void add(const ExactSum& other) {
        add(other.sum_);
        add(other.rest_);
    }
    double value() const { return sum_ + rest_; }
    /// The sum divided by `count`; the rounding error of the division is kept.
    ExactSum over(double count) const {
        ExactSum result;
        result.sum_ = sum_ / count;
        result.rest_ = (std::fma(-result.sum_, count, sum_) + rest_) / count;
        return result;
    }

private:
    double sum_ = 0, rest_ = 0;
};

}  // namespace lca
