#pragma once
// The uncertainty of an input: a distribution as the scenario states it, in base units.

#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace lca {

// Each distribution has its quantile (the value below which a share u lies, 0 < u < 1), its cdf (the share up
// to x) and its mean. If it has no spread, quantile and mean are its only value.

struct Normal {
    double mu = 0, sd = 0;

    double quantile(double u) const;
    double cdf(double x) const;
    double mean() const { return mu; }
};

struct Lognormal {
    double median = 1, gsd = 1;  // gsd: exp of the standard deviation of ln x

    double quantile(double u) const;
    double cdf(double x) const;
    double mean() const;
};

struct Uniform {
    double low = 0, high = 1;

    double quantile(double u) const;
    double cdf(double x) const;
    double mean() const { return (low + high) / 2; }
};

struct Triangular {
    double low = 0, high = 1, mode = 0.5;

    double quantile(double u) const;
    double cdf(double x) const;
    double mean() const { return (low + high + mode) / 3; }
};

/// A beta distribution between low and high, with a given mode (lambda = 4).
struct Pert {
    double low = 0, high = 1, mode = 0.5;

    double quantile(double u) const;  // exact to 1e-8 of the range; slow: for many draws use Quantile
    double cdf(double x) const;
    double mean() const { return (low + 4 * mode + high) / 6; }
};

struct Discrete {
    std::vector<double> values, weights;

    double quantile(double u) const;
    double cdf(double x) const;
    double mean() const;
};

/// The distribution in which each of the given values has the same weight.
struct Empirical {
    std::vector<double> values;

    double quantile(double u) const;
    double cdf(double x) const;
    double mean() const;
};

/// A metalog distribution (Keelin 2016, Decision Analysis 13(4), eq. 6 with three terms), unbounded: its
/// quantile function is a1 + a2 ln(y / (1 - y)) + a3 (y - 1/2) ln(y / (1 - y)), linear in the coefficients.
struct Metalog {
    double a1 = 0, a2 = 1, a3 = 0;

    double quantile(double u) const;
    double cdf(double x) const;  // solved numerically: the quantile function has no inverse in closed form
    double mean() const { return a1 + a3 / 2; }  // the integral of the quantile function over (0, 1)
    /// Whether the quantile function rises everywhere: |a3| / a2 below 1.66711 (Keelin 2016, section 4.2).
    bool feasible() const;
};
/// A quantile: the value below which the share lies.
struct QuantilePoint {
    double share = 0, value = 0;
};
/// The metalog with three quantiles of different shares; its coefficients are not finite if there is none.
Metalog metalog_through(const std::array<QuantilePoint, 3>& points);
/// The lognormal with two quantiles; shares and values must rise, and values be above 0.
Lognormal lognormal_through(const std::array<QuantilePoint, 2>& points);

/// The distribution of one input. Truncation cuts off what lies outside `minimum` and `maximum` and rescales.
struct Distribution {
    std::variant<Normal, Lognormal, Uniform, Triangular, Pert, Discrete, Empirical, Metalog> shape = {};
    std::optional<double> minimum = {}, maximum = {};
    std::string written =
        {};  // for people: "triangular 4 yr to 8 yr", "lognormal, gsd 1.3", "pedigree [2, 3, 1, 1, 4]"
    /// Whether the draws are factors on the value of an expression: a normal around 1 with a coefficient of
    /// variation, or a lognormal around 1 with a gsd.
    bool relative = false;
    double pedigree_mean = 0;  // mean of the five pedigree scores, 1 to 5; 0 without pedigree
};

/// The share of the untruncated distribution from `minimum` to `maximum`, both included; 1 if not truncated.
double share_kept(const Distribution& distribution);

}  // namespace lca
