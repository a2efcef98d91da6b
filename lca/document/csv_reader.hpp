#pragma once
// Tables of text (CSV), one row in memory at a time: nothing is ignored, padded or guessed.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/document/line_reader.hpp"

namespace lca {

struct CsvOptions {
    char separator = ',';
    bool has_headings = true;
    std::size_t max_line_bytes = LineReader::max_bytes;
    std::size_t max_cells = 1000;
    bool empty_rows = false;  // of one column: an empty line between others is a row with an empty cell
};

/// Reads a table row by row. Cells are separated by commas unless the options say otherwise; blanks around a
/// cell do not count; a cell in double quotes may hold separators, doubled quotes and line ends. Empty lines
/// are ignored unless the options say otherwise. A row of another width than the headings is a fault, and
/// reading ends there; but a last line that is short and has no line end was cut while it was written: it is
/// left out, with a warning.
class CsvReader {
public:
    /// `file` is the source that faults name. What it refers to must outlive it. Reads the headings.
    CsvReader(ByteSource& bytes, std::uint32_t file, Diagnostics& diagnostics, CsvOptions options = {});

    /// The cells of the first row; none where the table has no headings, or where reading them failed.
    const std::vector<std::string>& headings() const { return headings_; }
    /// The column under a heading, letter case aside; empty if there is none or more than one.
    std::optional<std::size_t> find(std::string_view heading) const;
    /// Finds a column; a missing or duplicate heading is an error at the first line.
    std::optional<std::size_t> column(std::string_view heading);

    /// The next row. False at the end, or after a fault.
    bool next();
    /// Valid until the next row is read.
    std::span<const std::string_view> cells() const { return {cells_.data(), count_}; }
    std::string_view cell(std::size_t column) const { return cells_[column]; }
    /// The line that the row starts on, counted from 1.
    std::uint32_t line() const { return empty_line_ != 0 ? empty_line_ : lines_.number(); }
    /// Where a cell of the row starts.
    Place place(std::size_t column) const;
    Place place() const { return lines_.place(0); }

    bool good() const { return good_ && lines_.good(); }
    /// Whether the last line was cut in the middle: all rows before it were read.
    bool cut() const { return cut_; }
    /// Whether a line end follows the row: what was cut while it was written has none.
    bool line_has_end() const { return lines_.has_end(); }
    /// Warns where the row read last has no line end: its last cell may be shorter than it was meant to be.
    void warn_of_open_end();

    /// Whether the file ends in the middle of a number: the row has no line end, and `column`, its last cell,
    /// is not a number. Then this warns and reading ends; the row must not be used.
    bool number_is_cut(std::size_t column);

    /// A fault at a cell: "column `power.draw`: `x` is not a number".
    void fault(std::size_t column, std::string_view message, std::string expected, std::string hint = {});
    /// The finite number of a cell; a fault where it is none.
    std::optional<double> number(std::size_t column);
    /// Reads a number that cannot be negative.
    std::optional<double> amount(std::size_t column);

private:
    void read_headings();
    bool next_line();
    bool empty_row();
    bool split();
    bool split_quoted();
    bool take_quoted(std::size_t& at);
    bool add_cell(std::size_t begin, std::size_t end);
    bool has_room(std::size_t at);
    bool check_width();
    bool fault_at(Place place, std::string message, std::string expected, std::string hint = {});

    LineReader lines_;
    Diagnostics& diagnostics_;
    CsvOptions options_;
    std::vector<std::string> headings_;
    std::vector<std::string_view> cells_;  // those of the row, then unused ones
    std::size_t count_ = 0;                // cells of the row
    std::vector<std::size_t> starts_;      // by cell of a row with quotes: its offset in the line
    std::string unquoted_;                 // cells without their doubled quotes
    Place headings_at_;
    std::size_t width_ = 0;
    bool good_ = true, cut_ = false;
    std::uint32_t empty_line_ = 0;       // the row is this empty line, above that of lines_
    std::uint32_t last_empty_line_ = 0;  // the last of the empty lines above that of lines_
    std::optional<Place> open_end_;      // the start of the last row, if no line end follows it
};

/// A hint where a table has one heading that holds another separator; "" elsewhere.
std::string other_separator(std::span<const std::string> headings, char separator);

/// A heading and the unit that it states in brackets at its end: `power.draw [W]`, `energy (kWh)`. The unit
/// is empty where none is stated; what is written without brackets (`energy_kwh`) is not guessed.
struct HeadingText {
    std::string_view name, unit;
};
HeadingText split_heading(std::string_view heading);

/// A number and the unit after it, as cells state them: `120.35 W`, `42 %`, `4.58M`; the unit is empty in
/// `120.35`. The number is not checked.
struct MeasureText {
    std::string_view number, unit;
};
MeasureText split_measure(std::string_view cell);

/// The number that a whole cell is, where that is above 0 and has at most 15 digits, no sign and no exponent;
/// else a negative one.
double plain_number(std::string_view cell);

/// The number that a whole cell is, by the grammar of parse_number(), faster in the plain cases.
Parsed<double> parse_cell(std::string_view cell);

}  // namespace lca
