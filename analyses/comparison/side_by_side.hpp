#pragma once
// Several results side by side: totals, differences and ratios to the first, ranks, and which are
// Pareto-optimal.

#include <span>
#include <vector>

#include "analyses/comparison/comparison.hpp"

namespace lca::comparison {

/// One entry per result, in their order, for one measure.
std::vector<Compared> side_by_side(std::span<const PointResult* const> results, std::size_t measure);

/// Which entries are Pareto-optimal: no other entry is at most as high in all values and lower in one. By
/// entry, then by value; all entries have as many values.
std::vector<bool> not_dominated(const std::vector<std::vector<double>>& values);

/// Which of the results compared are Pareto-optimal over several impacts.
struct Pareto {
    std::vector<std::size_t> measures;  // impacts that count: assessed in all of them
    std::vector<bool> comparable;       // by result: comparable in each of these impacts
    /// By result; empty where fewer than two impacts count, or fewer than two results are comparable.
    std::vector<bool> best;
};
Pareto pareto(const Comparison& compared);

}  // namespace lca::comparison
