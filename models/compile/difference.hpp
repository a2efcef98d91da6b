#pragma once
// What one scenario differs from another by, recorded beside both.

#include <string>
#include <string_view>

#include "lca/calc/recorder.hpp"
#include "models/results/results.hpp"

namespace lca {

/// One measure of a row of two tables, and its difference; steps are `no_step` where not assessed.
struct Difference {
    StepId base = no_step, variant = no_step;
    StepId difference_step = no_step;
    std::string reason = {};  // why there is no difference
};

/// `name` is `total` or a phase. A sum that counts a phase which the other leaves out has no difference: what
/// is missing is not zero.
Difference difference(Recorder& recorder, const Results& base, const Results& variant, std::string_view name,
                      std::size_t measure);

}  // namespace lca
