// Reads the rows of a table of boards, with their times and powers, and reports what is wrong with them.

#include "models/logs/board_table.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/units/quantities.hpp"
#include "lca/units/quantity.hpp"

namespace lca {
namespace {

constexpr std::size_t max_boards = 4096;
constexpr double max_watts = 1e10;  // per row: no data centre uses 10 GW

class BoardTable {
public:
    using Note = std::function<void(std::string rows, std::string reason)>;

    BoardTable(const BoardInput& input, const BoardColumns& columns, const Note& note)
        : input_(input), columns_(columns), note_(note), table_(input.bytes, input.file, input.diagnostics) {
        if (input.zone != nullptr) clock_.emplace(*input.zone);
    }

    std::optional<BoardReadings> read() {
        if (!find_columns()) return std::nullopt;
        while (table_.next() && faults_ < max_faults && !is_truncated()) {
            if (!read_row()) ++faults_;
        }
        if (!table_.good() || faults_ > 0 || !drop_silent_boards()) return std::nullopt;
        return std::move(made_);
    }

private:
    static constexpr int max_faults = 20;

    /// Notes an incomplete last line, as in the log of a program that was killed: its number may be cut.
    bool is_truncated() {
        if (table_.line_has_end()) return false;
        note_(fmt::format("row {}", table_.line()),
              "has no line end: it was cut off while it was written; excluded");
        return true;
    }

    /// The first of `names` that is a heading of the table, ignoring units and case.
    std::optional<std::size_t> find(std::span<const std::string_view> names) const {
        for (const std::string_view name : names) {
            for (std::size_t i = 0; i < table_.headings().size(); ++i) {
                if (lower_case(split_heading(table_.headings()[i]).name) == lower_case(name)) return i;
            }
        }
        return std::nullopt;
    }

    bool find_columns() {
        if (!table_.good()) return false;
        const auto stamp = find(columns_.stamp), power = find(columns_.power);
        // `column` reports the missing heading, and those that there are
        if (!stamp) return table_.column(columns_.stamp[0]).has_value();
        if (!power) return table_.column(columns_.power[0]).has_value();
        stamp_at_ = *stamp;
        power_at_ = *power;
        board_at_ = find(columns_.board);
        name_at_ = find(columns_.name);
        made_.names_boards = board_at_.has_value();
        made_.by_uuid = board_at_ && lower_case(split_heading(table_.headings()[*board_at_]).name) == "uuid";
        return find_unit();
    }

    bool find_unit() {
        const std::string_view unit = split_heading(table_.headings()[power_at_]).unit;
        watts_ = columns_.watts;
        if (unit.empty() && watts_ > 0) return true;
        const Parsed<UnitText> parsed = parse_unit(unit);
        const auto* known = std::get_if<UnitText>(&parsed);
        if (known && known->dimension == dimension_of<unit::Power>()) {
            watts_ = known->factor;
            return true;
        }
        input_.diagnostics.error(
            {input_.file, 1, 0},
            unit.empty() ? fmt::format("the heading `{}` states no unit", shown(table_.headings()[power_at_]))
                         : fmt::format("the power is in {}", in_quotes(unit)),
            "a power, such as `power [W]`");
        return false;
    }

    static bool is_missing(std::string_view cell) {
        return cell.empty() || cell == "N/A" || cell == "NaN" || cell == "nan" ||
               (cell.front() == '[' && cell.back() == ']');
    }

    bool read_row() {
        LoggedBoard* const board = board_of_row();
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
        const std::string wrong = read_stamp(table_.cell(stamp_at_), previous, moment);
        if (!wrong.empty()) {
            table_.fault(stamp_at_, wrong, fmt::format("a time such as `{}`", columns_.example));
            return false;
        }
        made_.is_instant = moment.is_instant;
        return count(*board, moment.at, *watts);
    }

    std::string read_stamp(std::string_view cell, std::optional<Instant> previous, Moment& moment) {
        constexpr std::size_t digits_of_milliseconds = 12;
        if (columns_.has_unix_times && cell.find_first_not_of("0123456789.") == std::string_view::npos) {
            moment.is_instant = true;
            const bool whole = cell.find('.') == std::string_view::npos;
            return std::string(whole && cell.size() >= digits_of_milliseconds
                                   ? read_epoch_milliseconds(cell, moment.at)
                                   : read_epoch_seconds(cell, moment.at));
        }
        return read_moment(cell, input_.zone, clock_ ? &*clock_ : nullptr, previous, moment);
    }

    bool count(LoggedBoard& board, Instant time, double watts) {
        switch (board.energy.add(time, watts, table_.line())) {
            case BoardEnergy::AddOutcome::counted:
                if (input_.visit) (*input_.visit)(board, last_board_, time, watts);
                return true;
            case BoardEnergy::AddOutcome::duplicate:
                made_.duplicates.add(table_.line());
                return true;
            case BoardEnergy::AddOutcome::conflict:
                table_.fault(power_at_,
                             fmt::format("board {} has another power at the same time in row {}",
                                         in_quotes(board.key), board.energy.last_line()),
                             "one reading of a board at a time");
                return false;
            case BoardEnergy::AddOutcome::backwards:
                break;
        }
        table_.fault(
            stamp_at_,
            fmt::format("the time is earlier than row {} of the same board", board.energy.last_line()),
            "readings of each board in the order of time",
            input_.zone == nullptr
                ? fmt::format("if clocks went back, `{}` distinguishes the two hours", input_.zone_option)
                : "");
        return false;
    }

    LoggedBoard* board_of_row() {
        std::vector<LoggedBoard>& boards = made_.boards;
        const std::string_view key = board_at_ ? table_.cell(*board_at_) : std::string_view("0");
        // Most logs list their boards in the same order again and again.
        const std::size_t next = last_board_ + 1 < boards.size() ? last_board_ + 1 : 0;
        if (next < boards.size() && boards[next].key == key) return &boards[last_board_ = next];
        if (board_at_ && is_missing(key)) {
            table_.fault(*board_at_, "no board is named", "the same name in each row of a board");
            return nullptr;
        }
        const auto found = by_key_.find(key);
        if (found != by_key_.end()) return &boards[last_board_ = found->second];
        if (boards.size() == max_boards) {
            table_.fault(*board_at_, "too many boards", fmt::format("at most {}", max_boards));
            return nullptr;
        }
        by_key_.emplace(std::string(key), boards.size());
        last_board_ = boards.size();
        LoggedBoard& board = boards.emplace_back();
        board.key = key;
        board.first_line = table_.line();
        if (name_at_) board.name = table_.cell(*name_at_);
        return &board;
    }

    /// The power in a cell in W: "120.35 W", or "120.35" if the heading states the unit.
    std::optional<double> watts_of(std::string_view cell) {
        double factor = watts_;
        if (cell.ends_with(" W")) {
            cell.remove_suffix(2);
            factor = 1;
        }
        const Parsed<double> parsed = parse_cell(cell);
        const double* const number = std::get_if<double>(&parsed);
        if (number != nullptr && *number >= 0 && *number * factor <= max_watts) return *number * factor;
        constexpr std::string_view expected = "watts, such as `120.35 W`";
        const MeasureText measure = split_measure(cell);
        if (!measure.unit.empty() && is_letter(measure.unit[0])) {
            table_.fault(power_at_, fmt::format("a power in {}", in_quotes(measure.unit)),
                         std::string(expected));
            return std::nullopt;
        }
        const TextFault* const wrong = std::get_if<TextFault>(&parsed);
        std::string message = "a negative power";
        if (wrong != nullptr) message = wrong->message;
        if (number != nullptr && *number >= 0) message = "not a plausible power: above 10 GW";
        table_.fault(power_at_, message, std::string(expected), wrong != nullptr ? wrong->hint : "");
        return std::nullopt;
    }

    bool drop_silent_boards() {
        std::vector<LoggedBoard>& boards = made_.boards;
        std::erase_if(boards, [this](const LoggedBoard& board) {
            if (board.energy.empty() && !board.missing.empty())
                note_(board.missing.text(), fmt::format("board {} has no power reading", board.key));
            return board.energy.empty();
        });
        if (boards.empty()) {
            input_.diagnostics.error(table_.place(), "no row has a power reading");
            return false;
        }
        const auto once = [](const LoggedBoard& board) { return board.energy.begin() == board.energy.end(); };
        if (std::all_of(boards.begin(), boards.end(), once)) {
            input_.diagnostics.error(table_.place(), "only one reading per board, but energy needs two",
                                     "two readings or more");
            return false;
        }
        return true;
    }

    const BoardInput& input_;
    const BoardColumns& columns_;
    const Note& note_;
    CsvReader table_;
    std::optional<LocalClock> clock_;
    double watts_ = 1;
    std::size_t stamp_at_ = 0, power_at_ = 0;
    std::optional<std::size_t> board_at_, name_at_;
    BoardReadings made_;
    std::map<std::string, std::size_t, std::less<>> by_key_;
    std::size_t last_board_ = 0;
    int faults_ = 0;
};

}  // namespace

std::optional<BoardReadings> read_boards(
    const BoardInput& input, const BoardColumns& columns,
    const std::function<void(std::string rows, std::string reason)>& note) {
    return BoardTable(input, columns, note).read();
}

}  // namespace lca
