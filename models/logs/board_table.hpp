#pragma once
// Tables of the power of boards over time, such as nvidia-smi writes them: one row per board and time.

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lca/document/csv_reader.hpp"
#include "models/logs/board_energy.hpp"
#include "models/logs/log.hpp"

namespace lca {

struct LoggedBoard {
    std::string key, name;
    BoardEnergy energy;
    RowList missing;  // rows without a power, which are ignored
    std::uint32_t first_line = 0, last_line = 0;
};

struct BoardReadings {
    std::vector<LoggedBoard> boards;  // boards with at least one reading
    RowList duplicates;
    bool is_instant = false;  // whether the time zone of the times is known
    bool names_boards = false, by_uuid = false;
};

/// Called with each reading that counts, after the reading was added to its board. `number`: the board's
/// index in the log.
using ReadingVisit =
    std::function<void(const LoggedBoard& board, std::size_t number, Instant time, double watts)>;

/// Where a table is read from, where errors are reported, and how times are read.
struct BoardInput {
    ByteSource& bytes;
    std::uint32_t file = 0;  // index in Sources
    const TimeZone* zone = nullptr;
    Diagnostics& diagnostics;
    const ReadingVisit* visit = nullptr;
    std::string_view zone_option = "--zone";  // the option or key that states a time zone, for messages
};

/// Reads a whole table; calls `note` for rows that are ignored. Empty after an error.
std::optional<BoardReadings> read_boards(
    const BoardInput& input, const BoardColumns& columns,
    const std::function<void(std::string rows, std::string reason)>& note);

/// Reads a log of boards, written by `tool`, and adds one run for all of its boards.
void read_log_of_boards(LogInput& input, const BoardColumns& columns, std::string_view tool);

}  // namespace lca
