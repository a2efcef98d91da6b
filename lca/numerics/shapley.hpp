#pragma once
// Which of several changes made how much of a difference: Shapley values. A change's share is what it adds,
// averaged over every order of making the changes; shares add up to the difference.

#include <cstdint>
#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

#include "lca/numerics/effects.hpp"

namespace lca {

/// The values of some results when only some of the changes are made (true at their number). NaN: not
/// assessed. Nothing: these changes cannot be made without the others.
using Outcome = std::function<std::optional<std::vector<double>>(const std::vector<bool>& made)>;

struct AttributionOptions {
    /// Up to this many changes all 2^n outcomes are computed; for more, orders are drawn.
    std::size_t max_exact = 12;
    std::uint64_t orders = 512;  // drawn in pairs, an order and its reverse
    std::uint64_t seed = 1;
};

/// What each outcome counts for in the share of each change: shares are weighted sums of outcomes. Those of
/// `attribute` with the same options.
using OutcomeWeights = std::unordered_map<std::vector<bool>, std::vector<double>>;
OutcomeWeights outcome_weights(std::size_t changes, const AttributionOptions& options = {});

/// Empty if an outcome that is needed is not there. `changes` is at least 1.
std::optional<Attribution> attribute(std::size_t changes, const Outcome& outcome,
                                     const AttributionOptions& options = {});

}  // namespace lca
