#pragma once
// The PERT distribution (lambda = 4), a beta distribution between low and high, with its quantile as a table
// that is built once.

#include <vector>

namespace lca::math {

/// PERT on [0, 1] with a mode in between: a beta distribution with p = 1 + 4 mode, q = 1 + 4 (1 - mode).
class StandardPert {
public:
    explicit StandardPert(double mode);

    /// The share below x, by the power series of the incomplete beta function; 0 <= x <= 1.
    double below(double x) const;

    /// A table of the quantile as a function of z, the standard normal quantile of the share; of z it is
    /// smooth everywhere, of the share it is not. Nodes from z = -table_end to table_end, `per_unit` nodes
    /// per each unit of z: [2i] is the value, [2i + 1] the slope times the distance of nodes. Cubic
    /// interpolation between nodes is exact to 1e-8 of the range.
    static constexpr int per_unit = 32;
    static constexpr int table_end = 9;
    std::vector<double> table() const;

private:
    double density(double x) const;
    double lower_part(double x, double p, double q) const;
    double solve(double share, double start) const;

    double p_, q_;
    double whole_ = 1;  // the beta function B(p, q)
};

}  // namespace lca::math
