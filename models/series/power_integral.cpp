#include "models/series/power_integral.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "lca/base/text.hpp"
#include "models/series/board_power.hpp"
#include "models/series/power_minutes.hpp"

namespace lca::series {
namespace {

double seconds_since_1970(Instant time) {
    return std::chrono::duration<double>(time.time_since_epoch()).count();
}

/// One pass over all readings of a log: sums up the boards.
class PowerPass {
public:
    PowerPass(const LogWindow& window, const std::vector<KnownOfBoard>& known)
        : window_(window), known_(known) {}

    void add(const LoggedBoard& board, std::size_t number, Instant time, double watts) {
        while (number >= boards_.size()) boards_.emplace_back(window_);
        BoardPower& power = boards_[number];
        if (!power.has_started()) power.start(board.key, number < known_.size() ? &known_[number] : nullptr);
        if (!power.is_wanted()) return;
        const double floor = power.floor();
        power.add(board.energy, {time, watts}, [this, floor](Instant from, double a, Instant to, double b) {
            add_minutes(from, a, to, b, floor);
        });
    }

    /// What the next pass needs to know about each board; empty if no further pass is needed.
    std::optional<std::vector<KnownOfBoard>> learned(const BoardReadings& read) {
        gather(read);
        bool rightly = true, had_floors = true;
        std::vector<KnownOfBoard> all;
        for (const BoardPower& power : boards_) {
            all.push_back(power.learned());
            if (!power.is_wanted()) continue;
            rightly = rightly && power.gap_classification_is_consistent();
            had_floors = had_floors && power.has_floor();
        }
        if (rightly && (had_floors || !window_.idle_start)) return std::nullopt;
        for (KnownOfBoard& known : all) known.has_floor = rightly;
        return all;
    }

    PowerIntegral result() {
        if (wanted_.empty()) return fault("no board of the log is one of `devices`");
        find_window();
        if (!(end_ > begin_)) return fault("no reading is between `start` and `end`");
        const double seconds = seconds_between(begin_, end_);
        if (seconds / PowerMinutes::minute > PowerMinutes::max_minutes)
            return fault(fmt::format("its readings are {:.3g} years apart", seconds / 86400 / 365));
        PowerLog& log = made_.log;
        log.begin = seconds_since_1970(begin_);
        log.end = seconds_since_1970(end_);
        log.has_baseline = window_.idle_start.has_value();
        log.devices = wanted_.size();
        for (const auto& [power, board] : wanted_) {
            if (!count(*power, *board)) return std::move(made_);
        }
        if (log.covered == 0) return fault("fewer than two readings are between `start` and `end`");
        if (log.idle_joules > log.joules) {
            made_.of_baseline = true;
            return fault(fmt::format(
                "the mean power in the baseline is above that of the run: {:.6g} J of {:.6g} J would be idle",
                log.idle_joules, log.joules));
        }
        log.sd = std::sqrt(variance_);
        log.idle_sd = std::sqrt(idle_variance_);
        log.dynamic = dynamic_.power(log.begin, log.end);
        log.idle = idle_.power(log.begin, log.end);
        return std::move(made_);
    }

private:
    PowerIntegral fault(std::string message) {
        made_.fault = std::move(message);
        return std::move(made_);
    }

    void add_minutes(Instant from, double a, Instant to, double b, double floor) {
        const double begin = seconds_since_1970(from), end = seconds_since_1970(to);
        dynamic_.add(begin, a - floor, end, b - floor);
        if (floor > 0) idle_.add(begin, floor, end, floor);
    }

    /// Collects the boards that the scenario asks for; `read` lists only boards that have readings.
    void gather(const BoardReadings& read) {
        std::size_t next = 0;
        for (BoardPower& power : boards_) {
            if (!power.has_started()) continue;
            const LoggedBoard& board = read.boards[next++];
            power.finish(board.energy.median_step());
            if (power.is_wanted()) wanted_.emplace_back(&power, &board);
        }
    }

    void find_window() {
        begin_ = wanted_[0].second->energy.begin();
        end_ = wanted_[0].second->energy.end();
        for (const auto& [power, board] : wanted_) {
            begin_ = std::min(begin_, board->energy.begin());
            end_ = std::max(end_, board->energy.end());
        }
        if (window_.start) begin_ = *window_.start;
        if (window_.end) end_ = *window_.end;
    }

    bool count(BoardPower& power, const LoggedBoard& board) {
        const BoardSum& base = power.baseline();
        if (window_.idle_start && base.seconds == 0) {
            made_.of_baseline = true;
            made_.fault = fmt::format("board {} has no two readings in the baseline", in_quotes(board.key));
            return false;
        }
        const double floor = power.floor();
        if (window_.end) {
            power.hold_last(begin_, end_, [this, floor](Instant from, double a, Instant to, double b) {
                add_minutes(from, a, to, b, floor);
            });
        }
        add_gaps(power.gaps(), board.key);
        const BoardSum& sum = power.sum();
        if (sum.seconds == 0 && board.energy.begin() == board.energy.end()) {
            made_.fault = fmt::format(
                "board {} has only one reading, but energy needs two: exclude the board by `devices`",
                in_quotes(board.key));
            return false;
        }
        PowerLog& log = made_.log;
        log.joules += sum.joules;
        log.idle_joules += floor * sum.seconds;
        log.covered += sum.seconds;
        variance_ += sum.variance();
        idle_variance_ += power.floor_variance() * sum.seconds * sum.seconds;
        log.readings += board.energy.readings();
        log.missing += board.missing.count;
        log.gaps = made_.gap.count;
        return true;
    }

    void add_gaps(const PowerGap& gaps, const std::string& board) {
        PowerGap& all = made_.gap;
        if (all.count == 0 && gaps.count > 0) {
            all.board = board;
            all.from = gaps.from;
            all.to = gaps.to;
        }
        all.count += gaps.count;
        all.seconds += gaps.seconds;
    }

    const LogWindow& window_;
    const std::vector<KnownOfBoard>& known_;
    std::vector<BoardPower> boards_;
    std::vector<std::pair<BoardPower*, const LoggedBoard*>> wanted_;
    PowerMinutes dynamic_, idle_;
    Instant begin_ = {}, end_ = {};
    double variance_ = 0, idle_variance_ = 0;
    PowerIntegral made_;
};

}  // namespace

std::optional<IntegratedLog> integrate_power(const LogWindow& window, const ReadingsPass& read_all) {
    std::vector<KnownOfBoard> known;
    while (true) {
        PowerPass pass(window, known);
        std::optional<BoardReadings> read =
            read_all([&pass](const LoggedBoard& board, std::size_t number, Instant time, double watts) {
                pass.add(board, number, time, watts);
            });
        if (!read) return std::nullopt;
        if (auto more = pass.learned(*read)) {
            known = *std::move(more);
            continue;
        }
        PowerIntegral integral = pass.result();
        return IntegratedLog{std::move(integral), *std::move(read)};
    }
}

}  // namespace lca::series
