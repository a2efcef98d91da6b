#pragma once
// The PERT distribution (lambda 4): a beta distribution between low and high, its quantile as a table built
// once.

#include <vector>

namespace lca::math {

/// On [0, 1] with a mode inside: beta with p = 1 + 4 mode, q = 1 + 4 (1 - mode).
class StandardPert {
public:
    explicit StandardPert(double mode);

    /// The share below x, by the power series of the incomplete beta function; 0 <= x <= 1.
    double below(double x) const;

    /// The quantile as a function of z, the standard normal quantile of the share: smooth on the whole line,
    /// where it is a function of the share it is not. Nodes from -table_end to table_end, `per_unit` to a
    /// unit of z: at 2i the value, at 2i + 1 the slope times the distance of two nodes. Cubic pieces between
    /// them are within 1e-8 (of the range).
    static constexpr int per_unit = 32;
    static constexpr int table_end = 9;
    std::vector<double> table() const;

private:
    double density(double x) const;
    double lower_part(double x, double p, double q) const;
    double solve(double share, double start) const;

    double p_, q_;
    double whole_ = 1;  // the beta function of p and q
};

}  // namespace lca::math
