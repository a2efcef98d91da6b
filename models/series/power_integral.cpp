#include "models/series/power_integral.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "lca/base/text.hpp"
#include "lca/math/sampling_error.hpp"

namespace lca {
namespace {

constexpr double minute = 60;            // s: stamps of grids are whole minutes
constexpr double max_log_seconds = 1e9;  // s: some 30 years
constexpr std::size_t max_log_minutes = 6'000'000;

double seconds_since_1970(Instant time) {
    return std::chrono::duration<double>(time.time_since_epoch()).count();
}
double seconds_between(Instant from, Instant to) {
    return std::chrono::duration<double>(to - from).count();
}

/// Energy by minutes.
class Minutes {
public:
    Minutes(double begin, double end) : begin_(begin), end_(end), first_(std::floor(begin / minute)) {
        const double count = std::ceil(end / minute) - first_;
        joules_.resize(std::max<std::size_t>(1, static_cast<std::size_t>(count)));
    }

    /// Power that changes evenly from `a` watts at one time to `b` watts at another; times of the window.
    void add(double from, double a, double to, double b) {
        const double slope = (b - a) / (to - from);
        while (from < to) {
            const std::size_t at = index(from);
            const double next = std::min(to, edge(at + 1));
            const double until = at + 1 == joules_.size() ? to : next;
            const double then = a + slope * (until - from);
            joules_[at] += 0.5 * (a + then) * (until - from);
            from = until;
            a = then;
        }
    }

    /// Null where nothing was drawn.
    std::shared_ptr<const TimeSeries> power() const {
        double all = 0;
        for (const double one : joules_) all += one;
        if (!(all > 0)) return nullptr;
        std::vector<double> times, values;
        for (std::size_t i = 0; i < joules_.size(); ++i) {
            const double from = std::max(begin_, edge(i));
            const double to = i + 1 == joules_.size() ? end_ : edge(i + 1);
            times.push_back(from);
            values.push_back(joules_[i] / (to - from));
        }
        times.push_back(end_);
        return std::make_shared<const TimeSeries>(std::move(times), std::move(values));
    }

private:
    std::size_t index(double time) const {
        const double at = std::floor(time / minute) - first_;
        return std::min(static_cast<std::size_t>(std::max(0.0, at)), joules_.size() - 1);
    }
    double edge(std::size_t number) const { return (first_ + static_cast<double>(number)) * minute; }

    double begin_, end_, first_;
    std::vector<double> joules_;
};

/// What one board drew in a window.
struct BoardSum {
    double joules = 0, seconds = 0;
    SamplingError error;

    double variance() const { return error.sd() * error.sd(); }
};

/// A board and its readings, between two of which power is a line or holds.
class BoardPower {
public:
    BoardPower(const LoggedBoard& board, BetweenReadings between)
        : readings_(board.readings), key_(board.key), steps_(between == BetweenReadings::step) {
        std::vector<double> lengths;
        for (std::size_t i = 1; i < readings_.size(); ++i)
            lengths.push_back(seconds_between(readings_[i - 1].time, readings_[i].time));
        if (lengths.empty()) return;
        const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>((lengths.size() - 1) / 2);
        std::nth_element(lengths.begin(), middle, lengths.end());
        longest_ = BoardEnergy::gap_in_medians * *middle;
    }

    /// `visit(from, watts, to, watts)` for each piece that lies in the window and is no gap.
    template <class Visit>
    BoardSum over(Instant begin, Instant end, PowerGap* gaps, const Visit& visit) const {
        BoardSum sum;
        bool follows = false;
        for (std::size_t i = 0; i + 1 < readings_.size(); ++i) {
            const PowerReading &a = readings_[i], &b = readings_[i + 1];
            const Instant from = std::max(a.time, begin), to = std::min(b.time, end);
            if (from >= to) continue;
            if (is_gap(a.time, b.time)) {
                if (gaps) note(*gaps, from, to);
                follows = false;
                continue;
            }
            piece(a, b, from, to, sum, visit);
            sum.error.add_step(b.watts - a.watts, seconds_between(from, to));
            if (follows) sum.error.add_double_step(b.watts - readings_[i - 1].watts);
            follows = true;
        }
        return sum;
    }

    /// `step`: the last reading holds until a stated end.
    template <class Visit>
    void hold_last(Instant begin, Instant end, BoardSum& sum, PowerGap& gaps, const Visit& visit) const {
        if (!steps_ || readings_.back().time >= end) return;
        const Instant from = std::max(readings_.back().time, begin);
        if (longest_ > 0 && seconds_between(readings_.back().time, end) > longest_)
            return note(gaps, from, end);
        const PowerReading& last = readings_.back();
        piece(last, {end, last.watts}, from, end, sum, visit);
    }

private:
    bool is_gap(Instant from, Instant to) const { return seconds_between(from, to) > longest_; }
    void note(PowerGap& gaps, Instant from, Instant to) const {
        if (gaps.count++ == 0) {
            gaps.board = key_;
            gaps.from = from;
            gaps.to = to;
        }
        gaps.seconds += seconds_between(from, to);
    }

    template <class Visit>
    void piece(const PowerReading& a, const PowerReading& b, Instant from, Instant to, BoardSum& sum,
               const Visit& visit) const {
        const double slope = steps_ ? 0 : (b.watts - a.watts) / seconds_between(a.time, b.time);
        const double first = a.watts + slope * seconds_between(a.time, from);
        const double last = a.watts + slope * seconds_between(a.time, to);
        const double seconds = seconds_between(from, to);
        sum.joules += 0.5 * (first + last) * seconds;
        sum.seconds += seconds;
        visit(seconds_since_1970(from), first, seconds_since_1970(to), last);
    }

    const std::vector<PowerReading>& readings_;
    std::string_view key_;
    bool steps_;
    double longest_ = 0;  // s: a longer step is a gap
};

class Integration {
public:
    Integration(const BoardReadings& read, const LogWindow& window) : window_(window) {
        for (const LoggedBoard& board : read.boards) {
            const bool wanted = window.boards.empty() || std::find(window.boards.begin(), window.boards.end(),
                                                                   board.key) != window.boards.end();
            if (wanted && !board.readings.empty()) boards_.push_back(&board);
        }
    }

    PowerIntegral integrate() {
        if (boards_.empty()) return fault("no board of the log is one of `devices`");
        find_window();
        if (!(end_ > begin_)) return fault("no reading lies between `start` and `end`");
        const double seconds = seconds_between(begin_, end_);
        if (seconds > max_log_seconds || seconds / minute > static_cast<double>(max_log_minutes))
            return fault(fmt::format("its readings are {:.3g} years apart", seconds / 86400 / 365));
        PowerLog& log = made_.log;
        log.begin = seconds_since_1970(begin_);
        log.end = seconds_since_1970(end_);
        log.has_baseline = window_.idle_start.has_value();
        log.devices = boards_.size();
        Minutes dynamic(log.begin, log.end), idle(log.begin, log.end);
        for (const LoggedBoard* board : boards_) {
            if (!add(*board, dynamic, idle)) return std::move(made_);
        }
        if (log.covered == 0) return fault("no two readings lie between `start` and `end`");
        if (log.idle_joules > log.joules) {
            made_.of_baseline = true;
            return fault(
                fmt::format("the mean power in the baseline is above that of the run: {:.6g} J idle "
                            "would be of {:.6g} J",
                            log.idle_joules, log.joules));
        }
        log.sd = std::sqrt(variance_);
        log.idle_sd = std::sqrt(idle_variance_);
        log.dynamic = dynamic.power();
        log.idle = idle.power();
        return std::move(made_);
    }

private:
    PowerIntegral fault(std::string message) {
        made_.fault = std::move(message);
        return std::move(made_);
    }

    void find_window() {
        begin_ = boards_[0]->readings.front().time;
        end_ = boards_[0]->readings.back().time;
        for (const LoggedBoard* board : boards_) {
            begin_ = std::min(begin_, board->readings.front().time);
            end_ = std::max(end_, board->readings.back().time);
        }
        if (window_.start) begin_ = *window_.start;
        if (window_.end) end_ = *window_.end;
    }

    bool add(const LoggedBoard& board, Minutes& dynamic, Minutes& idle) {
        const BoardPower power(board, window_.between);
        double floor = 0, floor_variance = 0;
        if (window_.idle_start) {
            const BoardSum base = power.over(*window_.idle_start, *window_.idle_end, nullptr,
                                             [](double, double, double, double) {});
            if (base.seconds == 0) {
                made_.of_baseline = true;
                made_.fault =
                    fmt::format("board {} has no two readings in the baseline", in_quotes(board.key));
                return false;
            }
            floor = base.joules / base.seconds;
            floor_variance = base.variance() / (base.seconds * base.seconds);
        }
        const auto keep = [&](double from, double a, double to, double b) {
            dynamic.add(from, a - floor, to, b - floor);
            if (floor > 0) idle.add(from, floor, to, floor);
        };
        BoardSum sum = power.over(begin_, end_, &made_.gap, keep);
        if (window_.end) power.hold_last(begin_, end_, sum, made_.gap, keep);
        PowerLog& log = made_.log;
        log.joules += sum.joules;
        log.idle_joules += floor * sum.seconds;
        log.covered += sum.seconds;
        variance_ += sum.variance();
        idle_variance_ += floor_variance * sum.seconds * sum.seconds;
        log.readings += board.readings.size();
        log.missing += board.missing.count;
        log.gaps = made_.gap.count;
        return true;
    }

    const LogWindow& window_;
    std::vector<const LoggedBoard*> boards_;
    Instant begin_ = {}, end_ = {};
    double variance_ = 0, idle_variance_ = 0;
    PowerIntegral made_;
};

}  // namespace

PowerIntegral integrate_power(const BoardReadings& read, const LogWindow& window) {
    return Integration(read, window).integrate();
}

}  // namespace lca
