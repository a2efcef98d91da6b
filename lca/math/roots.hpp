#pragma once
// The zeros of a function of one variable: a scan over a range finds brackets, and algorithm 748 (Boost.Math)
// the zero in each.

#include <functional>
#include <span>
#include <vector>

namespace lca {

/// The function, evaluated at many points in one call.
using ColumnFunction = std::function<std::vector<double>(std::span<const double> points)>;

struct Root {
    double at = 0;
    bool jump = false;  // whether the sign changes in a step, with no value near zero
};

/// Points from low to high, both included: at equal ratios if low and high have one sign and differ by more
/// than a factor of 100, else at equal distances.
std::vector<double> scan_points(double low, double high, std::size_t count);

/// All zeros between the first and last of `points`, rising. Zeros that lie together between two neighbouring
/// points may be missed, unless the function turns back between them near zero. Points at which the function
/// is not finite separate brackets.
std::vector<Root> find_roots(const ColumnFunction& function, std::span<const double> points);

}  // namespace lca
