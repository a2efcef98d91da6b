#pragma once
// The uncertainty of one result, by so few draws that an answer need not wait for them.

#include <optional>
#include <string>

#include "models/compile/session.hpp"

namespace lca {

/// From the 5th to the 95th percentile, in base units, of 4,096 draws with seed 1: as `lca uncertainty
/// --samples 4096` gives it.
struct QuickInterval {
    double low = 0, high = 0;
    double standard_error = 0;  // of the ends: the larger of the two
};

struct QuickDraws {
    /// Empty if no uncertain figure makes the result vary, a draw is impossible, or the formula is so long
    /// that drawing would take noticeable time.
    std::optional<QuickInterval> interval = {};
    std::string reason = {};  // "no interval, as …", where a draw is impossible
};
QuickDraws quick_draws(const Model& model, StepId result);

/// "50.5 tCO2e (48.5 to 54.0)": the value has three digits, or as many as a tenth of the interval's half
/// width supports; the ends have no more than their standard error supports. Without an interval "50.5
/// tCO2e".
std::string with_interval(double value, const std::optional<QuickInterval>& interval, Dimension dimension);

}  // namespace lca
