#pragma once
// The result of a command, for any output format: a page for people, records for spreadsheets, JSON for
// programs.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/page/page.hpp"

namespace lca {

/// A number that keeps its digits as written: "0.10".
struct Numeral {
    std::string text;
};

/// Receives the rows of a table one by one.
class RecordSink {
public:
    using Cell = std::variant<std::monostate, double, std::string, Numeral>;  // monostate: an empty cell

    virtual ~RecordSink() = default;
    /// Receives the names of the columns; called once, before the first row.
    virtual void columns(std::span<const std::string> names) = 0;
    /// Receives a row: a cell for each column; cells missing at the end are empty.
    virtual void row(std::span<const Cell> cells) = 0;
    /// Writes out what is buffered, as there may be no further row for a while, or at all.
    virtual void flush() {}
};

/// One part of a table whose rows are divided into several parts; all parts in order are the whole table.
struct Shard {
    std::uint64_t part = 1, parts = 1;  // `part` is counted from 1

    /// Parses a text such as "3/8": part 3 of 8.
    static Parsed<Shard> parse(std::string_view text);

    bool is_first() const { return part == 1; }
    bool is_last() const { return part == parts; }
    bool is_whole() const { return parts == 1; }
    /// The number of the first row of this part, and of the first row after it, in a table of `rows` rows.
    std::uint64_t begin(std::uint64_t rows) const { return rows * (part - 1) / parts; }
    std::uint64_t end(std::uint64_t rows) const { return rows * part / parts; }
};

/// Passes the rows of a table to a sink, one by one.
using RecordSource = std::function<void(RecordSink&)>;

/// A table that is in memory as a whole.
struct Records {
    using Cell = RecordSink::Cell;
    std::vector<std::string> columns;
    std::vector<std::vector<Cell>> rows;

    static Cell number(std::optional<double> value, double unit = 1);  // `value` counted in `unit`
    static Cell text(std::string_view text);                           // an empty cell for ""

    void write(RecordSink& sink) const;
};

/// All rows of a source, in memory.
Records collect(const RecordSource& source);

/// Makes a source from a function that returns a whole table.
template <class Make>
RecordSource all_rows(Make make) {
    return [make](RecordSink& sink) { make().write(sink); };
}

/// Receives a text piece by piece.
using TextSink = std::function<void(std::string_view)>;

/// A result in all its forms. Each form is made only when requested; records and JSON may come in pieces.
struct Report {
    std::function<Page()> page;
    RecordSource records;
    std::function<void(const TextSink&)> json;
    /// One object on each line, for a result that consists of rows (a sweep); null for other results.
    std::function<void(const TextSink&)> json_lines = {};
};
/// Makes a function that passes on a whole text from one that returns it.
template <class Make>
std::function<void(const TextSink&)> at_once(Make make) {
    return [make](const TextSink& sink) { sink(make()); };
}

/// The report of a result; its page, records and JSON are made by the functions `page_of`, `records_of` and
/// `json_of`. Keeps a reference to the result.
template <class Answer, class... Options>
Report in_every_form(const Answer& answer, const Options&... options) {
    return {[&answer, options...] { return page_of(answer, options...); },
            all_rows([&answer] { return records_of(answer); }),
            at_once([&answer] { return json_of(answer); })};
}

/// How text output looks.
struct Style {
    std::size_t width = 80;
    bool colour = false;
    bool ascii = false;    // whether bars, rules and signs must be ASCII
    bool headings = true;  // whether records have headings; false if they continue a table
};

/// An output format. To add one, add a file format_NAME.cpp that defines `const Format& NAME_format()`, and
/// list it in CMake.
struct Format {
    std::string_view name;
    std::string_view help;
    void (*write)(const Report& report, const Style& style, const TextSink& sink);
    bool is_page = false;     // whether it is for people and shows the warnings
    bool of_rows = false;     // whether it is only for results that consist of rows (a sweep)
    bool appendable = false;  // whether the outputs of all parts of the rows, joined, are the whole output
};

/// All formats, sorted by name (a generated table). Each command offers those among them that its result
/// can have.
std::span<const Format* const> formats();
/// The format with this name; null if there is none.
const Format* find_format(std::string_view name);

/// The writers of the formats.
std::string write_text(const Page& page, const Style& style);
std::string write_markdown(const Page& page);
std::string write_csv(const Records& records);
/// A JSON array with an object for each row, with the columns as keys; empty cells are null.
std::string write_json_records(const Records& records);

}  // namespace lca
