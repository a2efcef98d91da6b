#pragma once
// Several results side by side: totals, differences and ratios to the first, ranks, and what none beats.

#include <span>
#include <vector>

#include "analyses/comparison/comparison.hpp"

namespace lca::comparison {

/// One entry per result, in their order, for one measure.
std::vector<Compared> side_by_side(std::span<const PointResult* const> results, std::size_t measure);

/// Which entries no other one beats: none is at most as high in all of their values and lower in one. By
/// entry, then by value, of which there are equally many.
std::vector<bool> not_dominated(const std::vector<std::vector<double>>& values);

/// Which of the compared no other one beats over several impacts.
struct Pareto {
    std::vector<std::size_t> measures;  // impacts that count: assessed in all of them
    std::vector<bool> comparable;       // by what is compared: in each of these impacts
    /// By what is compared; empty where fewer than two impacts count, or fewer than two are comparable.
    std::vector<bool> best;
};
Pareto pareto(const Comparison& compared);

}  // namespace lca::comparison
