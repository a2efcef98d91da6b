#pragma once
// Integrates power readings of boards over time: total energy, and the power in each minute, without keeping

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/logs/board_table.hpp"
#include "models/results/power_log.hpp"

namespace lca::series {

/// What holds between two readings.
enum class BetweenReadings : unsigned char { line, step };

struct LogWindow {
    std::optional<Instant> start = {}, end = {};
    std::optional<Instant> idle_start = {}, idle_end = {};  // of the baseline: both or none
    BetweenReadings between = BetweenReadings::line;
    std::vector<std::string> boards = {};  // by what the log calls them; none: all
};

/// Steps between readings of a board of more than ten times their median, which are left out of its energy.
/// `board`, `from` and `to` are those of the first.
struct PowerGap {
    std::uint64_t count = 0;
    double seconds = 0;
    std::string board;  // of the first
    Instant from = {}, to = {};
};

struct PowerIntegral {
    PowerLog log;  // file and zone are left to the caller
    PowerGap gap;
    std::string fault;         // "" where there is none
    bool of_baseline = false;  // whether the fault is about the baseline
};

/// Passes all readings of a log to `visit`, the same ones each time. Empty after an error.
using ReadingsPass = std::function<std::optional<BoardReadings>(const ReadingVisit& visit)>;

struct IntegratedLog {
    PowerIntegral integral;
    BoardReadings boards;
};
/// Reads the log once where that is enough. The median of all steps determines the gaps, and the baseline the
/// idle energy: the log is read again if the median of the steps so far classified a step differently than
/// that of all does, and if there is a baseline.
std::optional<IntegratedLog> integrate_power(const LogWindow& window, const ReadingsPass& read_all);

}  // namespace lca::series
