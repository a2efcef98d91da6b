#include "lca/math/standard_pert.hpp"

#include <algorithm>
#include <cmath>

#include "lca/math/elementary.hpp"
#include "lca/math/normal.hpp"

namespace lca::math {

StandardPert::StandardPert(double mode) : p_(1 + 4 * mode), q_(1 + 4 * (1 - mode)) {
    whole_ = lower_part(0.5, p_, q_) + lower_part(0.5, q_, p_);
}

/// The integral of t^(p-1) (1-t)^(q-1) from 0 to x <= 1/2: x^p times the sum of (1-q)_k / k! x^k / (p + k).
double StandardPert::lower_part(double x, double p, double q) const {
    if (x <= 0) return 0;
    double term = 1, sum = 1 / p;
    for (int k = 1; k < 200; ++k) {
        term *= (k - q) / k * x;
        const double more = term / (p + k);
        sum += more;
        if (std::fabs(more) < 1e-17 * std::fabs(sum)) break;
    }
    return exponential(p * natural_log(x)) * sum;
}

double StandardPert::below(double x) const {
    if (x <= 0.5) return lower_part(x, p_, q_) / whole_;
    return 1 - lower_part(1 - x, q_, p_) / whole_;
}

double StandardPert::density(double x) const {
    const double left = p_ > 1 ? (p_ - 1) * natural_log(x) : 0;
    const double right = q_ > 1 ? (q_ - 1) * natural_log(1 - x) : 0;
    return exponential(left + right) / whole_;
}

/// The x below which `share` lies, from the first guess `start`, by Newton's method on the logarithm of the
/// share, which for small shares is nearly linear in log x.
double StandardPert::solve(double share, double start) const {
    double x = start;
    for (int i = 0; i < 60; ++i) {
        const double here = below(x);
        const double step = here / (x * density(x)) * natural_log(share / here);
        const double next = std::clamp(x * exponential(std::clamp(step, -1.0, 1.0)), x / 4, 1 - (1 - x) / 4);
        const bool done = std::fabs(next - x) <= 1e-15 * x;
        x = next;
        if (done) break;
    }
    return x;
}

std::vector<double> StandardPert::table() const {
    constexpr int half = table_end * per_unit;
    std::vector<double> nodes(2 * (2 * half + 1));
    // The upper half is computed as the lower half of the mirrored distribution, which is more exact near 1.
    for (const bool upper : {false, true}) {
        StandardPert side = *this;
        if (upper) std::swap(side.p_, side.q_);
        double x = 0.5;
        for (int i = 0; i <= half; ++i) {
            const double z = -static_cast<double>(i) / per_unit;
            x = side.solve(normal_below(z), x);
            const double slope = normal_density(z) / side.density(x) / per_unit;
            const auto at = static_cast<std::size_t>(2 * (upper ? half + i : half - i));
            nodes[at] = upper ? 1 - x : x;
            nodes[at + 1] = slope;
        }
    }
    return nodes;
}

}  // namespace lca::math
