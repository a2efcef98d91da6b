#include "lca/math/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "lca/math/elementary.hpp"
#include "lca/math/random_kernels.hpp"
#include "lca/math/standard_pert.hpp"

namespace lca {

namespace {

constexpr double unbounded = std::numeric_limits<double>::infinity();
constexpr const char* nothing_kept = "truncation leaves no part of the distribution";
constexpr std::size_t few = 16;  // with at most so many steps, each draw is compared with every step

/// A step function with few steps: the last value for which the share below it is at most the draw.
struct FewSteps {
    const double* values;
    const double* shares;
    std::size_t count;

    double operator()(double u) const {
        double value = values[0];
        for (std::size_t k = 1; k < count; ++k) value = shares[k - 1] <= u ? values[k] : value;
        return value;
    }
};

/// The quantile of a PERT distribution on [0, 1] at z, by the cubic piece of its table that contains z.
double pert_piece(const double* table, double z) {
    constexpr double last = 2.0 * math::StandardPert::table_end * math::StandardPert::per_unit - 1.0;
    double place = (z + math::StandardPert::table_end) * math::StandardPert::per_unit;
    place = place < 0.0 ? 0.0 : place;
    double node = place < last ? place : last;
    const auto index = static_cast<std::int32_t>(node);
    const double t = place - index;
    const double* at = table + 2 * static_cast<std::ptrdiff_t>(index);
    const double rise = at[2] - at[0];
    return at[0] + t * (at[1] + t * ((3.0 * rise - 2.0 * at[1] - at[3]) + t * (at[1] + at[3] - 2.0 * rise)));
}

}  // namespace

Quantile::Quantile(const Distribution& distribution) : lowest_(-unbounded), highest_(unbounded) {
    std::visit([&](const auto& shape) { set(shape, distribution); }, distribution.shape);
    if (form_ == Form::few_steps || form_ == Form::steps) return;  // set_steps() has set the ends
    if (distribution.minimum) lowest_ = std::max(lowest_, *distribution.minimum);
    if (distribution.maximum) highest_ = std::min(highest_, *distribution.maximum);
    is_truncated_ = distribution.minimum.has_value() || distribution.maximum.has_value();
}

/// Prepares the truncation to the part between minimum and maximum.
template <class Shape>
void Quantile::truncate(const Shape& shape, const Distribution& distribution) {
    if (!distribution.minimum && !distribution.maximum) return;
    const double low = distribution.minimum ? shape.cdf(*distribution.minimum) : 0;
    const double high = distribution.maximum ? shape.cdf(*distribution.maximum) : 1;
    if (!(high > low)) throw std::invalid_argument(nothing_kept);
    from_ = low;
    share_ = high - low;
}

void Quantile::set(const Normal& shape, const Distribution& distribution) {
    form_ = Form::normal;
    a_ = shape.mu;
    b_ = shape.sd;
    if (b_ == 0) {
        lowest_ = highest_ = a_;
    } else {
        truncate(shape, distribution);
    }
}

void Quantile::set(const Lognormal& shape, const Distribution& distribution) {
    form_ = Form::lognormal;
    a_ = shape.median;
    b_ = natural_log(shape.gsd);
    lowest_ = std::numeric_limits<double>::denorm_min();  // values are above 0
    if (b_ == 0) {
        lowest_ = highest_ = a_;
    } else {
        truncate(shape, distribution);
    }
}

/// A truncated uniform distribution is a uniform one.
void Quantile::set(const Uniform& shape, const Distribution& distribution) {
    const double low = std::clamp(distribution.minimum.value_or(shape.low), shape.low, shape.high);
    const double high = std::clamp(distribution.maximum.value_or(shape.high), shape.low, shape.high);
    if (!(high > low)) throw std::invalid_argument(nothing_kept);
    form_ = Form::straight;
    lowest_ = shape.low;
    highest_ = shape.high;
    a_ = low;
    b_ = high - low;
}

void Quantile::set(const Triangular& shape, const Distribution& distribution) {
    form_ = Form::triangular;
    a_ = lowest_ = shape.low;
    b_ = highest_ = shape.high;
    c_ = shape.mode;
    truncate(shape, distribution);
}

void Quantile::set(const Pert& shape, const Distribution& distribution) {
    form_ = Form::pert;
    a_ = lowest_ = shape.low;
    b_ = highest_ = shape.high;
    table_ = math::StandardPert((shape.mode - a_) / (b_ - a_)).table();
    truncate(shape, distribution);
}

void Quantile::set(const Discrete& shape, const Distribution& distribution) {
    set_steps(shape.values, shape.weights, distribution);
}

void Quantile::set(const Empirical& shape, const Distribution& distribution) {
    set_steps(shape.values, std::vector<double>(shape.values.size(), 1), distribution);
}

void Quantile::set(const Metalog& shape, const Distribution& distribution) {
    form_ = Form::metalog;
    a_ = shape.a1;
    b_ = shape.a2;
    c_ = shape.a3;
    truncate(shape, distribution);
}

void Quantile::set_steps(const std::vector<double>& values, const std::vector<double>& weights,
                         const Distribution& distribution) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const bool kept = values[i] >= distribution.minimum.value_or(-unbounded) &&
                          values[i] <= distribution.maximum.value_or(unbounded);
        if (kept && weights[i] > 0) order.push_back(i);
    }
    if (order.empty()) throw std::invalid_argument(nothing_kept);
    std::stable_sort(order.begin(), order.end(), [&](auto i, auto j) { return values[i] < values[j]; });
    double all = 0;
    for (std::size_t i : order) all += weights[i];
    double sum = 0;
    for (std::size_t i : order) {
        table_.push_back(values[i]);
        sum += weights[i];
        shares_.push_back(sum / all);
    }
    shares_.pop_back();
    lowest_ = table_.front();
    highest_ = table_.back();
    form_ = table_.size() <= few ? Form::few_steps : Form::steps;
}

double Quantile::operator()(double u) const {
    of_draws(std::span(&u, 1));
    return u;
}

void Quantile::of_draws(std::span<double> column, Width width) const {
    if (is_truncated_ && share_ != 1) {
        double* x = column.data();
        const std::size_t count = column.size();
        const double from = from_, share = share_;
        kernel::on_width(width, [=] {
            for (std::size_t i = 0; i < count; ++i) {
                const double whole = from + share * x[i];
                x[i] = whole < 1.0 ? whole : 1.0 - 0x1p-53;
            }
        });
    }
    apply(column, width);
    if (!is_truncated_) return;
    // Shares at the ends are exact to 1e-10 only, so a quantile may lie just outside: this corrects no more.
    for (double& x : column) x = std::clamp(x, lowest_, highest_);
}

void Quantile::of_normals(std::span<double> column, Width width) const {
    double* x = column.data();
    const std::size_t count = column.size();
    const double a = a_, b = b_;
    if (!is_truncated_ && form_ == Form::normal) {
        for (double& z : column) z = a + b * z;
    } else if (!is_truncated_ && form_ == Form::lognormal) {
        kernel::on_width(width, [=] {
            for (std::size_t i = 0; i < count; ++i) x[i] = a * kernel::exponential(b * x[i]);
        });
    } else {
        kernel::on_width(width, [=] {
            for (std::size_t i = 0; i < count; ++i) {
                const double share = kernel::normal_below(x[i]);
                x[i] = share < 1.0 ? share : 1.0 - 0x1p-53;
            }
        });
        of_draws(column, width);
    }
}

void Quantile::apply(std::span<double> column, Width width) const {
    double* x = column.data();
    const std::size_t count = column.size();
    const double a = a_, b = b_;
    switch (form_) {
        case Form::straight:
            return kernel::on_width(width, [=] {
                for (std::size_t i = 0; i < count; ++i) x[i] = a + b * x[i];
            });
        case Form::normal:
            return kernel::on_width(width, [=] {
                for (std::size_t i = 0; i < count; ++i) x[i] = a + b * kernel::normal_quantile(x[i]);
            });
        case Form::lognormal:
            return kernel::on_width(width, [=] {
                for (std::size_t i = 0; i < count; ++i) x[i] = kernel::normal_quantile(x[i]);
                for (std::size_t i = 0; i < count; ++i) x[i] = a * kernel::exponential(b * x[i]);
            });
        case Form::triangular: {
            const double turn = (c_ - a) / (b - a), rising = (b - a) * (c_ - a), falling = (b - a) * (b - c_);
            return kernel::on_width(width, [=] {
                for (std::size_t i = 0; i < count; ++i) {
                    const double u = x[i];
                    const double root = std::sqrt(u < turn ? u * rising : (1.0 - u) * falling);
                    x[i] = u < turn ? a + root : b - root;
                }
            });
        }
        case Form::pert: {
            const double* table = table_.data();
            return kernel::on_width(width, [=] {
                for (std::size_t i = 0; i < count; ++i) x[i] = kernel::normal_quantile(x[i]);
                for (std::size_t i = 0; i < count; ++i) x[i] = a + (b - a) * pert_piece(table, x[i]);
            });
        }
        case Form::metalog: {
            const double c = c_;
            return kernel::on_width(width, [=] {
                for (std::size_t i = 0; i < count; ++i) {
                    const double y = x[i];
                    const double logit = kernel::natural_log(y / (1.0 - y));
                    x[i] = a + logit * (b + c * (y - 0.5));
                }
            });
        }
        case Form::few_steps: {
            const FewSteps steps{table_.data(), shares_.data(), table_.size()};
            return kernel::on_width(width, [=] {
                for (std::size_t i = 0; i < count; ++i) x[i] = steps(x[i]);
            });
        }
        case Form::steps:
            for (double& u : column) {
                const auto place = std::upper_bound(shares_.begin(), shares_.end(), u) - shares_.begin();
                u = table_[static_cast<std::size_t>(place)];
            }
    }
}

}  // namespace lca
