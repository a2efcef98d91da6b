#pragma once
// How sure one result is, by so few draws that an answer need not wait for them.

#include <optional>
#include <string>

#include "models/compile/session.hpp"

namespace lca {

/// From the 5th to the 95th percentile, in base units. Of 4,096 draws with seed 1: those of `lca uncertainty
/// --samples 4096`.
struct QuickInterval {
    double low = 0, high = 0;
    double standard_error = 0;  // the largest of the two ends'
};

struct QuickDraws {
    /// Empty if no uncertain figure makes the result vary, a draw cannot be, or the formula is so long
    /// that one would wait for it.
    std::optional<QuickInterval> interval = {};
    std::string reason = {};  // "no interval, as …", where a draw cannot be
};
QuickDraws quick_draws(const Model& model, StepId result);

/// "50.5 tCO2e (48.5 to 54.0)": three digits, or as many as a tenth of the interval's half supports; of its
/// ends no more than their standard error supports. Without an interval "50.5 tCO2e".
std::string with_interval(double value, const std::optional<QuickInterval>& interval, Dimension dimension);

}  // namespace lca
