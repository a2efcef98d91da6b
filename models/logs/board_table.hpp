#pragma once
// Tables of the power of boards over time, as nvidia-smi and its like write them: row by row, board by board.

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
    RowList missing;  // rows without a power: skipped
    std::uint32_t first_line = 0, last_line = 0;
};

struct BoardReadings {
    std::vector<LoggedBoard> boards;  // those with a reading
    RowList duplicates;
    bool is_instant = false;  // whether the times' zone is known
    bool names_boards = false, by_uuid = false;
};

/// Called with each reading that counts, after it was added to its board; `number` is the board's index in
/// the log.
using ReadingVisit =
    std::function<void(const LoggedBoard& board, std::size_t number, Instant time, double watts)>;

/// Where the faults of a table go, and how its times are read.
struct BoardInput {
    ByteSource& bytes;
    std::uint32_t file = 0;  // in Sources
    const TimeZone* zone = nullptr;
    Diagnostics& diagnostics;
    const ReadingVisit* visit = nullptr;
    std::string_view zone_option = "--zone";  // the option or key by which a zone is stated
};

/// Reads a whole table; notes what was dropped. Empty after an error.
std::optional<BoardReadings> read_boards(
    const BoardInput& input, const BoardColumns& columns,
    const std::function<void(std::string rows, std::string reason)>& note);

/// Reads a log of boards that `tool` wrote, and adds it as a run.
void read_log_of_boards(LogInput& input, const BoardColumns& columns, std::string_view tool);

}  // namespace lca
