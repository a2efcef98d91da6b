#pragma once
// The difference between two scenarios, recorded beside both.

#include <string>
#include <string_view>

#include "lca/calc/recorder.hpp"
#include "models/results/gap_comparison.hpp"

namespace lca::compile_detail {

/// One measure of a row of two tables, and base less variant; steps are `no_step` where not assessed.
struct Difference {
    StepId base = no_step, variant = no_step;
    StepId difference_step = no_step;
    bool partial = false;     // either counts only what is assessed
    std::string reason = {};  // what is missing for a difference; "" where there is one
};

/// Two tables of results, and what messages call them.
struct ResultPair {
    const Results& base;
    const Results& variant;
    std::string_view base_name, variant_name;
    GapComparison gaps{base, variant};
};

/// `name` is `total` or a phase. Results whose gaps are unlike have no difference: what is missing is not
/// zero.
Difference difference(Recorder& recorder, const ResultPair& pair, std::string_view name, std::size_t measure);

}  // namespace lca::compile_detail
