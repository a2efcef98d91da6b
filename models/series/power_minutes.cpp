#include "models/series/power_minutes.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace lca::series {

void PowerMinutes::add(double from, double a, double to, double b) {
    if (from >= minute_ && to <= minute_ + minute) {  // most steps lie in the same minute as the last one
        const double then = a + (b - a) / (to - from) * (to - from);
        joules_[at_] += 0.5 * (a + then) * (to - from);
        return;
    }
    double number = std::floor(from / minute);
    if (!make_room(number, std::floor(to / minute))) return;
    const double slope = (b - a) / (to - from);
    for (; from < to; ++number) {
        const double until = std::min(to, (number + 1) * minute);
        const double then = a + slope * (until - from);
        at_ = static_cast<std::size_t>(number - first_);
        minute_ = number * minute;
        joules_[at_] += 0.5 * (a + then) * (until - from);
        from = until;
        a = then;
    }
}

/// Extends the stored minutes at both ends as needed: the first readings of one board may be
/// earlier than those of another. Returns false if more than `max_minutes` would be needed.
bool PowerMinutes::make_room(double first, double last) {
    if (joules_.empty()) first_ = first;
    const double end = std::max(last + 1, first_ + static_cast<double>(joules_.size()));
    const double begin = std::min(first, first_);
    if (end - begin > max_minutes) return false;
    if (begin < first_) joules_.insert(joules_.begin(), static_cast<std::size_t>(first_ - begin), 0.0);
    first_ = begin;
    joules_.resize(static_cast<std::size_t>(end - begin));
    return true;
}

double PowerMinutes::joules_of(double number) const {
    const double at = number - first_;
    return at < 0 || at >= static_cast<double>(joules_.size()) ? 0 : joules_[static_cast<std::size_t>(at)];
}

std::shared_ptr<const TimeSeries> PowerMinutes::power(double begin, double end) const {
    double all = 0;
    for (const double one : joules_) all += one;
    if (!(all > 0)) return nullptr;
    std::vector<double> times, values;
    for (double number = std::floor(begin / minute); number * minute < end; ++number) {
        const double from = std::max(begin, number * minute), to = std::min(end, (number + 1) * minute);
        times.push_back(from);
        values.push_back(joules_of(number) / (to - from));
    }
    times.push_back(end);
    return std::make_shared<const TimeSeries>(std::move(times), std::move(values));
}

}  // namespace lca::series
