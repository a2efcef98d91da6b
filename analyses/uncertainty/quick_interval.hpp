#pragma once
// A quick estimate of one result's uncertainty: few samples, so that it can be added to any answer.

#include <optional>
#include <string>

#include "models/compile/session.hpp"

namespace lca {

/// The 5th and 95th percentile of 4,096 samples with seed 1, in base units, as `lca uncertainty --samples
/// 4096` computes them.
struct QuickInterval {
    double low = 0, high = 0;
    double standard_error = 0;  // of `low` and `high`: the larger of the two errors
};

struct QuickDraws {
    /// Empty if no uncertain input affects the result, a draw is impossible, or the formula is so long
    /// that sampling would take noticeable time.
    std::optional<QuickInterval> interval = {};
    std::string reason = {};  // "no interval, as …" if a draw is impossible; else ""
};
QuickDraws quick_draws(const Model& model, StepId result);

/// "50.5 tCO2e (48.5 to 54.0)". The value has three digits, or as many as a tenth of half the interval
/// supports; the ends have no more than their standard error supports. Without an interval "50.5
/// tCO2e".
std::string with_interval(double value, const std::optional<QuickInterval>& interval, Dimension dimension);

}  // namespace lca
