#include "models/scenario/share_left.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "lca/calc/elementary.hpp"

namespace lca {
namespace {

double below_normal(double z) {
    return 0.5 * std::erfc(-z / std::sqrt(2.0));
}

/// The probability below x.
double below(const Distribution& d, double x) {
    switch (d.shape) {
        case Shape::normal:
            return d.b > 0 ? below_normal((x - d.a) / d.b) : (x >= d.a ? 1.0 : 0.0);
        case Shape::lognormal: {
            const double sigma = natural_log(d.b);
            if (x <= 0) return 0;
            if (sigma <= 0) return x >= d.a ? 1.0 : 0.0;
            return below_normal((natural_log(x) - natural_log(d.a)) / sigma);
        }
        case Shape::uniform:
            return std::clamp((x - d.a) / (d.b - d.a), 0.0, 1.0);
        case Shape::triangular: {
            if (x <= d.a) return 0;
            if (x >= d.b) return 1;
            if (x < d.c) return (x - d.a) * (x - d.a) / ((d.b - d.a) * (d.c - d.a));
            return 1 - (d.b - x) * (d.b - x) / ((d.b - d.a) * (d.b - d.c));
        }
        default:
            return 0;
    }
}

double discrete_between(const Distribution& d, double low, double high) {
    double all = 0, inside = 0;
    for (std::size_t i = 0; i < d.values.size(); ++i) {
        all += d.weights[i];
        if (d.values[i] >= low && d.values[i] <= high) inside += d.weights[i];
    }
    return inside / all;
}

}  // namespace

double share_left(const Distribution& d) {
    if (d.shape == Shape::pert || d.shape == Shape::empirical) return 1;
    const double infinity = std::numeric_limits<double>::infinity();
    if (d.shape == Shape::discrete)
        return discrete_between(d, d.minimum.value_or(-infinity), d.maximum.value_or(infinity));
    const double high = d.maximum ? below(d, *d.maximum) : 1;
    const double low = d.minimum ? below(d, *d.minimum) : 0;
    return high - low;
}

}  // namespace lca
