#include "lca/math/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "lca/math/elementary.hpp"
#include "lca/math/normal.hpp"
#include "lca/math/quantile.hpp"
#include "lca/math/standard_pert.hpp"

namespace lca {

namespace {

/// normal_below for any z; the share beyond 12 is less than 1e-32.
double standard_normal_cdf(double z) {
    return z < -12 ? 0 : (z > 12 ? 1 : normal_below(z));
}

/// By the kernels that draw columns, so that a single value has the bits of a drawn one.
template <class Shape>
double quantile_of(const Shape& shape, double u) {
    return Quantile({.shape = shape})(u);
}

}  // namespace

double Normal::quantile(double u) const {
    return quantile_of(*this, u);
}

double Normal::cdf(double x) const {
    if (sd == 0) return x >= mu ? 1 : 0;
    return standard_normal_cdf((x - mu) / sd);
}

double Lognormal::quantile(double u) const {
    return quantile_of(*this, u);
}

double Lognormal::cdf(double x) const {
    if (gsd == 1) return x >= median ? 1 : 0;
    if (x <= 0) return 0;
    return standard_normal_cdf((natural_log(x) - natural_log(median)) / natural_log(gsd));
}

double Lognormal::mean() const {
    const double sigma = natural_log(gsd);
    return median * exponential(sigma * sigma / 2);
}

double Uniform::quantile(double u) const {
    return quantile_of(*this, u);
}

double Uniform::cdf(double x) const {
    return (std::clamp(x, low, high) - low) / (high - low);
}

double Triangular::quantile(double u) const {
    return quantile_of(*this, u);
}

double Triangular::cdf(double x) const {
    x = std::clamp(x, low, high);
    if (x <= mode) return mode > low ? (x - low) * (x - low) / ((high - low) * (mode - low)) : 0;
    return 1 - (high - x) * (high - x) / ((high - low) * (high - mode));
}

double Pert::quantile(double u) const {
    return quantile_of(*this, u);
}

double Pert::cdf(double x) const {
    const double range = high - low;
    return StandardPert((mode - low) / range).below((std::clamp(x, low, high) - low) / range);
}

double Discrete::quantile(double u) const {
    return quantile_of(*this, u);
}

double Discrete::cdf(double x) const {
    double all = 0, below = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        all += weights[i];
        if (values[i] <= x) below += weights[i];
    }
    return below / all;
}

double Discrete::mean() const {
    const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
    return std::inner_product(values.begin(), values.end(), weights.begin(), 0.0) / all;
}

double Empirical::quantile(double u) const {
    return quantile_of(*this, u);
}

double Empirical::cdf(double x) const {
    const auto below = std::count_if(values.begin(), values.end(), [x](double value) { return value <= x; });
    return static_cast<double>(below) / static_cast<double>(values.size());
}

double Empirical::mean() const {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double share_kept(const Distribution& distribution) {
    return std::visit(
        [&](const auto& shape) {
            const double up_to_maximum = distribution.maximum ? shape.cdf(*distribution.maximum) : 1;
            if (!distribution.minimum) return up_to_maximum;
            // Without the minimum itself, which has a share of its own where values are discrete.
            return up_to_maximum -
                   shape.cdf(std::nextafter(*distribution.minimum, -std::numeric_limits<double>::infinity()));
        },
        distribution.shape);
}

}  // namespace lca
