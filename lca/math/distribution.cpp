#include "lca/math/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>
#include <stdexcept>

#include "lca/math/elementary.hpp"
#include "lca/math/normal.hpp"
#include "lca/math/quantile.hpp"
#include "lca/math/roots.hpp"
#include "lca/math/standard_pert.hpp"

namespace lca {

namespace {

/// normal_below(z) for any z: 0 or 1 beyond |z| = 12, where the tail is less than 1e-32.
double standard_normal_cdf(double z) {
    return z < -12 ? 0 : (z > 12 ? 1 : normal_below(z));
}

/// The quantile by the kernels that draw whole columns, so that a single value has the same bits as a draw.
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
    return math::StandardPert((mode - low) / range).below((std::clamp(x, low, high) - low) / range);
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

double Metalog::quantile(double u) const {
    return quantile_of(*this, u);
}

/// Solved for the logit of the share, in which the quantile function is nearly linear; beyond a logit of ±40
/// the tail is less than 1e-17.
double Metalog::cdf(double x) const {
    constexpr double end = 40;
    constexpr std::size_t points = 81;
    const auto below = [](double logit) { return 1 / (1 + exponential(-logit)); };
    const auto difference = [&](std::span<const double> logits) {
        std::vector<double> values;
        for (const double t : logits) values.push_back(a1 + t * (a2 + a3 * (below(t) - 0.5)) - x);
        return values;
    };
    const std::vector<double> range = scan_points(-end, end, points);
    const std::array<double, 2> ends = {-end, end};
    const std::vector<double> outside = difference(ends);
    if (outside[0] >= 0) return 0;
    if (outside[1] <= 0) return 1;
    const std::vector<Root> roots = find_roots(difference, range);
    if (roots.empty()) throw std::logic_error("Metalog::cdf: not feasible");
    return below(roots.front().at);
}

/// The slope times y (1 - y) is a2 + a3 g, with g = (y - 1/2) + y (1 - y) ln(y / (1 - y)), an odd function
/// about 1/2 whose largest value is where its derivative 2 - (2y - 1) ln(y / (1 - y)) is zero: 0.599839 at y
/// = 0.916778.
bool Metalog::feasible() const {
    constexpr double largest = 0.5998393201288669;
    return std::isfinite(a1) && std::isfinite(a2) && std::isfinite(a3) && std::fabs(a3) * largest < a2;
}

Metalog metalog_through(const std::array<QuantilePoint, 3>& points) {
    std::array<double, 3> logit{}, skewed{};
    for (std::size_t i = 0; i < 3; ++i) {
        logit[i] = natural_log(points[i].share / (1 - points[i].share));
        skewed[i] = (points[i].share - 0.5) * logit[i];
    }
    // The differences between points eliminate a1; the two equations left are solved by Cramer's rule.
    const double l1 = logit[1] - logit[0], l2 = logit[2] - logit[1];
    const double s1 = skewed[1] - skewed[0], s2 = skewed[2] - skewed[1];
    const double x1 = points[1].value - points[0].value, x2 = points[2].value - points[1].value;
    const double determinant = l1 * s2 - l2 * s1;
    Metalog made;
    made.a2 = (x1 * s2 - x2 * s1) / determinant;
    made.a3 = (l1 * x2 - l2 * x1) / determinant;
    made.a1 = points[1].value - made.a2 * logit[1] - made.a3 * skewed[1];
    return made;
}

Lognormal lognormal_through(const std::array<QuantilePoint, 2>& points) {
    const double z1 = normal_quantile(points[0].share), z2 = normal_quantile(points[1].share);
    const double sigma = natural_log(points[1].value / points[0].value) / (z2 - z1);
    return {points[0].value * exponential(-sigma * z1), exponential(sigma)};
}

double share_kept(const Distribution& distribution) {
    return std::visit(
        [&](const auto& shape) {
            const double up_to_maximum = distribution.maximum ? shape.cdf(*distribution.maximum) : 1;
            if (!distribution.minimum) return up_to_maximum;
            // cdf just below the minimum: the minimum, which is kept, may have a probability of its own.
            return up_to_maximum -
                   shape.cdf(std::nextafter(*distribution.minimum, -std::numeric_limits<double>::infinity()));
        },
        distribution.shape);
}

}  // namespace lca
