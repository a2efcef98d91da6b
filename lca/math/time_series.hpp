#pragma once
// A quantity that varies over time, and its mean over an interval.

#include <memory>
#include <span>
#include <vector>

namespace lca {

/// A quantity that is constant from each time to the next, like hourly data of electricity grids. Times are
/// seconds since 1970 UTC.
class TimeSeries {
public:
    /// `times` must rise and be one more than `values`; the last one is the end of the last value. Throws
    /// std::invalid_argument otherwise, and if there is no value.
    TimeSeries(std::vector<double> times, std::vector<double> values);

    double begin() const { return times_.front(); }
    double end() const { return times_.back(); }
    std::span<const double> times() const { return times_; }
    std::span<const double> values() const { return values_; }

    /// The index of the value that holds at a time; outside the series that of the nearest value.
    std::size_t index_at(double time) const;
    double at(double time) const { return values_[index_at(time)]; }
    /// The integral, in the quantity's unit × s. Outside the series the quantity counts as zero.
    double integral(double from, double to) const { return until(to) - until(from); }
    /// The integral over a duration from a start within the series; exact also for a short duration far from
    /// the series' begin.
    double integral_from(double start, double duration) const;
    /// Mean of the whole series, each value weighted by its duration.
    double mean() const { return sums_.back() / (end() - begin()); }

private:
    double until(double time) const;

    std::vector<double> times_, values_;
    std::vector<double> sums_, rests_;  // the integral up to each time, and its accumulated rounding error
    double step_ = 0;                   // seconds between times if that is the same for all, else 0
};

/// The product of quantity and weight for the time covered by both. Throws std::invalid_argument if none is.
TimeSeries weighted_by(const TimeSeries& quantity, const TimeSeries& weight);

/// The mean of a quantity from a start on: ∫ q w dt / ∫ w dt, where the weight w is another series (the power
/// drawn) or 1.
class MeanOverTime {
public:
    MeanOverTime(std::shared_ptr<const TimeSeries> quantity, double start);
    MeanOverTime(const TimeSeries& quantity, std::shared_ptr<const TimeSeries> weight, double start);

    double start() const { return start_; }
    /// The product of quantity and weight (or the quantity alone), and the weight: null if it is 1.
    const std::shared_ptr<const TimeSeries>& weighted() const { return weighted_; }
    const std::shared_ptr<const TimeSeries>& weight() const { return weight_; }
    /// The mean over a duration from start() on; for no duration the value at that time. NaN if the weight is
    /// zero throughout, or the interval is not within the series.
    double over(double duration) const { return over(start_, duration); }
    /// The mean over a duration from another start.
    double over(double start, double duration) const;
    /// Derivative of over(duration): (value at the end - mean) × weight at the end / ∫ w dt.
    double slope(double duration) const;
    bool operator==(const MeanOverTime& other) const;
    /// Whether quantity and weight are the same; the start may differ.
    bool same_series(const MeanOverTime& other) const;

private:
    std::shared_ptr<const TimeSeries> weighted_, weight_;  // weight_ is null if it is 1
    double start_;
};

}  // namespace lca
