#pragma once
// Turns draws from (0, 1) into values of a distribution by its quantile function: one value for each draw,
// and a larger one for a larger draw.

#include <span>
#include <vector>

#include "lca/math/distribution.hpp"
#include "lca/math/width.hpp"

namespace lca {

/// The quantile function of a distribution, prepared once for many draws. Truncation (`minimum`, `maximum`)
/// is included: shares are those of the part that is kept. Values are exact to 2e-10 of the standard normal
/// quantile (normal, lognormal), to 1e-8 of the range (PERT), and else to rounding.
class Quantile {
public:
    /// Throws std::invalid_argument if truncation leaves no part of the distribution.
    explicit Quantile(const Distribution& distribution);

    /// The value below which the share u lies; 0 < u < 1.
    double operator()(double u) const;
    /// Replaces each draw from (0, 1) in the column by its quantile.
    void of_draws(std::span<double> column, Width width = best_width()) const;
    /// Replaces standard normal draws, |z| <= 12 (those of correlated inputs), by values of the distribution.
    void of_normals(std::span<double> column, Width width = best_width()) const;

    /// The smallest and largest value that can be drawn; infinite if there is no limit.
    double lowest() const { return lowest_; }
    double highest() const { return highest_; }

    enum class Form : unsigned char {
        straight,
        normal,
        lognormal,
        triangular,
        pert,
        few_steps,
        steps,
        metalog
    };
    /// The parameters, for drawing outside this program (a report's script). The spans refer to this object.
    struct Parts {
        Form form;
        double a, b, c;
        double from, share;  // the share where the kept part begins, and the share that is kept
        bool is_truncated;
        std::span<const double> table, shares;
    };
    Parts parts() const { return {form_, a_, b_, c_, from_, share_, is_truncated_, table_, shares_}; }

private:
    void set(const Normal& shape, const Distribution& distribution);
    void set(const Lognormal& shape, const Distribution& distribution);
    void set(const Uniform& shape, const Distribution& distribution);
    void set(const Triangular& shape, const Distribution& distribution);
    void set(const Pert& shape, const Distribution& distribution);
    void set(const Discrete& shape, const Distribution& distribution);
    void set(const Empirical& shape, const Distribution& distribution);
    void set(const Metalog& shape, const Distribution& distribution);
    void set_steps(const std::vector<double>& values, const std::vector<double>& weights,
                   const Distribution& distribution);
    template <class Shape>
    void truncate(const Shape& shape, const Distribution& distribution);
    void apply(std::span<double> column, Width width) const;

    Form form_ = Form::straight;
    double a_ = 0, b_ = 1,
           c_ = 0;  // straight: a + b u; normal: a + b z; lognormal: a exp(b z); metalog: a1 to a3; else low,
                    // high, mode
    double from_ = 0, share_ = 1;  // the shares from_ to from_ + share_ of the whole distribution are kept
    bool is_truncated_ = false;
    double lowest_, highest_;
    std::vector<double> table_;   // PERT: nodes of its table; steps: the values, rising
    std::vector<double> shares_;  // steps: the share below each value except the first
};

}  // namespace lca
