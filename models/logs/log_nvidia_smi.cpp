// nvidia-smi --query-gpu=… --format=csv: readings of power, board by board.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/document/csv_reader.hpp"
#include "models/logs/board_energy.hpp"
#include "models/logs/log.hpp"
#include "models/logs/row_list.hpp"

namespace lca {
namespace {

/// Columns of power in the order in which they are looked for: of one board, never of the module around it.
constexpr std::string_view power_columns[] = {"power.draw", "power.draw.average", "power.draw.instant"};
constexpr std::string_view board_columns[] = {"uuid", "pci.bus_id", "index"};
constexpr std::size_t max_boards = 4096;
constexpr std::size_t max_lines_of_boards = 16;  // more boards are one line of energy

struct NvidiaBoard {
    std::string key, name;
    BoardEnergy energy;
    RowList missing;
    std::uint32_t first_line = 0, last_line = 0;
};

class NvidiaTable {
public:
    explicit NvidiaTable(LogInput& input)
        : input_(input), table_(input.bytes, input.file, input.diagnostics) {
        if (input.zone != nullptr) clock_.emplace(*input.zone);
    }

    /// The last line of a log that was killed may end within a number.
    bool was_cut() {
        if (table_.line_has_end()) return false;
        input_.note(fmt::format("row {}", table_.line()),
                    "has no line end: it was cut while it was written, and is left out");
        return true;
    }

    void read() {
        const auto stamp = table_.column("timestamp");
        if (!stamp || !find_power()) return;
        for (const std::string_view column : board_columns) {
            if (!board_at_) board_at_ = find(column);
        }
        name_at_ = find("name");
        if (!name_at_) name_at_ = find("gpu_name");
        while (table_.next() && faults_ < max_faults && !was_cut()) {
            if (!read_row(*stamp)) ++faults_;
        }
        if (table_.good()) finish();
    }

private:
    static constexpr int max_faults = 20;

    /// A column by its name, its unit aside.
    std::optional<std::size_t> find(std::string_view name) const {
        for (std::size_t i = 0; i < table_.headings().size(); ++i) {
            if (lower_case(split_heading(table_.headings()[i]).name) == name) return i;
        }
        return std::nullopt;
    }

    bool find_power() {
        for (const std::string_view column : power_columns) {
            const auto found = find(column);
            if (!found) continue;
            power_at_ = *found;
            const std::string_view unit = split_heading(table_.headings()[power_at_]).unit;
            if (unit.empty() || unit == "W") return true;
            input_.diagnostics.error({input_.file, 1, 0}, fmt::format("the power is in {}", in_quotes(unit)),
                                     "watts: `power.draw [W]`");
            return false;
        }
        return table_.column(power_columns[0]).has_value();  // says that it is missing
    }

    static bool is_missing(std::string_view cell) {
        return cell.empty() || cell == "N/A" || (cell.front() == '[' && cell.back() == ']');
    }

    bool read_row(std::size_t stamp) {
        NvidiaBoard* const board = board_of_row();
        if (board == nullptr) return false;
        const std::string_view cell = table_.cell(power_at_);
        board->last_line = table_.line();
        if (is_missing(cell)) {
            board->missing.add(table_.line());
            return true;
        }
        const std::optional<double> watts = watts_of(cell);
        if (!watts) return false;
        Moment moment;
        const auto previous = board->energy.empty() ? std::nullopt : std::optional(board->energy.end());
        const std::string wrong =
            read_moment(table_.cell(stamp), input_.zone, clock_ ? &*clock_ : nullptr, previous, moment);
        if (!wrong.empty()) {
            table_.fault(stamp, wrong, "a time such as `2026/09/11 04:19:41.982`");
            return false;
        }
        is_instant_ = moment.is_instant;
        return count(*board, moment.at, *watts, stamp);
    }

    bool count(NvidiaBoard& board, Instant time, double watts, std::size_t stamp) {
        switch (board.energy.add(time, watts, table_.line())) {
            case BoardEnergy::Added::counted:
                return true;
            case BoardEnergy::Added::duplicate:
                duplicates_.add(table_.line());
                return true;
            case BoardEnergy::Added::conflict:
                table_.fault(power_at_,
                             fmt::format("board {} has another power at the same time in row {}",
                                         in_quotes(board.key), board.energy.last_line()),
                             "one reading of a board at a time");
                return false;
            case BoardEnergy::Added::backwards:
                break;
        }
        table_.fault(
            stamp,
            fmt::format("the time lies before that of row {} of the same board", board.energy.last_line()),
            "readings of a board in the order of their times",
            input_.zone == nullptr ? "if clocks were put back, `--zone` says which hour is meant" : "");
        return false;
    }

    NvidiaBoard* board_of_row() {
        const std::string_view key = board_at_ ? table_.cell(*board_at_) : std::string_view("0");
        // A log goes through its boards again and again in one order.
        const std::size_t next = last_board_ + 1 < boards_.size() ? last_board_ + 1 : 0;
        if (next < boards_.size() && boards_[next].key == key) return &boards_[last_board_ = next];
        const auto found = by_key_.find(key);
        if (found != by_key_.end()) return &boards_[last_board_ = found->second];
        if (boards_.size() == max_boards) {
            table_.fault(*board_at_, "too many boards", fmt::format("at most {}", max_boards));
            return nullptr;
        }
        by_key_.emplace(std::string(key), boards_.size());
        last_board_ = boards_.size();
        NvidiaBoard& board = boards_.emplace_back();
        board.key = key;
        board.first_line = table_.line();
        if (name_at_) board.name = table_.cell(*name_at_);
        return &board;
    }

    /// "120.35 W", or "120.35" under a heading with the unit.
    std::optional<double> watts_of(std::string_view cell) {
        if (cell.ends_with(" W")) cell.remove_suffix(2);
        const Parsed<double> parsed = parse_cell(cell);
        const double* const watts = std::get_if<double>(&parsed);
        if (watts != nullptr && *watts >= 0) return *watts;
        const MeasureText measure = split_measure(cell);
        if (!measure.unit.empty() && is_letter(measure.unit[0])) {
            table_.fault(power_at_, fmt::format("a power in {}", in_quotes(measure.unit)),
                         "watts, such as `120.35 W`");
            return std::nullopt;
        }
        const TextFault* const wrong = std::get_if<TextFault>(&parsed);
        table_.fault(power_at_, wrong != nullptr ? std::string_view(wrong->message) : "a negative power",
                     "watts, such as `120.35 W`", wrong != nullptr ? wrong->hint : "");
        return std::nullopt;
    }

    void finish() {
        std::erase_if(boards_, [this](const NvidiaBoard& board) {
            if (board.energy.empty() && !board.missing.empty())
                input_.note(board.missing.text(),
                            fmt::format("board {} has no reading of its power", board.key));
            return board.energy.empty();
        });
        if (boards_.empty()) {
            input_.diagnostics.error(table_.place(), "no row has a reading of power");
            return;
        }
        const auto once = [](const NvidiaBoard& board) { return board.energy.begin() == board.energy.end(); };
        if (std::all_of(boards_.begin(), boards_.end(), once)) {
            input_.diagnostics.error(table_.place(), "one reading of each board: energy lies between two",
                                     "two readings or more");
            return;
        }
        LoggedRun run;
        run.file = input_.name;
        run.title = fmt::format("{} logged by nvidia-smi", boards_.size() == 1 ? "a board" : "boards");
        run.id = "boards";
        run.has_host = false;
        Instant begin = boards_[0].energy.begin();
        Instant end = boards_[0].energy.end();
        double longest = 0, device_seconds = 0, step = 0;
        std::uint32_t first = boards_[0].first_line, last = 0;
        double all = 0;
        for (const NvidiaBoard& board : boards_) {
            begin = std::min(begin, board.energy.begin());
            const double seconds =
                std::chrono::duration<double>(board.energy.end() - board.energy.begin()).count();
            longest = std::max(longest, seconds);
            end = std::max(end, board.energy.end());
            const BoardEnergy::Result result = board.energy.result();
            step = std::max(step, result.median_step);
            device_seconds += seconds;
            first = std::min(first, board.first_line);
            last = std::max(last, board.last_line);
            all += result.joules;
            add(run, board, result);
        }
        if (boards_.size() > max_lines_of_boards) run.energies = {{"accelerators", all, "J"}};
        run.rows = fmt::format("rows {} to {}", first, last);
        run.begin = Moment{begin, is_instant_};
        // Boards are read a few milliseconds apart, each over its own time; what began or ended later by more
        // than a reading lengthens the run.
        const double whole = std::chrono::duration<double>(end - begin).count();
        const double seconds = whole - longest > step ? whole : longest;
        run.seconds = seconds;
        if (std::abs(device_seconds - seconds * static_cast<double>(boards_.size())) > 1e-3 * device_seconds)
            run.device_seconds = device_seconds;
        if (!duplicates_.empty())
            input_.note(duplicates_.text(), "repeats the reading above it: counted once");
        input_.logs.runs.push_back(std::move(run));
    }

    void add(LoggedRun& run, const NvidiaBoard& board, const BoardEnergy::Result& result) {
        run.energies.push_back({"gpu_" + (board_at_ ? board.key : std::string("0")), result.joules, "J"});
        run.devices.push_back({board.name, 1, {input_.file, board.first_line, 0}});
        if (board_at_ && lower_case(split_heading(table_.headings()[*board_at_]).name) == "uuid")
            run.metered.push_back("gpu:" + board.key);
        if (!board.missing.empty()) {
            input_.note(board.missing.text(),
                        fmt::format("board {} has no reading of its power there: bridged by a straight line",
                                    board.key));
        }
        for (const BoardEnergy::Gap& gap : result.longest) {
            input_.note(fmt::format("rows {} and {}", gap.from, gap.to),
                        fmt::format("board {} has no reading for {:.6g} s between them, more than 10 times "
                                    "the median step: a "
                                    "gap, left out",
                                    board.key, gap.seconds));
        }
        if (result.gaps > 0) {
            run.remarks.push_back(
                fmt::format("board {}: {} gaps, {:.6g} s of {:.6g} s, are left out of its energy", board.key,
                            result.gaps, result.gap_seconds, result.gap_seconds + result.seconds));
        }
    }

    LogInput& input_;
    CsvReader table_;
    std::optional<LocalClock> clock_;
    std::size_t power_at_ = 0;
    std::optional<std::size_t> board_at_, name_at_;
    std::vector<NvidiaBoard> boards_;
    std::map<std::string, std::size_t, std::less<>> by_key_;
    std::size_t last_board_ = 0;
    RowList duplicates_;
    bool is_instant_ = false;
    int faults_ = 0;
};

class NvidiaReader final : public LogReader {
public:
    void read(LogInput& input) override { NvidiaTable(input).read(); }
};

constexpr LogFormat nvidia_smi_format = {
    "nvidia-smi", "nvidia-smi --query-gpu=… --format=csv",
    [](const LogHead& head) {
        return head.has_column("timestamp") &&
               (head.has_column("power.draw") || head.has_column("power.draw.average") ||
                head.has_column("power.draw.instant"));
    },
    [] { return std::unique_ptr<LogReader>(std::make_unique<NvidiaReader>()); }};

}  // namespace

const LogFormat& nvidia_smi_log() {
    return nvidia_smi_format;
}

}  // namespace lca
