#pragma once
// The difference between the results of two scenarios, recorded as a step of the same calculation.

#include <string>
#include <string_view>

#include "lca/calc/recorder.hpp"
#include "models/results/gap_comparison.hpp"

namespace lca::compile_detail {

/// One measure of the same row in two tables, and base minus variant. A step is `no_step` if not assessed.
struct Difference {
    StepId base = no_step, variant = no_step;
    StepId difference_step = no_step;
    bool partial = false;     // one of the two is only a part of the impact
    std::string reason = {};  // why there is no difference; "" if there is one
};

/// Two tables of results, and the names that messages give them.
struct ResultPair {
    const Results& base;
    const Results& variant;
    std::string_view base_name, variant_name;
    GapComparison gaps{base, variant};
};

/// `name`: `total` or a phase. If the gaps of the two results differ there is no difference, as a missing
/// part is not zero.
Difference difference(Recorder& recorder, const ResultPair& pair, std::string_view name, std::size_t measure);

}  // namespace lca::compile_detail
