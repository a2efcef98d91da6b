#pragma once
// A quantity over time, and its mean over a stretch of it.

#include <memory>
#include <span>
#include <vector>

namespace lca {

/// A quantity that is constant from each time to the next, as hourly data of grids are. Times in seconds
/// since 1970 UTC.
class TimeSeries {
public:
    /// `times` rise and are one more than `values`: the last is where the last value ends. Throws
    /// std::invalid_argument otherwise, and on no value.
    TimeSeries(std::vector<double> times, std::vector<double> values);

    double begin() const { return times_.front(); }
    double end() const { return times_.back(); }
    std::span<const double> times() const { return times_; }
    std::span<const double> values() const { return values_; }

    /// Which value holds at a time; of times outside the series the nearest.
    std::size_t index_at(double time) const;
    double at(double time) const { return values_[index_at(time)]; }
    /// The integral in the quantity's unit × s. Outside of the series the quantity counts as zero.
    double integral(double from, double to) const { return until(to) - until(from); }
    /// The same over a duration, from a start within the series on: as exact for a short one far from the
    /// begin as for a long one.
    double integral_from(double start, double duration) const;
    /// Mean of the whole series, each value weighted by its duration.
    double mean() const { return sums_.back() / (end() - begin()); }

private:
    double until(double time) const;

    std::vector<double> times_, values_;
    std::vector<double> sums_, rests_;  // the integrals up to each time, and the rounding error of each
    double step_ = 0;                   // s between times where all steps are equal, else 0
};

/// The product with a weight over the time that both cover. Throws std::invalid_argument where there is none.
TimeSeries weighted_by(const TimeSeries& quantity, const TimeSeries& weight);

/// The mean of a quantity from a start on, weighted by another (the power drawn) or evenly: ∫ q w dt / ∫ w
/// dt.
class MeanOverTime {
public:
    MeanOverTime(std::shared_ptr<const TimeSeries> quantity, double start);
    MeanOverTime(const TimeSeries& quantity, std::shared_ptr<const TimeSeries> weight, double start);

    double start() const { return start_; }
    /// The product of quantity and weight; the weight is null where all times weigh the same.
    const std::shared_ptr<const TimeSeries>& weighted() const { return weighted_; }
    const std::shared_ptr<const TimeSeries>& weight() const { return weight_; }
    /// A mean over no time is the value at its start. NaN where the weight is zero all along, and where the
    /// interval leaves the series.
    double over(double duration) const { return over(start_, duration); }
    /// The mean from another start.
    double over(double start, double duration) const;
    /// d mean / d duration: (value at the end - mean) × weight at the end / ∫ w dt.
    double slope(double duration) const;
    bool operator==(const MeanOverTime& other) const;
    /// Whether only the start differs.
    bool same_series(const MeanOverTime& other) const;

private:
    std::shared_ptr<const TimeSeries> weighted_, weight_;  // weight: null for evenly
    double start_;
};

}  // namespace lca
