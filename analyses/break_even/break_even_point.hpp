#pragma once
// The values of one input at which two results are equal, and their uncertainty by paired draws.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "analyses/break_even/break_even.hpp"
#include "lca/math/roots.hpp"
#include "lca/numerics/sample_plan.hpp"

namespace lca::break_even_detail {

/// One of the two results that are compared, as a function of one input: a step of a recorded calculation
/// (which must outlive this object), or a constant.
struct ResultFunction {
    const Calculation* calculation = nullptr;  // null: the value is `constant`
    StepId step = no_step;
    std::size_t input = static_cast<std::size_t>(-1);  // default: the result does not depend on that input
    double constant = 0;
    std::span<const Correlation> correlations = {};
    Diagnostics* diagnostics =
        nullptr;  // of the scenario's session, for faults while sampling; null for a constant
};

/// The result at many values of the input; all other inputs keep their own values.
std::vector<double> values_of(const ResultFunction& side, std::span<const double> points);

/// The first result minus the second.
ColumnFunction difference(const ResultFunction& first, const ResultFunction& second);

/// The spread of a root over draws of the other uncertain inputs. Empty if no uncertain input affects the two
/// results, or after an error: impossible draws and correlations, and values that are not finite, are in
/// their diagnostics. An input that both have (by its path) gets the same draws in both.
std::optional<RootSpread> root_spread(const ResultFunction& first, const ResultFunction& second, double root,
                                      std::span<const double> points, std::uint64_t draws);

}  // namespace lca::break_even_detail
