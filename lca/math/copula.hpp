#pragma once
// Inputs that vary together: a Gaussian copula. Each keeps its own distribution; their ranks are correlated.

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace lca {

/// Two inputs of a correlated group, by their index in it, and their rank correlation.
struct CorrelatedPair {
    std::size_t first = 0, second = 0;
    double r = 0;
};

/// Turns independent standard normal draws into correlated ones.
class Copula {
public:
    /// Makes the copula of `size` inputs; pairs not given are uncorrelated. Empty if no inputs can have these
    /// rank correlations r: the matrix of the normal draws' correlations, 2 sin(pi r / 6), has a negative
    /// eigenvalue. It may be singular: at r = 1 or -1 two inputs share one draw.
    static std::optional<Copula> make(std::size_t size, std::span<const CorrelatedPair> pairs);

    std::size_t size() const { return size_; }
    /// Changes independent standard normal draws in place; column i depends only on columns 0 to i.
    void correlate(std::span<double* const> columns, std::size_t count) const;

private:
    std::size_t size_ = 0;
    std::vector<double> factor_;  // the lower triangle of Cholesky's factor, row by row
};

}  // namespace lca
