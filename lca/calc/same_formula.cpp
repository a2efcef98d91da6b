#include "lca/calc/same_formula.hpp"

#include <algorithm>
#include <bit>

#include "lca/calc/dataflow.hpp"
#include "lca/math/time_series.hpp"

namespace lca {
namespace {

/// The steps of a recording on which some results depend, numbered from 0.
class Needed {
public:
    Needed(const Calculation& calculation, std::span<const StepId> results) : calculation_(calculation) {
        std::vector<StepId> wanted(results.begin(), results.end());
        std::erase(wanted, no_step);
        const std::vector<bool> needed = reaches(calculation, wanted);
        numbers_.assign(needed.size(), no_step);
        for (StepId id = 0; id < needed.size(); ++id) {
            if (!needed[id]) continue;
            numbers_[id] = static_cast<StepId>(steps_.size());
            steps_.push_back(id);
        }
    }

    std::size_t size() const { return steps_.size(); }
    const StepRecord& step(std::size_t number) const { return calculation_.steps()[steps_[number]]; }
    const MeanOverTime& mean(const StepRecord& step) const { return *calculation_.means()[step.right]; }
    StepId number(StepId step) const { return step == no_step ? no_step : numbers_[step]; }

    /// The limits of these steps. Empty if there is a limit of another step that is not a single input.
    std::optional<std::vector<const Limit*>> limits() const {
        std::vector<const Limit*> within;
        for (const Limit& limit : calculation_.limits()) {
            if (numbers_[limit.step] != no_step) {
                within.push_back(&limit);
            } else if (!is_leaf(calculation_.steps()[limit.step].operation)) {
                return std::nullopt;
            }
        }
        return within;
    }

private:
    const Calculation& calculation_;
    std::vector<StepId> steps_, numbers_;
};

bool same_bits(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

bool same_limits(const Needed& a, const Needed& b) {
    const auto one = a.limits(), other = b.limits();
    const auto same = [&](const Limit* x, const Limit* y) {
        return a.number(x->step) == b.number(y->step) && x->low == y->low && x->high == y->high &&
               x->above_low == y->above_low;
    };
    return one && other && std::equal(one->begin(), one->end(), other->begin(), other->end(), same);
}

/// Whether two steps of one operation, not leaves, have the same operands.
bool same_operands(const Needed& a, const StepRecord& x, const Needed& b, const StepRecord& y) {
    if (a.number(x.left) != b.number(y.left)) return false;
    if (x.operation == Operation::mean_over_time) return a.mean(x) == b.mean(y);
    return is_unary(x.operation) || a.number(x.right) == b.number(y.right);
}

}  // namespace

std::optional<InputValues> other_values(const Calculation& base, std::span<const StepId> results_of_base,
                                        const Calculation& other, std::span<const StepId> results_of_other) {
    const Needed a(base, results_of_base), b(other, results_of_other);
    const auto same_result = [&](StepId x, StepId y) { return a.number(x) == b.number(y); };
    if (a.size() != b.size() || !same_limits(a, b) ||
        !std::equal(results_of_base.begin(), results_of_base.end(), results_of_other.begin(),
                    results_of_other.end(), same_result))
        return std::nullopt;
    InputValues values;
    for (std::size_t n = 0; n < a.size(); ++n) {
        const StepRecord &x = a.step(n), &y = b.step(n);
        if (x.operation != y.operation) return std::nullopt;
        if (x.operation == Operation::input) {
            const double value = other.inputs().value(y.left);
            if (base.inputs().value(x.left) != value) values.emplace_back(x.left, value);
        } else if (x.operation == Operation::constant) {
            if (!same_bits(base.constants()[x.left], other.constants()[y.left])) return std::nullopt;
        } else if (!same_operands(a, x, b, y)) {
            return std::nullopt;
        }
    }
    std::sort(values.begin(), values.end());
    return values;
}

}  // namespace lca
