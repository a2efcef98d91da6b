#include "models/series/timeline.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "lca/base/number.hpp"
#include "models/values/value.hpp"

namespace lca::series {
namespace {

constexpr double gap_factor = 1.5;             // in most frequent steps; a longer distance is a gap
constexpr std::size_t max_filled = 1'000'000;  // steps in all that the rule for gaps may fill in

/// The most frequent time between readings; the shortest one if several are equally frequent.
double usual_step(const std::vector<SeriesReading>& readings) {
    std::vector<double> steps;
    for (std::size_t i = 1; i < readings.size(); ++i)
        steps.push_back(readings[i].time - readings[i - 1].time);
    std::sort(steps.begin(), steps.end());
    double best = 0;
    std::size_t max_count = 0;
    for (auto at = steps.begin(); at != steps.end();) {
        const auto next = std::upper_bound(at, steps.end(), *at);
        const auto count = static_cast<std::size_t>(next - at);
        if (count > max_count) {
            max_count = count;
            best = *at;
        }
        at = next;
    }
    return best;
}

/// Begin of each value, the values, and for each whether it is estimated, filled in, or a gap.
struct TimelineColumns {
    std::vector<double> times, values, estimated, filled;
    std::vector<bool> open;  // not known: a gap that was not filled in

    void add(double time, double value, bool by_source, bool by_rule, bool is_open = false) {
        times.push_back(time);
        values.push_back(value);
        estimated.push_back(by_source ? 1 : 0);
        filled.push_back(by_rule ? 1 : 0);
        open.push_back(is_open);
    }
};

class Timeline {
public:
    Timeline(std::vector<SeriesReading> readings, const TimelineRules& rules, Place file, GridSeries& series,
             Diagnostics& diagnostics)
        : readings_(std::move(readings)),
          rules_(rules),
          file_(file),
          series_(series),
          diagnostics_(diagnostics) {}

    bool fill() {
        if (!check()) return false;
        if (rules_.stamp == StampAt::end) {
            for (SeriesReading& reading : readings_) reading.time -= series_.step;
        }
        std::erase_if(readings_, [](const SeriesReading& reading) { return !reading.value; });
        for (std::size_t i = 0; i < readings_.size(); ++i) {
            const SeriesReading& reading = readings_[i];
            columns_.add(reading.time, *reading.value, reading.estimated, false);
            if (i + 1 < readings_.size() && !bridge(reading, readings_[i + 1])) return false;
        }
        series_.read_until = readings_.back().time + series_.step;
        close(series_.read_until);
        return finish();
    }

private:
    bool error(Place place, std::string message, std::string expected) {
        diagnostics_.error(place, std::move(message), std::move(expected));
        return false;
    }

    bool check() {
        const auto known = std::count_if(readings_.begin(), readings_.end(),
                                         [](const SeriesReading& one) { return one.value.has_value(); });
        if (known < 1 || readings_.size() < 2)
            return error(file_,
                         fmt::format("`{}` has {} of {} over time", series_.file,
                                     known == 0 ? "no value" : "one value", rules_.value),
                         "two times or more: the last value lasts as long as the step before");
        for (std::size_t i = 0; i < readings_.size(); ++i) {
            const SeriesReading& reading = readings_[i];
            if (reading.value && *reading.value < 0)
                return error(reading.place, fmt::format("{} of {}", rules_.value, exact(*reading.value)),
                             "0 or more");
            if (i == 0 || reading.time > readings_[i - 1].time) continue;
            return error(reading.place,
                         reading.time == readings_[i - 1].time
                             ? std::string("the same time as in the row before")
                             : std::string("an earlier time than in the row before"),
                         "times that increase from row to row");
        }
        series_.step = usual_step(readings_);
        return true;
    }

    /// If two readings are too far apart, fills the gap or records
    /// it, as the rule for gaps says. False after an error.
    bool bridge(const SeriesReading& before, const SeriesReading& after) {
        const double step = series_.step;
        if (after.time - before.time <= gap_factor * step) return true;
        const double first = before.time + step;
        const double count = std::ceil((after.time - first) / step);
        if (rules_.gaps == GapRule::none) {
            series_.gaps.push_back({first, after.time, after.place});
            columns_.add(first, *before.value, false, false, true);
            return true;
        }
        if (count > static_cast<double>(max_filled - std::min(filled_, max_filled)))
            return error(after.place, "too long a gap to fill", fmt::format("at most {} steps", max_filled));
        filled_ += static_cast<std::size_t>(count);
        if (rules_.gaps == GapRule::hold) {
            columns_.add(first, *before.value, false, true);
            return true;
        }
        for (double k = 0; k < count; ++k) {
            const double time = first + k * step;
            const double share = (time - before.time) / (after.time - before.time);
            columns_.add(time, *before.value + share * (*after.value - *before.value), false, true);
        }
        return true;
    }

    void close(double end) {
        const bool holds = rules_.gaps == GapRule::hold;
        if (holds) columns_.add(end, columns_.values.back(), false, true);
        columns_.times.push_back(holds ? end + max_time : end);
    }

    bool finish() {
        const std::size_t counted = columns_.values.size() - (rules_.gaps == GapRule::hold ? 1 : 0);
        double sum = 0, time = 0;
        for (std::size_t i = 0; i < counted; ++i) {
            const double lasts = columns_.times[i + 1] - columns_.times[i];
            if (columns_.open[i]) continue;
            sum += columns_.values[i] * lasts;
            time += lasts;
        }
        series_.written = sum / time;
        for (double& value : columns_.values) value = series_.written > 0 ? value / series_.written : 1;
        series_.relative = std::make_shared<const TimeSeries>(columns_.times, std::move(columns_.values));
        series_.estimated = flags(columns_.estimated);
        series_.filled = flags(columns_.filled);
        return true;
    }

    /// The flags as a series over time; null if none is set.
    std::shared_ptr<const TimeSeries> flags(std::vector<double>& of) const {
        if (std::find(of.begin(), of.end(), 1.0) == of.end()) return nullptr;
        return std::make_shared<const TimeSeries>(columns_.times, std::move(of));
    }

    std::vector<SeriesReading> readings_;
    TimelineRules rules_;
    Place file_;
    GridSeries& series_;
    Diagnostics& diagnostics_;
    TimelineColumns columns_;
    std::size_t filled_ = 0;
};

}  // namespace

bool fill_timeline(std::vector<SeriesReading> readings, const TimelineRules& rules, Place file,
                   GridSeries& series, Diagnostics& diagnostics) {
    return Timeline(std::move(readings), rules, file, series, diagnostics).fill();
}

}  // namespace lca::series

namespace lca {

double GridSeries::known_from(double start) const {
    if (start < relative->begin() || start >= relative->end()) return 0;
    const auto next = std::upper_bound(gaps.begin(), gaps.end(), start,
                                       [](double time, const SeriesGap& gap) { return time < gap.to; });
    return next == gaps.end() ? relative->end() - start : std::max(0.0, next->from - start);
}

}  // namespace lca
