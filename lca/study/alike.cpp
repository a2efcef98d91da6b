#include "lca/study/alike.hpp"

#include <algorithm>
#include <bit>

namespace lca {
namespace {

bool same_steps(const Calculation& a, const Calculation& b) {
    const auto step = [](const StepRecord& x, const StepRecord& y) {
        return x.operation == y.operation && x.left == y.left && x.right == y.right;
    };
    const auto bits = [](double x, double y) {
        return std::bit_cast<std::uint64_t>(x) == std::bit_cast<std::uint64_t>(y);
    };
    return std::equal(a.steps().begin(), a.steps().end(), b.steps().begin(), b.steps().end(), step) &&
           std::equal(a.constants().begin(), a.constants().end(), b.constants().begin(), b.constants().end(),
                      bits);
}

bool same_limits(const Calculation& a, const Calculation& b) {
    const auto limit = [](const Limit& x, const Limit& y) {
        return x.step == y.step && x.low == y.low && x.high == y.high && x.above_low == y.above_low;
    };
    return std::equal(a.limits().begin(), a.limits().end(), b.limits().begin(), b.limits().end(), limit);
}

}  // namespace

std::optional<InputValues> other_values(const Calculation& base, const Calculation& other) {
    if (base.inputs().size() != other.inputs().size() || !same_steps(base, other) ||
        !same_limits(base, other))
        return std::nullopt;
    InputValues values;
    for (std::size_t i = 0; i < base.inputs().size(); ++i) {
        const double value = other.inputs().value(i);
        if (base.inputs().value(i) != value) values.emplace_back(i, value);
    }
    return values;
}

}  // namespace lca
