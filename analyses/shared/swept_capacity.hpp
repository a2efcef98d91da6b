#pragma once
// Whether a point that is only computed (of a sweep, of a fleet) uses more hardware than exists.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/results/capacity.hpp"
#include "models/results/capacity_screen.hpp"
#include "models/results/point_result.hpp"

namespace lca {

/// The capacity check of one recording, which need not outlive it.
class SweptCapacity {
public:
    /// `varied`: which steps are not the same at every point.
    SweptCapacity(const PointResult& reading, const std::vector<bool>& varied);

    /// The steps that vary and affect it, each once: columns of theirs are asked for.
    const std::vector<StepId>& steps() const { return steps_; }

    /// Messages, by row of these columns, about more use than exists. Only rows with an excess.
    std::map<std::size_t, std::string> excesses(const double* columns, std::size_t rows) const;

private:
    std::string excess(const double* columns, std::size_t rows, std::size_t row) const;

    Capacity capacity_;
    std::vector<std::string> ids_;  // of activities
    std::vector<StepId> steps_;     // sorted
    std::vector<double> at_point_;  // of all steps, where there are any of these
    std::optional<CapacityScreen> screen_;
};

}  // namespace lca
