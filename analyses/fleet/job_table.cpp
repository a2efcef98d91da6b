#include "analyses/fleet/job_table.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/base/zoned_time.hpp"
#include "lca/document/csv_reader.hpp"
#include "models/compile/session.hpp"

namespace lca::fleet {
namespace {

constexpr char between = '\0';  // separates texts; no cell of a file has a NUL
/// A block that begins with more drops all of them first; a block ends when there are twice as many.
constexpr std::size_t max_kinds = 4'096;  // of rows
constexpr std::size_t many_kinds = 256;   // of rows: above it blocks are longer, so that rows share kinds
constexpr std::size_t longer_blocks = 8;  // times as long

/// "2024-03" of "2024-03-11T10:00:00Z": the month as written, in whichever time zone; "" if not a date.
std::string_view month_of(std::string_view text) {
    constexpr std::string_view shape = "dddd-dd-dd";
    if (text.size() < shape.size()) return {};
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (shape[i] == '-' ? text[i] != '-' : !digit) return {};
    }
    const int month = (text[5] - '0') * 10 + (text[6] - '0');
    return month >= 1 && month <= 12 ? text.substr(0, 7) : std::string_view();
}

/// Whether a cell has only digits and points, so that it cannot have a unit.
bool is_number(std::string_view cell) {
    return std::all_of(cell.begin(), cell.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

/// Whether a cell is a number followed by a unit.
bool has_own_unit(std::string_view cell) {
    const Parsed<Quantity> quantity = parse_quantity(cell);
    const auto* const one = std::get_if<Quantity>(&quantity);
    return one && !one->bare;
}

std::string unit_is_stated(const BoundColumn& column) {
    return column.unit.empty() ? std::string("a number without a unit")
                               : fmt::format(
                                     "the unit of the whole column is stated, [{}]: write the number "
                                     "alone, or take the unit out of the heading or `--map`",
                                     shown(column.unit));
}

}  // namespace

std::string BoundColumn::text(std::string_view cell_text) const {
    return unit.empty() ? std::string(cell_text) : fmt::format("{} {}", cell_text, unit);
}

void RowBlock::clear() {
    first = count = 0;
    lines.clear();
    kinds.clear();
    for (std::vector<double>& column : numbers) column.clear();
    starts.instants.clear();
    starts.texts.clear();
    starts.ends.clear();
    ids.clear();
    groups.clear();
    faults.clear();
}

JobTable::JobTable(Session& session, const FleetTable& table, const FleetOptions& options)
    : session_(session), source_(&table) {
    file_ = session.sources().add({.name = table.name == "/dev/stdin" ? "<stdin>" : table.name,
                                   .text = {},
                                   .sha256 = {},
                                   .kind = Source::Kind::argument});              // no file of the scenario
    const Pipes pipes = options.cluster.empty() ? Pipes::read : Pipes::rejected;  // a cluster needs two reads
    rows_ = open_rows(table, pipes, file_, session.diagnostics());
    if (!rows_->whole()) throw InputError("the table cannot be read");
    bind(options);
    if (!advance()) refuse({file_, 2, 0}, "the table has no rows", "a row below the headings");
    row_waits_ = true;
    first_line_ = rows_->line();
    for (const BoundColumn& column : columns_) first_cells_.emplace_back(rows_->cell(column.cell));
}

JobTable::~JobTable() = default;

void JobTable::refuse(Place place, std::string message, std::string expected, std::string hint) const {
    session_.diagnostics().error(place, std::move(message), std::move(expected), std::move(hint));
    throw InputError("nothing was evaluated");
}

/// The index of the column with this heading (without its unit), which the option `named_by` names.
std::size_t JobTable::find(std::string_view column, std::string_view named_by) const {
    const Place place{file_, 1, 0};
    std::optional<std::size_t> found;
    std::vector<std::string> known;
    for (std::size_t i = 0; i < rows_->headings().size(); ++i) {
        const std::string_view name = split_heading(rows_->headings()[i]).name;
        known.emplace_back(name);
        if (!same_letters(name, column)) continue;
        if (found)
            refuse(place, fmt::format("the column `{}` appears twice", shown(column)), "each heading once");
        found = i;
    }
    if (found) return *found;
    std::string hint = other_separator(known, ',');
    if (hint.empty()) hint = did_you_mean(column, std::span<const std::string>(known));
    for (std::string& one : known) one = in_quotes(one);
    constexpr std::size_t few = 12;
    known.resize(std::min(known.size(), few));
    refuse(place, fmt::format("there is no column `{}`, which {} names", shown(column), named_by),
           "one of " + listed(known), std::move(hint));
}

/// Throws if another column sets the same path, or a path that contains it or that it contains.
void JobTable::refuse_overlap(const BoundColumn& column) const {
    for (const BoundColumn& other : columns_) {
        if (other.path == column.path)
            throw InputError(fmt::format("--map gives `{}` two columns: `{}` and `{}`", shown(column.path),
                                         shown(other.heading), shown(column.heading)));
        const bool is_outer = column.path.size() < other.path.size();
        const std::string& outer = is_outer ? column.path : other.path;
        const std::string& inner = is_outer ? other.path : column.path;
        if (inner.starts_with(outer + "."))
            throw InputError(
                fmt::format("--map gives `{}` and `{}`, which is part of it: one of the columns "
                            "would not count",
                            shown(outer), shown(inner)));
    }
}

void JobTable::bind(const FleetOptions& options) {
    for (const FleetColumn& mapped : options.map) {
        BoundColumn column{.heading = mapped.column, .path = mapped.path, .unit = mapped.unit};
        refuse_overlap(column);
        column.cell = find(mapped.column, "--map");
        const std::string_view stated = split_heading(rows_->headings()[column.cell]).unit;
        if (!stated.empty() && !mapped.unit.empty())
            refuse({file_, 1, 0},
                   fmt::format("the unit of `{}` is stated twice: `{}` in its heading, `{}` by --map",
                               shown(mapped.column), shown(stated), shown(mapped.unit)),
                   "one of them");
        if (!stated.empty()) column.unit = stated;
        if (!column.unit.empty()) {
            const Parsed<UnitText> unit = parse_unit(column.unit);
            if (const auto* fault = std::get_if<TextFault>(&unit))
                refuse({file_, 1, 0},
                       fmt::format("the unit of `{}`: {}", shown(mapped.column), fault->message),
                       fault->expected, fault->hint);
            column.factor = std::get<UnitText>(unit).factor;
            column.dimension = std::get<UnitText>(unit).dimension;
            column.numeric = true;
        }
        columns_.push_back(std::move(column));
    }
    const auto is_start = [](const BoundColumn& one) {
        return one.path.starts_with("activities.") && one.path.ends_with(".start");
    };
    const auto start = std::find_if(columns_.begin(), columns_.end(), is_start);
    if (std::count_if(columns_.begin(), columns_.end(), is_start) == 1) start->start = true;
    if (!options.id.empty()) id_ = find(options.id, "--id");
    for (const FleetKey& key : options.by) {
        const std::pair<std::size_t, bool> cell(find(key.column, "--by"), key.month);
        if (std::find(keys_.begin(), keys_.end(), cell) != keys_.end())
            throw InputError(fmt::format("--by names the column `{}` twice", shown(key.column)));
        keys_.push_back(cell);
    }
}

void JobTable::start_again() {
    rows_ = open_rows(*source_, Pipes::rejected, file_, session_.diagnostics());
    forget_kinds();
    group_numbers_.clear();
    group_cells_.clear();
    next_row_ = 0;
    row_waits_ = false;
}

void JobTable::only(std::uint64_t begin, std::uint64_t end) {
    begin_ = begin;
    end_ = end;
}

/// Moves to the next row; false after the last. Throws if the table ends within a row or is malformed, as
/// rows would be missing.
bool JobTable::advance() {
    if (std::exchange(row_waits_, false)) return true;
    if (rows_->next()) return true;
    if (!rows_->whole()) throw InputError("the table is incomplete, so that rows would be left out");
    rows_->warn_of_open_end();
    return false;
}

bool JobTable::read(RowBlock& block, std::size_t max_rows) {
    block.clear();
    block.numbers.resize(columns_.size());
    if (kinds_.size() > max_kinds) forget_kinds();
    if (kinds_.size() > many_kinds) max_rows *= longer_blocks;
    while (next_row_ < begin_ && advance()) ++next_row_;
    block.first = next_row_;
    while (block.count < max_rows && kinds_.size() < 2 * max_kinds && next_row_ < end_ && advance()) {
        take(block, block.count);
        ++block.count;
        ++next_row_;
    }
    return block.count > 0;
}

void JobTable::forget_kinds() {
    kinds_.clear();
    kind_numbers_.clear();
    last_kind_ = 0;
    ++forgotten_;
}

void JobTable::take(RowBlock& block, std::size_t row) {
    block.lines.push_back(rows_->line());
    for (std::size_t k = 0; k < columns_.size(); ++k) {
        if (columns_[k].numeric) take_number(block, row, k, block.numbers[k]);
        if (columns_[k].start) take_start(block, rows_->cell(columns_[k].cell));
    }
    block.kinds.push_back(kind_of_row());
    if (id_) block.ids.emplace_back(rows_->cell(*id_));
    if (!keys_.empty()) take_group(block, row);
}

void JobTable::take_number(RowBlock& block, std::size_t row, std::size_t k, std::vector<double>& to) {
    const BoundColumn& column = columns_[k];
    const std::string_view cell = rows_->cell(column.cell);
    to.push_back(0);
    if (cell.empty()) return fault(block, row, column.cell, "is empty");
    const bool is_bare = column.is_bare();
    double value = is_bare ? plain_number(cell) : -1;
    if (value > 0) {
        value *= column.factor;
    } else if (is_bare && (!column.unit.empty() || is_number(cell))) {
        const Parsed<double> number = parse_cell(cell);
        if (const auto* wrong = std::get_if<TextFault>(&number))
            return fault(block, row, column.cell, fmt::format("is `{}`: {}", shown(cell), wrong->message),
                         has_own_unit(cell) ? unit_is_stated(column) : wrong->hint);
        value = std::get<double>(number) * column.factor;
    } else {
        const Parsed<Quantity> quantity = parse_quantity(cell);
        if (const auto* wrong = std::get_if<TextFault>(&quantity))
            return fault(block, row, column.cell, fmt::format("is `{}`: {}", shown(cell), wrong->message),
                         wrong->hint);
        const Quantity& one = std::get<Quantity>(quantity);
        if (one.unit.dimension != column.dimension)
            return fault(block, row, column.cell,
                         fmt::format("is `{}`: {}, where {} belongs", shown(cell), name(one.unit.dimension),
                                     name(column.dimension)));
        value = one.value;
    }
    if (!within_range(value))
        return fault(block, row, column.cell, fmt::format("is `{}`, which is out of range", shown(cell)));
    if (column.whole && value != std::floor(value))
        return fault(block, row, column.cell,
                     fmt::format("is `{}`, where a whole number belongs", shown(cell)));
    to.back() = value;
}

void JobTable::take_start(RowBlock& block, std::string_view cell) {
    const std::optional<DatedInstant> time = dated_instant(cell);
    block.starts.instants.push_back(time ? time->instant : std::numeric_limits<double>::quiet_NaN());
    block.starts.texts += cell;
    block.starts.ends.push_back(block.starts.texts.size());
    year_ = time ? std::to_string(time->year) : std::string(cell);
}

std::string_view JobTable::text_of_kind(const BoundColumn& column) const {
    return column.start ? std::string_view(year_) : rows_->cell(column.cell);
}

bool JobTable::row_is_of(const RowKind& kind) const {
    std::string_view rest = kind.key;
    for (const BoundColumn& column : columns_) {
        if (column.numeric) continue;
        const std::string_view text = text_of_kind(column);
        if (!rest.starts_with(text) || rest.size() == text.size() || rest[text.size()] != between)
            return false;
        rest.remove_prefix(text.size() + 1);
    }
    return true;
}

/// The kind of the current row; adds it if it is new. Tries the kind of the row before, then the kind that
/// came after that one last time, before a search.
std::uint32_t JobTable::kind_of_row() {
    if (!kinds_.empty()) {
        const std::uint32_t next = kinds_[last_kind_].next;
        if (row_is_of(kinds_[last_kind_])) return last_kind_;
        if (row_is_of(kinds_[next])) return last_kind_ = next;
    }
    key_.clear();
    for (const BoundColumn& column : columns_) {
        if (column.numeric) continue;
        key_ += text_of_kind(column);
        key_ += between;
    }
    const auto [at, is_new] = kind_numbers_.try_emplace(key_, static_cast<std::uint32_t>(kinds_.size()));
    if (is_new) {
        RowKind& kind = kinds_.emplace_back();
        for (const BoundColumn& column : columns_) kind.cells.emplace_back(rows_->cell(column.cell));
        kind.key = key_;
    }
    if (kinds_.size() > 1) kinds_[last_kind_].next = at->second;
    return last_kind_ = at->second;
}

void JobTable::take_group(RowBlock& block, std::size_t row) {
    std::vector<std::string> cells;
    std::string key;
    for (const auto& [cell, month] : keys_) {
        std::string_view text = rows_->cell(cell);
        if (month) {
            const std::string_view found = month_of(text);
            if (found.empty())
                fault(block, row, cell, fmt::format("is `{}`, which is not a date", shown(text)),
                      "write it as 2024-03-11 or 2024-03-11T10:00:00Z");
            text = found;
        }
        cells.emplace_back(text);
        key += std::to_string(text.size());  // with its size, as a text from Python may hold any byte
        key += between;
        key += text;
    }
    const auto [at, is_new] =
        group_numbers_.try_emplace(key, static_cast<std::uint32_t>(group_cells_.size()));
    if (is_new) group_cells_.push_back(std::move(cells));
    block.groups.push_back(at->second);
}

void JobTable::fault(RowBlock& block, std::size_t row, std::size_t cell, std::string message,
                     std::string hint) {
    const std::string_view heading = split_heading(rows_->headings()[cell]).name;
    block.faults.try_emplace(
        row, RowFault{rows_->place(cell), fmt::format("`{}` {}", shown(heading), message), std::move(hint)});
}

std::uint64_t JobTable::count(const FleetTable& table) {
    Diagnostics ignored;  // errors are reported when the rows are read
    const std::unique_ptr<RowSource> source = open_rows(table, Pipes::rejected, 0, ignored);
    std::uint64_t rows = 0;
    while (source->next()) ++rows;
    return rows;
}

}  // namespace lca::fleet
