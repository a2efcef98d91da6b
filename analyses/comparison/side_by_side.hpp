#pragma once
// Several scenarios side by side: totals, differences and ratios to the first, ranks, and which of them are
// Pareto-optimal.

#include <span>
#include <vector>

#include "analyses/comparison/comparison.hpp"

namespace lca::comparison {

/// The values of each scenario in one measure, in the order of `results`.
std::vector<Compared> side_by_side(std::span<const PointResult* const> results, std::size_t measure);

/// Which entries are Pareto-optimal: no other is as low or lower in all values and lower in at least one.
/// values[entry][k]: all entries have the same number of values.
std::vector<bool> not_dominated(const std::vector<std::vector<double>>& values);

/// Which of the compared scenarios are Pareto-optimal over several impacts.
struct Pareto {
    std::vector<std::size_t> measures;  // the impacts that are considered: assessed in all scenarios
    std::vector<bool> comparable;       // by scenario: comparable in each of these impacts
    /// By scenario; empty if fewer than two impacts are considered, or fewer than two scenarios comparable.
    std::vector<bool> best;
};
Pareto pareto(const Comparison& compared);

}  // namespace lca::comparison
