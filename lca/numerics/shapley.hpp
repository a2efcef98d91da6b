#pragma once
// Attributes a difference to changes by Shapley values. The share of a change is what it adds, averaged over
// all orders in which the changes can be made; the shares add up to the difference.

#include <cstdint>
#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

#include "lca/numerics/effects.hpp"

namespace lca {

/// Returns the values of the results if only the changes i with made[i] are made. NaN: the result is not
/// assessed. Empty: these changes cannot be made without others.
using Outcome = std::function<std::optional<std::vector<double>>(const std::vector<bool>& made)>;

struct AttributionOptions {
    /// Up to so many changes, the outcomes of all 2^n sets are computed; for more, orders are drawn.
    std::size_t max_exact = 12;
    std::uint64_t orders = 512;  // drawn in pairs: an order and its reverse
    std::uint64_t seed = 1;
};

/// By set of changes, the weight of its outcome in the share of each change: a share is the sum of outcomes
/// times weights. The weights that attribute() uses with the same options.
using OutcomeWeights = std::unordered_map<std::vector<bool>, std::vector<double>>;
OutcomeWeights outcome_weights(std::size_t changes, const AttributionOptions& options = {});

/// The shares of at least one change. Empty if an outcome that is needed is empty.
std::optional<Attribution> attribute(std::size_t changes, const Outcome& outcome,
                                     const AttributionOptions& options = {});

}  // namespace lca
