#include "lca/math/roots.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace lca {
namespace {

constexpr int max_steps = 200;

/// One point of the function.
struct Point {
    double at, value;
};

double value_at(const ColumnFunction& function, double at) {
    return function(std::span<const double>(&at, 1)).front();
}

bool opposite(double a, double b) {
    return (a < 0 && b > 0) || (a > 0 && b < 0);
}

/// Brent (1973), chapter 4: inverse quadratic interpolation or secant where they shrink the bracket, else
/// bisection.
double brent(const ColumnFunction& function, Point a, Point b) {
    Point c = a;
    double step = b.at - a.at, before = step;
    for (int i = 0; i < max_steps; ++i) {
        if (!opposite(b.value, c.value)) {
            c = a;
            step = before = b.at - a.at;
        }
        if (std::abs(c.value) < std::abs(b.value)) {
            a = b;
            b = c;
            c = a;
        }
        const double tolerance = 2 * std::numeric_limits<double>::epsilon() * std::abs(b.at);
        const double half = (c.at - b.at) / 2;
        if (std::abs(half) <= tolerance || b.value == 0) return b.at;
        if (std::abs(before) >= tolerance && std::abs(a.value) > std::abs(b.value)) {
            const double s = b.value / a.value;
            double p = 2 * half * s, q = 1 - s;
            if (a.at != c.at) {
                const double r = b.value / c.value, t = a.value / c.value;
                p = s * (2 * half * t * (t - r) - (b.at - a.at) * (r - 1));
                q = (t - 1) * (r - 1) * (s - 1);
            }
            if (p > 0) q = -q;
            p = std::abs(p);
            const bool shrinks =
                2 * p < std::min(3 * half * q - std::abs(tolerance * q), std::abs(before * q));
            before = shrinks ? step : half;
            step = shrinks ? p / q : half;
        } else {
            step = before = half;
        }
        a = b;
        b.at += std::abs(step) > tolerance
                    ? step
                    : std::copysign(std::max(tolerance, std::numeric_limits<double>::min()), half);
        b.value = value_at(function, b.at);
        if (!std::isfinite(b.value)) return b.at;
    }
    return b.at;
}

/// The point between two where the function comes nearest to zero without having changed its sign, or crosses
/// it: by the golden section.
Point nearest_to_nil(const ColumnFunction& function, double low, double high) {
    constexpr double golden = 0.6180339887498949;
    Point best{low, value_at(function, low)};
    double left = high - golden * (high - low), right = low + golden * (high - low);
    Point a{left, value_at(function, left)}, b{right, value_at(function, right)};
    for (int i = 0; i < 80 && low < high; ++i) {
        for (const Point& one : {a, b}) {
            if (opposite(one.value, best.value) || one.value == 0) return one;
            if (std::abs(one.value) < std::abs(best.value)) best = one;
        }
        if (std::abs(a.value) < std::abs(b.value)) {
            high = b.at;
            b = a;
            a.at = high - golden * (high - low);
            a.value = value_at(function, a.at);
        } else {
            low = a.at;
            a = b;
            b.at = low + golden * (high - low);
            b.value = value_at(function, b.at);
        }
    }
    return best;
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
        const double at = brent(function_, a, b);
        const double left = std::min(std::abs(a.value), std::abs(b.value));
        const double value = value_at(function_, at);
        add({at, !(std::abs(value) <= std::max(1e-6 * left, 1e-12 * scale_))});
    }

    /// A root that touches zero, or two between neighbours: where the size of the function has a minimum.
    void turning(std::size_t i) {
        const double a = values_[i - 1], b = values_[i], c = values_[i + 1];
        const bool same_sign = !opposite(a, b) && !opposite(b, c) && b != 0;
        if (!same_sign || !(std::abs(b) <= std::abs(a)) || !(std::abs(b) < std::abs(c))) return;
        const Point low = nearest_to_nil(function_, points_[i - 1], points_[i + 1]);
        if (opposite(low.value, b)) {
            between(point(i - 1), low);
            between(low, point(i + 1));
        } else if (std::abs(low.value) <= 1e-12 * scale_) {
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
    const bool by_ratio = low > 0 && high / low > 100;
    for (std::size_t i = 0; i < count; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(count - 1);
        points.push_back(by_ratio ? low * std::pow(high / low, share) : low + (high - low) * share);
    }
    points.front() = low;
    points.back() = high;
    return points;
}

std::vector<Root> find_roots(const ColumnFunction& function, std::span<const double> points) {
    return points.size() < 2 ? std::vector<Root>{} : Search(function, points).all();
}

}  // namespace lca
