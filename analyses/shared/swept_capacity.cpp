#include "analyses/shared/swept_capacity.hpp"

#include <algorithm>

namespace lca {

SweptCapacity::SweptCapacity(const PointResult& reading, const std::vector<bool>& varied)
    : results_(&reading.results()) {
    if (!results_->capacity) return;
    for (const StepId step : results_->capacity->steps()) {
        if (step != no_step && varied[step]) steps_.push_back(step);
    }
    std::sort(steps_.begin(), steps_.end());
    steps_.erase(std::unique(steps_.begin(), steps_.end()), steps_.end());
    if (!steps_.empty()) at_point_.assign(reading.values().begin(), reading.values().end());
}

std::string SweptCapacity::excess(const double* columns, std::size_t rows, std::size_t row) const {
    if (steps_.empty()) return {};
    const ValueOf value = [&](StepId step) {
        const auto place = std::lower_bound(steps_.begin(), steps_.end(), step);
        if (place == steps_.end() || *place != step) return at_point_[step];
        return columns[static_cast<std::size_t>(place - steps_.begin()) * rows + row];
    };
    const std::vector<CapacityExcess> found = excesses(*results_->capacity, value);
    if (found.empty()) return {};
    const auto id_of = [this](std::uint32_t activity) { return results_->activities.at(activity).id; };
    return text_of(found.front(), *results_->capacity, value, id_of).message;
}

}  // namespace lca
