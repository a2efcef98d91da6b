#include "lca/numerics/shapley.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>
#include <unordered_map>

#include "lca/math/draws.hpp"
#include "lca/math/exact_sum.hpp"

namespace lca {
namespace {

/// The outcomes of sets of changes; each is computed once.
class Outcomes {
public:
    Outcomes(std::size_t changes, const Outcome& outcome) : changes_(changes), outcome_(outcome) {}

    /// The outcome if just these changes are made; null if there is none.
    const std::vector<double>* of(const std::vector<bool>& made) {
        const auto known = known_.find(made);
        if (known != known_.end()) return &known->second;
        std::optional<std::vector<double>> values = outcome_(made);
        return values ? &known_.emplace(made, std::move(*values)).first->second : nullptr;
    }
    const std::vector<double>* of(std::uint64_t set) {
        std::vector<bool> made(changes_);
        for (std::size_t i = 0; i < changes_; ++i) made[i] = (set >> i & 1) != 0;
        return of(made);
    }
    std::uint64_t computed() const { return known_.size(); }

private:
    std::size_t changes_;
    const Outcome& outcome_;
    std::unordered_map<std::vector<bool>, std::vector<double>> known_;
};

/// The number of subsets of size `taken` of a set of size `from`.
double choose(std::size_t from, std::size_t taken) {
    double result = 1;
    for (std::size_t i = 1; i <= taken; ++i)
        result = result * static_cast<double>(from - taken + i) / static_cast<double>(i);
    return result;
}

/// Shapley values from all sets: what a change adds to a set, averaged over sets of one size, then the sizes.
bool exact(std::size_t changes, Outcomes& outcomes, Attribution& result) {
    std::vector<const std::vector<double>*> all(std::size_t{1} << changes);
    for (std::uint64_t set = 0; set < all.size(); ++set) {
        all[set] = outcomes.of(set);
        if (!all[set]) return false;
    }
    for (std::size_t i = 0; i < changes; ++i) {
        for (std::size_t k = 0; k < result.from.size(); ++k) {
            std::vector<ExactSum> by_size(changes);
            for (std::uint64_t set = 0; set < all.size(); ++set) {
                if ((set >> i & 1) != 0) continue;
                by_size[static_cast<std::size_t>(std::popcount(set))].add(
                    (*all[set | std::uint64_t{1} << i])[k], (*all[set])[k]);
            }
            ExactSum share;
            for (std::size_t size = 0; size < changes; ++size)
                share.add(by_size[size].over(choose(changes - 1, size)));
            result.shares[i][k] = share.over(static_cast<double>(changes)).value();
        }
    }
    return true;
}

std::vector<std::size_t> drawn_order(std::size_t changes, std::uint64_t key, std::uint64_t number) {
    std::vector<std::size_t> order(changes);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<double> draws(changes);
    plain_draws(key, number * changes, draws);
    for (std::size_t i = changes; i-- > 1;) {
        const auto other = static_cast<std::size_t>(draws[i] * static_cast<double>(i + 1));
        std::swap(order[i], order[std::min(other, i)]);
    }
    return order;
}

/// Shapley values estimated as the mean over randomly drawn orders of the changes.
class DrawnOrders {
public:
    DrawnOrders(std::size_t changes, Outcomes& outcomes, Attribution& result)
        : outcomes_(outcomes),
          result_(result),
          sums_(changes, std::vector<ExactSum>(result.from.size())),
          squares_(changes, std::vector<double>(result.from.size(), 0.0)) {}

    bool run(const AttributionOptions& options) {
        const std::size_t changes = sums_.size();
        const std::uint64_t key = stream_key(options.seed, "attribution"), pairs = (options.orders + 1) / 2;
        for (std::uint64_t number = 0; number < pairs; ++number) {
            std::vector<std::size_t> order = drawn_order(changes, key, number);
            pair_.assign(changes, std::vector<double>(result_.from.size(), 0.0));
            if (!follow(order)) return false;
            std::reverse(order.begin(), order.end());
            if (!follow(order)) return false;
            for (std::size_t i = 0; i < changes; ++i) {
                for (std::size_t k = 0; k < pair_[i].size(); ++k) squares_[i][k] += square(pair_[i][k] / 2);
            }
        }
        result_.orders = 2 * pairs;
        finish(static_cast<double>(pairs));
        return true;
    }

private:
    static double square(double x) { return x * x; }

    bool follow(const std::vector<std::size_t>& order) {
        std::vector<bool> made(order.size(), false);
        const std::vector<double>* before = outcomes_.of(made);
        for (const std::size_t i : order) {
            made[i] = true;
            const std::vector<double>* now = outcomes_.of(made);
            if (!now) return false;
            for (std::size_t k = 0; k < now->size(); ++k) {
                sums_[i][k].add((*now)[k], (*before)[k]);
                pair_[i][k] += (*now)[k] - (*before)[k];
            }
            before = now;
        }
        return true;
    }

    void finish(double pairs) {
        result_.errors = result_.shares;
        for (std::size_t i = 0; i < sums_.size(); ++i) {
            for (std::size_t k = 0; k < sums_[i].size(); ++k) {
                const double mean = sums_[i][k].over(2 * pairs).value();
                const double variance = std::max(0.0, squares_[i][k] / pairs - mean * mean);
                result_.shares[i][k] = mean;
                result_.errors[i][k] = std::sqrt(variance / std::max(1.0, pairs - 1));
            }
        }
    }

    Outcomes& outcomes_;
    Attribution& result_;
    std::vector<std::vector<ExactSum>> sums_;
    std::vector<std::vector<double>> squares_, pair_;
};

/// Whether the outcomes of all sets of changes are computed; a set is then the bits of an integer.
bool all_are_worked_through(std::size_t changes, const AttributionOptions& options) {
    return changes <= std::min<std::size_t>(options.max_exact, 20);
}

/// Adds one order's part of the weights: what a change adds is the outcome after it minus that before it.
void weigh_order(const std::vector<std::size_t>& order, double weight, OutcomeWeights& weights) {
    std::vector<bool> made(order.size(), false);
    const auto of = [&]() -> std::vector<double>& {
        return weights.try_emplace(made, order.size(), 0.0).first->second;
    };
    for (const std::size_t i : order) {
        of()[i] -= weight;
        made[i] = true;
        of()[i] += weight;
    }
}

}  // namespace

OutcomeWeights outcome_weights(std::size_t changes, const AttributionOptions& options) {
    OutcomeWeights weights;
    if (all_are_worked_through(changes, options)) {
        for (std::uint64_t set = 0; set < std::uint64_t{1} << changes; ++set) {
            const auto size = static_cast<std::size_t>(std::popcount(set));
            std::vector<bool> made(changes);
            std::vector<double> of(changes);
            for (std::size_t i = 0; i < changes; ++i) {
                made[i] = (set >> i & 1) != 0;
                of[i] = (made[i] ? 1 : -1) / choose(changes - 1, made[i] ? size - 1 : size) /
                        static_cast<double>(changes);
            }
            weights.emplace(std::move(made), std::move(of));
        }
        return weights;
    }
    const std::uint64_t key = stream_key(options.seed, "attribution"), pairs = (options.orders + 1) / 2;
    for (std::uint64_t number = 0; number < pairs; ++number) {
        std::vector<std::size_t> order = drawn_order(changes, key, number);
        weigh_order(order, 0.5 / static_cast<double>(pairs), weights);
        std::reverse(order.begin(), order.end());
        weigh_order(order, 0.5 / static_cast<double>(pairs), weights);
    }
    return weights;
}

std::optional<Attribution> attribute(std::size_t changes, const Outcome& outcome,
                                     const AttributionOptions& options) {
    Outcomes outcomes(changes, outcome);
    const std::vector<double>* from = outcomes.of(std::vector<bool>(changes, false));
    const std::vector<double>* to = outcomes.of(std::vector<bool>(changes, true));
    if (!from || !to) return std::nullopt;
    Attribution result;
    result.from = *from;
    result.to = *to;
    result.shares.assign(changes, std::vector<double>(from->size(), 0.0));
    if (!(all_are_worked_through(changes, options) ? exact(changes, outcomes, result)
                                                   : DrawnOrders(changes, outcomes, result).run(options)))
        return std::nullopt;
    result.outcomes = outcomes.computed();
    return result;
}

}  // namespace lca
