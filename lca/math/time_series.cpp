#include "lca/math/time_series.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace lca {
namespace {

double step_of(std::span<const double> times) {
    const double step = times[1] - times[0];
    for (std::size_t i = 1; i < times.size(); ++i) {
        if (times[i] - times[i - 1] != step) return 0;
    }
    return step;
}

bool same(const std::shared_ptr<const TimeSeries>& a, const std::shared_ptr<const TimeSeries>& b) {
    if (a == b || !a || !b) return a == b;
    return std::ranges::equal(a->times(), b->times()) && std::ranges::equal(a->values(), b->values());
}

}  // namespace

TimeSeries::TimeSeries(std::vector<double> times, std::vector<double> values)
    : times_(std::move(times)), values_(std::move(values)) {
    if (values_.empty() || times_.size() != values_.size() + 1)
        throw std::invalid_argument("a series needs one time more than values");
    if (std::adjacent_find(times_.begin(), times_.end(), std::greater_equal<>()) != times_.end())
        throw std::invalid_argument("the times of a series must increase");
    step_ = step_of(times_);
    sums_.assign(times_.size(), 0);
    rests_.assign(times_.size(), 0);
    for (std::size_t i = 0; i < values_.size(); ++i) {
        const double term = values_[i] * (times_[i + 1] - times_[i]), sum = sums_[i] + term;
        const double of_term = sum - sums_[i];
        sums_[i + 1] = sum;
        rests_[i + 1] = rests_[i] + ((sums_[i] - (sum - of_term)) + (term - of_term));
    }
}

std::size_t TimeSeries::index_at(double time) const {
    if (!(time > begin())) return 0;
    if (time >= end()) return values_.size() - 1;
    if (step_ > 0) {
        // Rounding in the division may give the index before or after the right one.
        auto index = std::min(static_cast<std::size_t>((time - begin()) / step_), values_.size() - 1);
        if (time < times_[index]) return index - 1;
        return time >= times_[index + 1] ? index + 1 : index;
    }
    const auto after = std::upper_bound(times_.begin(), times_.end(), time);
    return static_cast<std::size_t>(after - times_.begin()) - 1;
}

double TimeSeries::until(double time) const {
    const double within = std::clamp(time, begin(), end());
    const std::size_t index = index_at(within);
    return sums_[index] + values_[index] * (within - times_[index]);
}

/// Computed from distances to the start, which are small and exact; seconds since 1970 would leave no digits
/// for parts of a second.
double TimeSeries::integral_from(double start, double duration) const {
    const std::size_t first = index_at(start), last = index_at(start + duration);
    if (first == last) return values_[first] * duration;
    const double between = (sums_[last] - sums_[first + 1]) + (rests_[last] - rests_[first + 1]);
    return values_[first] * (times_[first + 1] - start) + between +
           values_[last] * (duration - (times_[last] - start));
}

TimeSeries weighted_by(const TimeSeries& a, const TimeSeries& b) {
    const double first = std::max(a.begin(), b.begin()), last = std::min(a.end(), b.end());
    if (!(first < last)) throw std::invalid_argument("the series do not overlap");
    std::vector<double> times;
    std::ranges::merge(a.times(), b.times(), std::back_inserter(times));
    std::erase_if(times, [&](double time) { return time < first || time > last; });
    times.erase(std::unique(times.begin(), times.end()), times.end());
    std::vector<double> values;
    values.reserve(times.size() - 1);
    for (std::size_t i = 0; i + 1 < times.size(); ++i) values.push_back(a.at(times[i]) * b.at(times[i]));
    return {std::move(times), std::move(values)};
}

MeanOverTime::MeanOverTime(std::shared_ptr<const TimeSeries> quantity, double start)
    : weighted_(std::move(quantity)), start_(start) {}

MeanOverTime::MeanOverTime(const TimeSeries& quantity, std::shared_ptr<const TimeSeries> weight, double start)
    : weighted_(std::make_shared<const TimeSeries>(weighted_by(quantity, *weight))),
      weight_(std::move(weight)),
      start_(start) {}

double MeanOverTime::over(double start, double duration) const {
    const double end = start + duration;
    constexpr double rounding = 1e-6;  // seconds by which rounding may put an end outside
    if (start < weighted_->begin() - rounding || end > weighted_->end() + rounding)
        return std::numeric_limits<double>::quiet_NaN();
    if (duration == 0) return weighted_->at(start) / (weight_ ? weight_->at(start) : 1);
    return weighted_->integral_from(start, duration) /
           (weight_ ? weight_->integral_from(start, duration) : duration);
}

double MeanOverTime::slope(double duration) const {
    if (duration == 0) return 0;
    const double end = start_ + duration;
    const double all = weight_ ? weight_->integral_from(start_, duration) : duration;
    const double weight = weight_ ? weight_->at(end) : 1;
    return (weighted_->at(end) - over(duration) * weight) / all;
}

bool MeanOverTime::operator==(const MeanOverTime& other) const {
    return start_ == other.start_ && same_series(other);
}

bool MeanOverTime::same_series(const MeanOverTime& other) const {
    return same(weighted_, other.weighted_) && same(weight_, other.weight_);
}

}  // namespace lca
