#include "analyses/shared/swept_capacity.hpp"

#include <algorithm>
#include <cmath>

namespace lca {

SweptCapacity::SweptCapacity(const PointResult& result, const std::vector<bool>& varied) {
    const Results& results = result.results();
    if (!results.capacity) return;
    for (const StepId step : results.capacity->steps()) {
        if (step != no_step && varied[step]) steps_.push_back(step);
    }
    std::sort(steps_.begin(), steps_.end());
    steps_.erase(std::unique(steps_.begin(), steps_.end()), steps_.end());
    if (steps_.empty()) return;
    capacity_ = *results.capacity;
    for (const auto& activity : results.activities) ids_.push_back(activity.id);
    at_point_.assign(result.values().begin(), result.values().end());
    screen_.emplace(capacity_, steps_, at_point_);
}

/// Checks smallest and largest values of all rows first, as that mostly suffices; else each row.
std::map<std::size_t, std::string> SweptCapacity::excesses(const double* columns, std::size_t rows) const {
    std::map<std::size_t, std::string> found;
    if (steps_.empty() || rows == 0) return found;
    std::vector<double> low, high;
    for (std::size_t k = 0; k < steps_.size(); ++k) {
        const auto [lowest, highest] = std::minmax_element(columns + k * rows, columns + (k + 1) * rows);
        low.push_back(*lowest);
        high.push_back(*highest);
    }
    const bool finite = std::all_of(columns, columns + steps_.size() * rows,
                                    [](double value) { return std::isfinite(value); });
    if (finite && screen_->is_within_capacity(low, high)) return found;
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t k = 0; k < steps_.size(); ++k) low[k] = columns[k * rows + i];
        if (screen_->is_within_capacity(low, low)) continue;
        std::string words = excess(columns, rows, i);
        if (!words.empty()) found.emplace(i, std::move(words));
    }
    return found;
}

std::string SweptCapacity::excess(const double* columns, std::size_t rows, std::size_t row) const {
    const ValueOf value = [&](StepId step) {
        const auto place = std::lower_bound(steps_.begin(), steps_.end(), step);
        if (place == steps_.end() || *place != step) return at_point_[step];
        return columns[static_cast<std::size_t>(place - steps_.begin()) * rows + row];
    };
    const std::vector<CapacityExcess> found = lca::excesses(capacity_, value);
    if (found.empty()) return {};
    const auto id_of = [this](std::uint32_t activity) { return ids_.at(activity); };
    return text_of(found.front(), capacity_, value, id_of).message;
}

}  // namespace lca
