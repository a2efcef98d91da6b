#pragma once
// Inputs that move together: a Gaussian copula. Each keeps its own distribution; their ranks are correlated.

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace lca {

/// Two inputs of a group, by their number in it, and their rank correlation.
struct CorrelatedPair {
    std::size_t first = 0, second = 0;
    double r = 0;
};

/// Makes independent normal draws correlated ones.
class Copula {
public:
    /// Makes the copula of `size` inputs; pairs not named are uncorrelated. Empty if the correlations are
    /// impossible together: the matrix of 2 sin(pi r / 6), which gives normal draws these rank correlations,
    /// has a negative eigenvalue. It may be singular: at 1 and -1 two inputs share one draw.
    static std::optional<Copula> make(std::size_t size, std::span<const CorrelatedPair> pairs);

    std::size_t size() const { return size_; }
    /// Columns of independent standard normal draws, in place; column i is only made of columns 0 to i.
    void correlate(std::span<double* const> columns, std::size_t count) const;

private:
    std::size_t size_ = 0;
    std::vector<double> factor_;  // the lower triangle of Cholesky's factor, row by row
};

}  // namespace lca
