#pragma once
// Sums of what is assessed, measure by measure: missing is never zero, not even beside known zeros.

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

private:
    std::vector<MeasuredSteps> terms_;
};

}  // namespace lca
