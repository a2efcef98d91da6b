#include "lca/math/roots.hpp"

#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <cstdint>
#include <limits>

#include "lca/math/elementary.hpp"

namespace lca {
namespace {

constexpr std::uintmax_t max_steps = 200;
/// As a part of the largest value: a function closer to zero than this is taken to touch zero.
constexpr double rounding = 1e-12;

/// A point of the function's graph.
struct Point {
    double at, value;
};

double value_at(const ColumnFunction& function, double at) {
    return function(std::span<const double>(&at, 1)).front();
}

bool opposite(double a, double b) {
    return (a < 0 && b > 0) || (a > 0 && b < 0);
}

/// Whether the ends of a bracket are neighbouring doubles, or nearly. Relative to the larger end, so that a
/// bracket around zero also becomes narrow enough.
bool narrow_enough(double a, double b) {
    return std::abs(b - a) <= 2 * std::numeric_limits<double>::epsilon() * std::max(std::abs(a), std::abs(b));
}

/// Where the function changes sign between a and b, by algorithm 748 of Alefeld, Potra and Shi (1995). A
/// value that is not finite counts as zero, which ends the search.
Point sign_change(const ColumnFunction& function, Point a, Point b) {
    const auto finite = [&](double at) {
        const double value = value_at(function, at);
        return std::isfinite(value) ? value : 0;
    };
    std::uintmax_t steps = max_steps;
    const auto [left, right] =
        boost::math::tools::toms748_solve(finite, a.at, b.at, a.value, b.value, narrow_enough, steps);
    const Point low{left, value_at(function, left)}, high{right, value_at(function, right)};
    return std::abs(high.value) < std::abs(low.value) ? high : low;
}

/// The point between low and high at which the function comes nearest to zero, or goes furthest beyond zero,
/// by Brent (1973), chapter 5. `sign` is the sign of the function at both ends.
Point turning_point(const ColumnFunction& function, double low, double high, double sign) {
    const auto height = [&](double at) { return sign * value_at(function, at); };
    std::uintmax_t steps = max_steps;
    const auto [at, smallest] =
        boost::math::tools::brent_find_minima(height, low, high, std::numeric_limits<double>::digits, steps);
    return {at, sign * smallest};
}

class Search {
public:
    Search(const ColumnFunction& function, std::span<const double> points)
        : function_(function), points_(points), values_(function(points)) {}

    std::vector<Root> all() {
        for (const double value : values_) {
            if (std::isfinite(value)) scale_ = std::max(scale_, std::abs(value));
        }
        for (std::size_t i = 0; i < points_.size(); ++i) {
            if (values_[i] == 0) add({points_[i], false});
            if (i > 0) between(point(i - 1), point(i));
            if (i > 0 && i + 1 < points_.size()) turning(i);
        }
        std::sort(roots_.begin(), roots_.end(), [](const Root& a, const Root& b) { return a.at < b.at; });
        return std::move(roots_);
    }

private:
    Point point(std::size_t i) const { return {points_[i], values_[i]}; }

    void add(Root root) {
        const bool known = std::any_of(roots_.begin(), roots_.end(), [&](const Root& other) {
            return std::abs(other.at - root.at) <= 1e-9 * std::abs(root.at);
        });
        if (!known) roots_.push_back(root);
    }

    void between(Point a, Point b) {
        if (!std::isfinite(a.value) || !std::isfinite(b.value) || !opposite(a.value, b.value)) return;
        const Point root = sign_change(function_, a, b);
        const double left = std::min(std::abs(a.value), std::abs(b.value));
        add({root.at, !(std::abs(root.value) <= std::max(1e-6 * left, rounding * scale_))});
    }

    /// If the absolute value has a minimum near point i: adds the root where the function touches zero there,
    /// or the two roots on both sides of the minimum.
    void turning(std::size_t i) {
        const double a = values_[i - 1], b = values_[i], c = values_[i + 1];
        const bool same_sign = !opposite(a, b) && !opposite(b, c) && b != 0;
        if (!same_sign || !(std::abs(b) <= std::abs(a)) || !(std::abs(b) < std::abs(c))) return;
        const Point low = turning_point(function_, points_[i - 1], points_[i + 1], b < 0 ? -1 : 1);
        if (opposite(low.value, b)) {
            between(point(i - 1), low);
            between(low, point(i + 1));
        } else if (std::abs(low.value) <= rounding * scale_) {
            add({low.at, false});
        }
    }

    const ColumnFunction& function_;
    std::span<const double> points_;
    std::vector<double> values_;
    double scale_ = 0;
    std::vector<Root> roots_;
};

}  // namespace

std::vector<double> scan_points(double low, double high, std::size_t count) {
    std::vector<double> points;
    const double ratio = high / low;
    const bool by_ratio = (low > 0 && ratio > 100) || (high < 0 && ratio < 0.01);
    for (std::size_t i = 0; i < count; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(count - 1);
        points.push_back(by_ratio ? low * power(ratio, share) : low + (high - low) * share);
    }
    points.front() = low;
    points.back() = high;
    return points;
}

std::vector<Root> find_roots(const ColumnFunction& function, std::span<const double> points) {
    return points.size() < 2 ? std::vector<Root>{} : Search(function, points).all();
}

}  // namespace lca
