#pragma once
// Readings of boards become energies, and the power of each minute.

#include <optional>
#include <string>
#include <vector>

#include "models/logs/board_table.hpp"
#include "models/results/power_log.hpp"

namespace lca {

/// What holds between two readings.
enum class BetweenReadings : unsigned char { line, step };

struct LogWindow {
    std::optional<Instant> start = {}, end = {};
    std::optional<Instant> idle_start = {}, idle_end = {};  // of the baseline: both or none
    BetweenReadings between = BetweenReadings::line;
    std::vector<std::string> boards = {};  // by what the log calls them; none: all
};

/// A step of more than ten medians between readings of a board, which counts for nothing.
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
    bool of_baseline = false;  // what it is about
};
PowerIntegral integrate_power(const BoardReadings& read, const LogWindow& window);

}  // namespace lca
