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

/// One of the two sides: a result of a recording (which must outlive this) as a function of one of its
/// inputs.
struct ResultFunction {
    const Calculation* calculation = nullptr;  // null: the constant
    StepId step = no_step;
    std::size_t input = static_cast<std::size_t>(-1);  // none: the result does not depend on that input
    double constant = 0;
    std::span<const Correlation> correlations = {};
    Diagnostics* diagnostics =
        nullptr;  // of the file it was read from: for draws; null only for the constant
};

/// A side at many values of the input, all other inputs at their own values.
std::vector<double> values_of(const ResultFunction& side, std::span<const double> points);

/// The first side less the second.
ColumnFunction difference(const ResultFunction& first, const ResultFunction& second);

/// The spread of a root over draws of the other uncertain inputs. Empty if none matters, or after an error:
/// impossible draws and correlations, and draws without a finite result, are reported in the sides'
/// diagnostics. An input that both sides have (by its path) gets the same draws in both.
std::optional<RootSpread> root_spread(const ResultFunction& first, const ResultFunction& second, double root,
                                      std::span<const double> points, std::uint64_t draws);

}  // namespace lca::break_even_detail
