#include "models/values/share_left.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "lca/math/elementary.hpp"

namespace lca {
namespace {

double below_normal(double z) {
    return 0.5 * std::erfc(-z / std::sqrt(2.0));
}

/// The probability below x.
double below(const Distribution& d, double x) {
    switch (d.shape) {
        case Shape::normal:
            return below_normal((x - d.a) / d.b);
        case Shape::lognormal: {
            const double sigma = natural_log(d.b);
            if (x <= 0) return 0;
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

double values_between(const Distribution& d, double low, double high) {
    const auto inside =
        std::count_if(d.values.begin(), d.values.end(), [&](double x) { return x >= low && x <= high; });
    return static_cast<double>(inside) / static_cast<double>(d.values.size());
}

}  // namespace

double share_left(const Distribution& d) {
    const double infinity = std::numeric_limits<double>::infinity();
    const double low = d.minimum.value_or(-infinity), high = d.maximum.value_or(infinity);
    switch (d.shape) {
        case Shape::discrete:
            return discrete_between(d, low, high);
        case Shape::empirical:
            return values_between(d, low, high);
        case Shape::pert:  // of its width: the value lies inside, and there it is densest
            return (std::min(high, d.b) - std::max(low, d.a)) / (d.b - d.a);
        case Shape::normal:
            if (d.b == 0) return 1;
            break;
        case Shape::lognormal:
            if (d.b == 1) return 1;
            break;
        default:
            break;
    }
    return (d.maximum ? below(d, high) : 1) - (d.minimum ? below(d, low) : 0);
}

}  // namespace lca
