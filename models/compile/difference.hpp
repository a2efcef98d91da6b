#pragma once
// What one scenario differs from another by, recorded beside both.

#include <string>
#include <string_view>

#include "lca/calc/recorder.hpp"
#include "models/results/results.hpp"

namespace lca {

/// One measure of a row of two tables, and its difference; steps are `no_step` where not assessed.
struct Difference {
    StepId ours = no_step, theirs = no_step;
    StepId ours_less_theirs = no_step;
    std::string why_not = {};  // why there is no difference
};

/// `name` is `total` or a phase. A sum that counts a phase which the other leaves out has no difference: what
/// is missing is not zero.
Difference difference(Recorder& recorder, const Results& ours, const Results& theirs, std::string_view name,
                      std::size_t measure);

}  // namespace lca
