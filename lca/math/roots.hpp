#pragma once
// Where a function of one number is zero: a scan over a range, then algorithm 748 (Boost.Math) in each
// bracket.

#include <functional>
#include <span>
#include <vector>

namespace lca {

/// Values of the function at many points at a time.
using ColumnFunction = std::function<std::vector<double>(std::span<const double> points)>;

struct Root {
    double at = 0;
    bool jump = false;  // the sign changes there, but no value near it is zero: a step of the function
};

/// Points from low to high, both included: by equal ratios where the range is above 0 and spans more than a
/// factor of 100, else by equal differences.
std::vector<double> scan_points(double low, double high, std::size_t count);

/// All roots between the ends of `points`, rising; roots closer together than two neighbouring points may be
/// missed, unless the function turns back between them near zero. Points where the function is not finite
/// separate brackets.
std::vector<Root> find_roots(const ColumnFunction& function, std::span<const double> points);

}  // namespace lca
