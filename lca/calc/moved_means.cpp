#include "lca/calc/moved_means.hpp"

#include <algorithm>

#include "lca/math/time_series.hpp"

namespace lca {
namespace {

bool same_step(const StepRecord& a, const StepRecord& b) {
    return a.operation == b.operation && a.left == b.left && a.right == b.right;
}

bool same_inputs(const Inputs& a, const Inputs& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a.value(i) != b.value(i) || a.path(i) != b.path(i)) return false;
    }
    return true;
}

}  // namespace

std::optional<std::vector<std::size_t>> moved_means(const Calculation& calculation, double start,
                                                    const Calculation& other, double other_start) {
    const auto a = calculation.means(), b = other.means();
    if (!std::ranges::equal(calculation.steps(), other.steps(), same_step) ||
        !std::ranges::equal(calculation.constants(), other.constants()) ||
        !same_inputs(calculation.inputs(), other.inputs()) || a.size() != b.size())
        return std::nullopt;
    std::vector<std::size_t> moved;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!a[i]->same_series(*b[i])) return std::nullopt;
        const bool moves = a[i]->start() == start && b[i]->start() == other_start;
        if (!moves && a[i]->start() != b[i]->start()) return std::nullopt;
        if (moves) moved.push_back(i);
    }
    return moved;
}

}  // namespace lca
