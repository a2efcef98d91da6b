#include "lca/math/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "lca/math/elementary.hpp"
#include "lca/math/normal.hpp"
#include "lca/math/pert.hpp"
#include "lca/math/random_kernels.hpp"

namespace lca {

namespace {

constexpr double unbounded = std::numeric_limits<double>::infinity();
constexpr std::size_t few = 16;  // up to here every value is compared with every draw

double triangular_below(double x, double low, double high, double mode) {
    if (x <= mode) return mode > low ? (x - low) * (x - low) / ((high - low) * (mode - low)) : 0;
    return 1 - (high - x) * (high - x) / ((high - low) * (high - mode));
}

double normal_share(double z) {
    return z < -12 ? 0 : (z > 12 ? 1 : normal_below(z));
}

/// A step function with few steps: the last value whose share below is not above the draw.
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

/// A cubic piece of the table of a PERT distribution on [0, 1].
double pert_piece(const double* table, double z) {
    constexpr double last = 2.0 * Pert::table_end * Pert::per_unit - 1.0;
    double place = (z + Pert::table_end) * Pert::per_unit;
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
    switch (distribution.shape) {
        case Shape::normal:
            set_normal(distribution);
            break;
        case Shape::lognormal:
            set_lognormal(distribution);
            break;
        case Shape::uniform:
        case Shape::triangular:
        case Shape::pert:
            set_between(distribution);
            break;
        case Shape::discrete:
        case Shape::empirical:
            set_steps(distribution);
            return;
    }
    if (distribution.minimum) lowest_ = std::max(lowest_, *distribution.minimum);
    if (distribution.maximum) highest_ = std::min(highest_, *distribution.maximum);
    is_cut_ = distribution.minimum.has_value() || distribution.maximum.has_value();
}

/// Keeps the part of the distribution between two shares.
void Quantile::cut(double below_low, double below_high) {
    if (!(below_high > below_low)) throw std::invalid_argument("a cut that leaves nothing");
    from_ = below_low;
    share_ = below_high - below_low;
}

void Quantile::set_normal(const Distribution& d) {
    form_ = Form::normal;
    a_ = d.a;
    b_ = d.b;
    if (b_ == 0) {
        lowest_ = highest_ = a_;
        return;
    }
    const double low = d.minimum ? normal_share((*d.minimum - a_) / b_) : 0;
    const double high = d.maximum ? normal_share((*d.maximum - a_) / b_) : 1;
    if (d.minimum || d.maximum) cut(low, high);
}

void Quantile::set_lognormal(const Distribution& d) {
    form_ = Form::lognormal;
    a_ = d.a;
    b_ = natural_log(d.b);
    lowest_ = std::numeric_limits<double>::denorm_min();  // above 0
    if (b_ == 0) {
        lowest_ = highest_ = a_;
        return;
    }
    const auto share = [&](double x) {
        return x > 0 ? normal_share((natural_log(x) - natural_log(a_)) / b_) : 0;
    };
    if (d.minimum || d.maximum) cut(d.minimum ? share(*d.minimum) : 0, d.maximum ? share(*d.maximum) : 1);
}

void Quantile::set_between(const Distribution& d) {
    lowest_ = d.a;
    highest_ = d.b;
    const double low = d.minimum ? std::clamp(*d.minimum, d.a, d.b) : d.a;
    const double high = d.maximum ? std::clamp(*d.maximum, d.a, d.b) : d.b;
    if (d.shape == Shape::uniform) {
        if (!(high > low)) throw std::invalid_argument("a cut that leaves nothing");
        form_ = Form::straight;
        a_ = low;
        b_ = high - low;
        return;
    }
    a_ = d.a;
    b_ = d.b;
    c_ = d.c;
    if (d.shape == Shape::triangular) {
        form_ = Form::triangular;
        if (d.minimum || d.maximum)
            cut(triangular_below(low, a_, b_, c_), triangular_below(high, a_, b_, c_));
        return;
    }
    form_ = Form::pert;
    const Pert pert((c_ - a_) / (b_ - a_));
    table_ = pert.table();
    if (d.minimum || d.maximum) {
        cut(pert.below((low - a_) / (b_ - a_)), pert.below((high - a_) / (b_ - a_)));
    }
}

void Quantile::set_steps(const Distribution& d) {
    const bool weighted = d.shape == Shape::discrete;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < d.values.size(); ++i) {
        const bool kept =
            d.values[i] >= d.minimum.value_or(-unbounded) && d.values[i] <= d.maximum.value_or(unbounded);
        if (kept && (!weighted || d.weights[i] > 0)) order.push_back(i);
    }
    if (order.empty()) throw std::invalid_argument("a cut that leaves nothing");
    std::stable_sort(order.begin(), order.end(), [&](auto i, auto j) { return d.values[i] < d.values[j]; });
    double all = 0;
    for (std::size_t i : order) all += weighted ? d.weights[i] : 1;
    double sum = 0;
    for (std::size_t i : order) {
        table_.push_back(d.values[i]);
        sum += weighted ? d.weights[i] : 1;
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
    if (is_cut_ && share_ != 1) {
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
    if (!is_cut_) return;
    // The shares at the ends are exact to 1e-10 only: this undoes their rounding, no more.
    for (double& x : column) x = std::clamp(x, lowest_, highest_);
}

void Quantile::of_normals(std::span<double> column, Width width) const {
    double* x = column.data();
    const std::size_t count = column.size();
    const double a = a_, b = b_;
    if (!is_cut_ && form_ == Form::normal) {
        for (double& z : column) z = a + b * z;
    } else if (!is_cut_ && form_ == Form::lognormal) {
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
