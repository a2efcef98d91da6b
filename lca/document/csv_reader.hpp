#pragma once
// Reads tables of text (CSV), one row in memory at a time; no cell is ignored, padded or guessed.

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
    bool empty_rows = false;  // in a table of one column, an empty line between others is an empty cell
};

/// Reads a table row by row. Cells are separated by commas unless the options state another separator; blanks
/// around a cell are dropped; a cell in double quotes may contain separators, doubled quotes and line ends.
/// Empty lines are ignored unless the options state otherwise. A row with more or fewer cells than headings
/// is an error, after which nothing is read; but a short last line without a line end, cut off while it was
/// being written, is left out with a warning.
class CsvReader {
public:
    /// Reads the headings. `file` is the source that faults name. `bytes` and `diagnostics` must outlive it.
    CsvReader(ByteSource& bytes, std::uint32_t file, Diagnostics& diagnostics, CsvOptions options = {});

    /// The cells of the first row; empty if the table has no headings or they could not be read.
    const std::vector<std::string>& headings() const { return headings_; }
    /// The index of the column with this heading (letter case ignored); empty if there is none or several.
    std::optional<std::size_t> find(std::string_view heading) const;
    /// As find(), but if there is none or several, this is reported as an error at the first line.
    std::optional<std::size_t> column(std::string_view heading);

    /// Reads the next row. False at the end, or after an error.
    bool next();
    /// The cells of the row; valid until the next row is read.
    std::span<const std::string_view> cells() const { return {cells_.data(), count_}; }
    std::string_view cell(std::size_t column) const { return cells_[column]; }
    /// The number of the line on which the row starts, from 1.
    std::uint32_t line() const { return empty_line_ != 0 ? empty_line_ : lines_.number(); }
    /// The place at which a cell of the row starts.
    Place place(std::size_t column) const;
    Place place() const { return lines_.place(0); }

    bool good() const { return good_ && lines_.good(); }
    /// Whether the last line was cut off in the middle; all rows before it were read.
    bool is_truncated() const { return truncated_; }
    /// Whether the row has a line end; a row that was cut off while it was being written has none.
    bool line_has_end() const { return lines_.has_end(); }
    /// Warns if the last row read has no line end, as its last cell may be cut off.
    void warn_of_open_end();

    /// Whether the file ends in the middle of a number: the row has no line end, and `column` is its last
    /// cell and not a number. Then a warning is reported, reading ends, and the row must not be used.
    bool number_is_truncated(std::size_t column);

    /// Reports an error in a cell of the row: "column `power.draw`: `x` is not a number".
    void fault(std::size_t column, std::string_view message, std::string expected, std::string hint = {});
    /// The number in a cell; empty, with an error reported, if it is not a finite number.
    std::optional<double> number(std::size_t column);
    /// As number(), but a negative number is an error, too.
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
    std::vector<std::string_view> cells_;  // the cells of the row come first; the rest is unused
    std::size_t count_ = 0;                // number of cells of the row
    std::vector<std::size_t> starts_;      // for a row with quotes: each cell's offset in the line
    std::string unquoted_;                 // cells that had doubled quotes, with single ones
    Place headings_at_;
    std::size_t width_ = 0;
    bool good_ = true, truncated_ = false;
    std::uint32_t empty_line_ = 0;       // number of the empty line that is the row; 0 if the row has content
    std::uint32_t last_empty_line_ = 0;  // the last of the empty lines before the line in lines_
    std::optional<Place> open_end_;      // start of the last row read, if it has no line end
};

/// A hint if a table has only one heading and that contains another separator; else "".
std::string other_separator(std::span<const std::string> headings, char separator);

/// A heading and the unit in brackets at its end: `power.draw [W]`, `energy (kWh)`. The unit is empty if
/// there is none in brackets; a unit without brackets (`energy_kwh`) is not recognised.
struct HeadingText {
    std::string_view name, unit;
};
HeadingText split_heading(std::string_view heading);

/// A number and the unit after it, as cells have them: `120.35 W`, `42 %`, `4.58M`; the unit of `120.35` is
/// empty. The number is not checked.
struct MeasureText {
    std::string_view number, unit;
};
MeasureText split_measure(std::string_view cell);

/// The number in a cell if it is above 0 and has at most 15 digits, no sign and no exponent; else a negative
/// number.
double plain_number(std::string_view cell);

/// The number in a cell, by the grammar of parse_number(), but faster for numbers in simple forms.
Parsed<double> parse_cell(std::string_view cell);

}  // namespace lca
