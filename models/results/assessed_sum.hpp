#pragma once
// Sums of what is assessed, for each measure: a missing part never counts as zero, even beside known zeros.

#include <vector>

#include "lca/calc/recorder.hpp"
#include "models/results/results.hpp"

namespace lca {

class AssessedSum {
public:
    void add(const MeasuredSteps& steps);
    /// Records the sums, pairwise in the order of adding. Terms known to be zero are left out of a sum; if
    /// all other terms are missing, the sum is not assessed.
    MeasuredSteps record(Recorder& recorder) const;

private:
    std::vector<MeasuredSteps> terms_;
};

}  // namespace lca
