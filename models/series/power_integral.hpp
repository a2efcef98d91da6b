#pragma once
// Integrates power readings of boards: total energy, and power in each minute. Readings are not stored.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/logs/board_table.hpp"
#include "models/results/power_log.hpp"

namespace lca::series {

/// The power between two readings: on a line between them, or constant at the first.
enum class BetweenReadings : unsigned char { line, step };

struct LogWindow {
    std::optional<Instant> start = {}, end = {};
    std::optional<Instant> idle_start = {}, idle_end = {};  // begin and end of the baseline: both or none
    BetweenReadings between = BetweenReadings::line;
    std::vector<std::string> boards = {};  // names of the boards to be counted, as in the log; empty: all
};

/// Times between readings of a board that are more than ten times as long as the median: they are left out of
/// the energy. `board`, `from` and `to` are those of the first such gap.
struct PowerGap {
    std::uint64_t count = 0;
    double seconds = 0;
    std::string board;  // board with the first gap
    Instant from = {}, to = {};
};

struct PowerIntegral {
    PowerLog log;  // the caller sets file and time zone
    PowerGap gap;
    std::string fault;         // "" where there is none
    bool of_baseline = false;  // whether `fault` is about the baseline
};

/// Reads a whole log, passing each reading to `visit`; may be called more than once. Empty after an error.
using ReadingsPass = std::function<std::optional<BoardReadings>(const ReadingVisit& visit)>;

struct IntegratedLog {
    PowerIntegral integral;
    BoardReadings boards;
};
/// Integrates a log, reading it only once if possible. Gaps depend on the median of all steps: the log is
/// read again if by the median of the steps so far a step was classified in another way, and if there is a
/// baseline, whose mean power must be known first.
std::optional<IntegratedLog> integrate_power(const LogWindow& window, const ReadingsPass& read_all);

}  // namespace lca::series
