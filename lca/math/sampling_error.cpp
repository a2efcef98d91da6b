#include "lca/math/sampling_error.hpp"

#include <algorithm>
#include <cmath>

#include "lca/math/elementary.hpp"

namespace lca {

void SamplingError::add_step(double difference, double time) {
    weighted_ += difference * difference * time * time;
    single_ += difference * difference;
    ++singles_;
}

void SamplingError::add_double_step(double difference) {
    twice_ += difference * difference;
    ++twices_;
}

double SamplingError::sd() const {
    if (singles_ == 0 || weighted_ == 0) return 0;
    double correlation = 0;  // with two readings it is unknown: 0 gives the largest error
    if (twices_ > 0) {
        const auto count = static_cast<double>(twices_);
        const double found = twice_ / count * static_cast<double>(singles_) / single_ - 1;
        correlation = std::clamp(found - 2 / std::sqrt(count), 0.0, 1.0);
    }
    return std::sqrt(weighted_ * sampling_factor(correlation));
}

double sampling_factor(double correlation) {
    constexpr double nearly_all = 0.999;  // closer to 1, the subtraction below would lose all digits
    if (correlation > nearly_all) return 1.0 / 12;
    if (correlation <= 0) return 0.5;
    const double x = -natural_log(correlation);
    // First term: coth(x/2) = (1 + r) / (1 - r).
    return ((1 + correlation) / (1 - correlation) - 2 / x) / (2 * (1 - correlation));
}

}  // namespace lca
