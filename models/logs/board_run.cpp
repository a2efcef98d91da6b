// Makes a run from a log of boards, with the energy of each board.

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "models/logs/board_table.hpp"

namespace lca {
namespace {

constexpr std::size_t max_lines_of_boards = 16;  // with more boards, one entry has the energy of all of them

void add_board(LoggedRun& run, const LoggedBoard& board, const BoardEnergy::Result& result,
               const BoardReadings& read, LogInput& input) {
    run.energies.push_back({"gpu_" + board.key, result.joules, "J"});
    run.devices.push_back({board.name, 1, {input.file, board.first_line, 0}});
    if (read.by_uuid) run.metered.push_back("gpu:" + board.key);
    if (!board.missing.empty()) {
        input.note(
            board.missing.text(),
            fmt::format("no power reading of board {} in these rows: interpolated linearly", board.key));
    }
    for (const BoardEnergy::Gap& gap : result.widest_gaps) {
        input.note(fmt::format("rows {} and {}", gap.from, gap.to),
                   fmt::format("board {}: no reading for {:.6g} s between them, more than 10 times the "
                               "median step; treated as a gap and excluded",
                               board.key, gap.seconds));
    }
    if (result.gaps > 0) {
        run.remarks.push_back(
            fmt::format("board {}: {} gaps, {:.6g} s of {:.6g} s, are excluded from its energy", board.key,
                        result.gaps, result.gap_seconds, result.gap_seconds + result.seconds));
    }
}

/// The boards with readings at two times at least; adds a note for each other board.
std::vector<const LoggedBoard*> boards_with_energy(const BoardReadings& read, LogInput& input) {
    std::vector<const LoggedBoard*> boards;
    for (const LoggedBoard& board : read.boards) {
        if (board.energy.begin() < board.energy.end()) {
            boards.push_back(&board);
            continue;
        }
        input.note(
            fmt::format("row {}", board.last_line),
            fmt::format("board {} has only one power reading, but energy needs two: excluded", board.key));
    }
    return boards;
}

void add_run_of_boards(const BoardReadings& read, std::string_view tool, LogInput& input) {
    const std::vector<const LoggedBoard*> boards = boards_with_energy(read, input);
    LoggedRun run;
    run.file = input.name;
    run.title = fmt::format("{} logged by {}", boards.size() == 1 ? "a board" : "boards", tool);
    run.id = "boards";
    run.has_host = false;
    Instant begin = boards[0]->energy.begin();
    Instant end = boards[0]->energy.end();
    double max_seconds = 0, device_seconds = 0, step = 0;
    std::uint32_t first = boards[0]->first_line, last = 0;
    double all = 0;
    for (const LoggedBoard* one : boards) {
        const LoggedBoard& board = *one;
        begin = std::min(begin, board.energy.begin());
        const double seconds =
            std::chrono::duration<double>(board.energy.end() - board.energy.begin()).count();
        max_seconds = std::max(max_seconds, seconds);
        end = std::max(end, board.energy.end());
        const BoardEnergy::Result result = board.energy.result();
        step = std::max(step, result.median_step);
        device_seconds += seconds;
        first = std::min(first, board.first_line);
        last = std::max(last, board.last_line);
        all += result.joules;
        add_board(run, board, result, read, input);
    }
    if (boards.size() > max_lines_of_boards) run.energies = {{"accelerators", all, "J"}};
    run.rows = fmt::format("rows {} to {}", first, last);
    run.begin = Moment{begin, read.is_instant};
    // Boards are read some milliseconds apart, so each covers a slightly different time. The run lasts as
    // long as the board with the longest time, unless first and last reading are over a step further apart.
    const double whole = std::chrono::duration<double>(end - begin).count();
    const double seconds = whole - max_seconds > step ? whole : max_seconds;
    run.seconds = seconds;
    if (std::abs(device_seconds - seconds * static_cast<double>(boards.size())) > 1e-3 * device_seconds)
        run.device_seconds = device_seconds;
    if (!read.duplicates.empty())
        input.note(read.duplicates.text(), "repeats the reading above it: counted once");
    input.logs.runs.push_back(std::move(run));
}

}  // namespace

void read_log_of_boards(LogInput& input, const BoardColumns& columns, std::string_view tool) {
    const BoardInput table{input.bytes, input.file, input.zone, input.diagnostics};
    const auto read = read_boards(table, columns, [&](std::string rows, std::string reason) {
        input.note(std::move(rows), std::move(reason));
    });
    if (read) add_run_of_boards(*read, tool, input);
}

}  // namespace lca
