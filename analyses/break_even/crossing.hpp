#pragma once
// The values of one input at which two results are equal, and how sure they are by paired draws.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "analyses/break_even/break_even.hpp"
#include "lca/math/roots.hpp"
#include "lca/numerics/sample_plan.hpp"

namespace lca::break_even_detail {

/// One of the two: a result of a recording (which must outlive this) as a function of one of its inputs.
struct ResultFunction {
    const Calculation* calculation = nullptr;  // null: the constant
    StepId step = no_step;
    std::size_t input = static_cast<std::size_t>(-1);  // none: the result does not know that input
    double constant = 0;
    std::span<const Correlation> correlations = {};
    Diagnostics* diagnostics =
        nullptr;  // of the file it was read from: for draws; null only for the constant
};

/// A side at many values of the input, all else at its own value.
std::vector<double> values_of(const ResultFunction& side, std::span<const double> points);

/// The first less the second.
ColumnFunction difference(const ResultFunction& first, const ResultFunction& second);

/// Empty if no other uncertain input matters, or after an error: draws that cannot be, or have no finite
/// result, and impossible correlations go to the sides' diagnostics. Inputs of one path are drawn alike in
/// both.
std::optional<RootSpread> root_spread(const ResultFunction& first, const ResultFunction& second, double root,
                                      std::span<const double> points, std::uint64_t draws);

}  // namespace lca::break_even_detail
