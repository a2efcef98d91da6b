#pragma once
// The uncertainty of an input: a distribution, as given in the file, in base units.

#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace lca {

// Each has its quantile (the value below which a share u lies, 0 < u < 1), its cdf (the share up to x) and
// its mean. A distribution without spread has its one value as quantile and mean.

struct Normal {
    double mu = 0, sd = 0;

    double quantile(double u) const;
    double cdf(double x) const;
    double mean() const { return mu; }
};

struct Lognormal {
    double median = 1, gsd = 1;  // geometric standard deviation: exp of the logarithm's

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

    double quantile(double u) const;  // to 1e-8 of the range; slow, for a column use a Quantile
    double cdf(double x) const;
    double mean() const { return (low + 4 * mode + high) / 6; }
};

struct Discrete {
    std::vector<double> values, weights;

    double quantile(double u) const;
    double cdf(double x) const;
    double mean() const;
};

/// Values of equal weight.
struct Empirical {
    std::vector<double> values;

    double quantile(double u) const;
    double cdf(double x) const;
    double mean() const;
};

/// Keelin 2016 (Decision Analysis 13(4)), eq. 6 with three terms, unbounded: a quantile function that is
/// linear in its coefficients, a1 + a2 ln(y / (1 - y)) + a3 (y - 1/2) ln(y / (1 - y)).
struct Metalog {
    double a1 = 0, a2 = 1, a3 = 0;

    double quantile(double u) const;
    double cdf(double x) const;  // by search: the quantile function has no inverse in closed form
    double mean() const { return a1 + a3 / 2; }  // the integral of the quantile function over (0, 1)
    /// Whether the quantile function rises everywhere: |a3| / a2 below 1.66711 (Keelin 2016, section 4.2).
    bool feasible() const;
};
/// A value below which a share lies.
struct QuantilePoint {
    double share = 0, value = 0;
};
/// Through three points of different shares; the coefficients are not finite where none goes through them.
Metalog metalog_through(const std::array<QuantilePoint, 3>& points);
/// Through two points of values above 0, with rising shares and values.
Lognormal lognormal_through(const std::array<QuantilePoint, 2>& points);

/// A distribution of one input. Truncation drops what lies outside and renormalises, it never clips.
struct Distribution {
    std::variant<Normal, Lognormal, Uniform, Triangular, Pert, Discrete, Empirical, Metalog> shape = {};
    std::optional<double> minimum = {}, maximum = {};
    std::string written =
        {};  // for a person: "triangular 4 yr to 8 yr", "lognormal, gsd 1.3", "pedigree [2, 3, 1, 1, 4]"
    /// Whether it is relative to an expression: a normal around 1 with its cv, a lognormal around 1 with its
    /// gsd.
    bool relative = false;
    double pedigree_mean = 0;  // mean of the five pedigree scores, 1 to 5; 0 where it has none
};

/// The share of the whole distribution that truncation keeps, both ends included; 1 where there is none.
double share_kept(const Distribution& distribution);

}  // namespace lca
