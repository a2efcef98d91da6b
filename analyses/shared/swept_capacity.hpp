#pragma once
// Whether a point that is computed from a recording (of a sweep, of a fleet) uses more hardware than exists.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/results/capacity.hpp"
#include "models/results/capacity_screen.hpp"
#include "models/results/point_result.hpp"

namespace lca {

/// The capacity check of one recording, which may be destroyed before it.
class SweptCapacity {
public:
    /// `varied`: by step, whether it differs between points.
    SweptCapacity(const PointResult& reading, const std::vector<bool>& varied);

    /// The steps that vary and affect the check, each once: excesses() takes their columns.
    const std::vector<StepId>& steps() const { return steps_; }

    /// Messages about use of more hardware than exists, by row of these columns; only rows that have one.
    std::map<std::size_t, std::string> excesses(const double* columns, std::size_t rows) const;

private:
    std::string excess(const double* columns, std::size_t rows, std::size_t row) const;

    Capacity capacity_;
    std::vector<std::string> ids_;  // of activities
    std::vector<StepId> steps_;     // sorted
    std::vector<double> at_point_;  // of all steps, if steps_ is not empty
    std::optional<CapacityScreen> screen_;
};

}  // namespace lca
