#pragma once
// Whether a point that is only computed (of a sweep, of a fleet) uses more hardware than exists.

#include <string>
#include <vector>

#include "models/results/capacity.hpp"
#include "models/results/point_result.hpp"

namespace lca {

/// Of one recording, which must outlive it.
class SweptCapacity {
public:
    /// `varied`: which steps are not the same at every point.
    SweptCapacity(const PointResult& reading, const std::vector<bool>& varied);

    /// The steps that vary and bear on it, each once: columns of theirs are asked for.
    const std::vector<StepId>& steps() const { return steps_; }

    /// What is used beyond what exists in a row of these columns, in words; "" where nothing is.
    std::string excess(const double* columns, std::size_t rows, std::size_t row) const;

private:
    const Results* results_;
    std::vector<StepId> steps_;     // sorted
    std::vector<double> at_point_;  // of all steps, where there are any of these
};

}  // namespace lca
