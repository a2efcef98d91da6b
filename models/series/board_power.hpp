#pragma once
// Energy and power of one accelerator board over a time, from a log of its power, one reading at a time.

#include <algorithm>
#include <string_view>

#include "lca/math/sampling_error.hpp"
#include "models/logs/board_energy.hpp"
#include "models/series/power_integral.hpp"

namespace lca::series {

inline double seconds_between(Instant from, Instant to) {
    return std::chrono::duration<double>(to - from).count();
}

/// What one board used in some time: energy, time covered by readings, and the error of sampling.
struct BoardSum {
    double joules = 0, seconds = 0;
    SamplingError error;

    double variance() const { return error.sd() * error.sd(); }
};

/// What the previous pass over the log found out about a board.
struct KnownOfBoard {
    double median_step = 0;  // median time between readings, in s
    bool has_floor = false;
    double floor = 0, floor_variance = 0;  // mean power of the idle board in W, and its variance
};

struct PowerReading {
    Instant time = {};
    double watts = 0;
};

/// Integrates the power of one board. Between two readings it changes linearly or stays at the first.
class BoardPower {
public:
    explicit BoardPower(const LogWindow& window) : window_(&window) {}

    /// Call before the first reading. `known`: results of the previous pass; null in the first pass.
    void start(std::string_view key, const KnownOfBoard* known);
    bool has_started() const { return started_; }
    bool is_wanted() const { return wanted_; }

    /// Adds the next reading, after `energy` has counted it. Calls `visit(from, watts, to, watts)` for the
    /// part of the window between the previous reading and this one, unless their distance counts as a gap.
    template <class Visit>
    void add(const BoardEnergy& energy, PowerReading next, const Visit& visit) {
        ++readings_;
        if (known_ == nullptr && (readings_ & (readings_ - 1)) == 0) median_ = energy.median_step();
        if (readings_ > 1) {
            step(window_->start, window_->end, next, run_, &gaps_, visit);
            if (window_->idle_start)
                step(window_->idle_start, window_->idle_end, next, idle_, nullptr, no_visit);
        }
        before_ = last_;
        last_ = next;
    }
    /// Call after the last reading. `median_step`: the median of the times between all readings.
    void finish(double median_step);

    /// With BetweenReadings::step the power of the last reading holds until the end that the scenario states.
    template <class Visit>
    void hold_last(Instant begin, Instant end, const Visit& visit) {
        if (window_->between != BetweenReadings::step || last_.time >= end) return;
        const Instant from = std::max(last_.time, begin);
        const double lasts = seconds_between(last_.time, end);
        if (median_ > 0 && is_gap(lasts)) return note(gaps_, from, end);
        piece(last_, {end, last_.watts}, lasts, from, end, run_.sum, visit);
    }

    /// Whether exactly those steps were counted as gaps that are gaps by the median of all steps.
    bool gap_classification_is_consistent() const;
    KnownOfBoard learned() const;
    bool has_floor() const { return known_ != nullptr && known_->has_floor; }
    double floor() const { return has_floor() ? known_->floor : 0; }
    double floor_variance() const { return has_floor() ? known_->floor_variance : 0; }
    const BoardSum& sum() const { return run_.sum; }
    const BoardSum& baseline() const { return idle_.sum; }
    const PowerGap& gaps() const { return gaps_; }

private:
    /// The sum over one of the requested times: the run or the baseline.
    struct Part {
        BoardSum sum;
        bool follows = false;  // whether the step before the latest reading counts in `sum`
    };
    static void no_visit(Instant, double, Instant, double) {}

    bool is_gap(double seconds) const { return seconds > BoardEnergy::gap_in_medians * median_; }
    static void note(PowerGap& gaps, Instant from, Instant to);
    /// Whether a step is a gap. Keeps the longest step that was not a gap, and the shortest that was one.
    bool judge(double seconds) {
        const bool gap = is_gap(seconds);
        if (!gap) {
            max_step_ = std::max(max_step_, seconds);
        } else if (!min_gap_ || seconds < *min_gap_) {
            min_gap_ = seconds;
        }
        return gap;
    }

    /// Adds the step from the latest reading to the next one, as far as it lies between `begin` and `end`.
    template <class Visit>
    void step(std::optional<Instant> begin, std::optional<Instant> end, PowerReading next, Part& part,
              PowerGap* gaps, const Visit& visit) {
        const Instant from = begin ? std::max(last_.time, *begin) : last_.time;
        const Instant to = end ? std::min(next.time, *end) : next.time;
        if (from >= to) return;
        const double lasts = seconds_between(last_.time, next.time);
        if (judge(lasts)) {
            if (gaps) note(*gaps, from, to);
            part.follows = false;
            return;
        }
        const double seconds = piece(last_, next, lasts, from, to, part.sum, visit);
        part.sum.error.add_step(next.watts - last_.watts, seconds);
        if (part.follows) part.sum.error.add_double_step(next.watts - before_.watts);
        part.follows = true;
    }

    /// Adds the part between `from` and `to` of the step from reading `a` to reading
    /// `b`, which is `lasts` seconds after it. Returns the length of that part in s.
    template <class Visit>
    double piece(PowerReading a, PowerReading b, double lasts, Instant from, Instant to, BoardSum& sum,
                 const Visit& visit) const {
        const bool is_whole = from == a.time && to == b.time;  // true for nearly all steps
        const double slope = window_->between == BetweenReadings::step ? 0 : (b.watts - a.watts) / lasts;
        const double first = is_whole ? a.watts : a.watts + slope * seconds_between(a.time, from);
        const double last = a.watts + slope * (is_whole ? lasts : seconds_between(a.time, to));
        const double seconds = is_whole ? lasts : seconds_between(from, to);
        sum.joules += 0.5 * (first + last) * seconds;
        sum.seconds += seconds;
        visit(from, first, to, last);
        return seconds;
    }

    const LogWindow* window_;
    const KnownOfBoard* known_ = nullptr;
    bool started_ = false, wanted_ = false;
    std::uint64_t readings_ = 0;
    PowerReading before_, last_;
    double median_ = 0;                   // s: median step, in the first pass only of the steps so far
    double max_step_ = 0;                 // s: the longest step that was not a gap
    std::optional<double> min_gap_ = {};  // s: the shortest step that was a gap
    Part run_, idle_;
    PowerGap gaps_;
};

}  // namespace lca::series
