#pragma once
// Sums of what is assessed, measure by measure: missing is never zero, not even beside known zeros.

#include <array>
#include <vector>

#include "lca/calc/recorder.hpp"
#include "models/results/results.hpp"

namespace lca {

class AssessedSum {
public:
    void add(const MeasuredSteps& steps);
    /// Recorded pairwise, in the order of adding. What is known to be zero adds nothing, and does not make a
    /// sum assessed of which a part is missing.
    MeasuredSteps record(Recorder& recorder) const;
    bool empty(std::size_t measure) const { return terms_[measure].empty(); }

private:
    std::array<std::vector<StepId>, measure_count> terms_;
    std::array<bool, measure_count> missing_ = {};
};

}  // namespace lca
