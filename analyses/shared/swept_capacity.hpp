#pragma once
// Checks points of a sweep, or rows of a fleet, for use of more hardware than exists, without compiling them.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/results/capacity.hpp"
#include "models/results/capacity_screen.hpp"
#include "models/results/point_result.hpp"

namespace lca {

/// The capacity check of one recording. It keeps no reference to it.
class SweptCapacity {
public:
    /// `varied`: by step, whether its value differs between points.
    SweptCapacity(const PointResult& result, const std::vector<bool>& varied);

    /// The steps that vary and that the check depends on, sorted; excesses() needs their values.
    const std::vector<StepId>& steps() const { return steps_; }

    /// `columns`: the values of each of steps(), in turn. Returns a message for each row that uses too much.
    std::map<std::size_t, std::string> excesses(const double* columns, std::size_t rows) const;

private:
    std::string excess(const double* columns, std::size_t rows, std::size_t row) const;

    Capacity capacity_;
    std::vector<std::string> ids_;  // of the activities
    std::vector<StepId> steps_;     // sorted
    std::vector<double> at_point_;  // values of all steps in `result`
    std::optional<CapacityScreen> screen_;
};

}  // namespace lca
