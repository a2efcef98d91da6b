#pragma once
// What a command answers, in whichever form it is asked for: a page for people, records for spreadsheets,
// JSON for programs.

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

/// A number that keeps the digits it was written with: "0.10".
struct Numeral {
    std::string text;
};

/// Takes a table row by row.
class RecordSink {
public:
    using Cell = std::variant<std::monostate, double, std::string, Numeral>;  // none: empty, "not assessed"

    virtual ~RecordSink() = default;
    /// The names of the columns; once, before the first row.
    virtual void columns(std::span<const std::string> names) = 0;
    /// One cell per column; a row may end early.
    virtual void row(std::span<const Cell> cells) = 0;
    /// Writes out what is buffered: no row follows for a while, or at all.
    virtual void flush() {}
};

/// One of several parts of a table's rows; the parts put together in order are all rows.
struct Shard {
    std::uint64_t part = 1, parts = 1;  // counted from 1

    /// "3/8".
    static Parsed<Shard> parse(std::string_view text);

    bool is_first() const { return part == 1; }
    bool is_last() const { return part == parts; }
    bool is_whole() const { return parts == 1; }
    /// The first row of the part, and the first after it, in a table of so many rows.
    std::uint64_t begin(std::uint64_t rows) const { return rows * (part - 1) / parts; }
    std::uint64_t end(std::uint64_t rows) const { return rows * part / parts; }
};

/// Makes a table, row by row.
using RecordSource = std::function<void(RecordSink&)>;

/// A table that is held whole.
struct Records {
    using Cell = RecordSink::Cell;
    std::vector<std::string> columns;
    std::vector<std::vector<Cell>> rows;

    static Cell number(std::optional<double> value, double unit = 1);  // in units of `unit`
    static Cell text(std::string_view text);                           // an empty cell for ""

    void write(RecordSink& sink) const;
};

/// All rows of a source.
Records collect(const RecordSource& source);

/// A table that is made in one piece.
template <class Make>
RecordSource all_rows(Make make) {
    return [make](RecordSink& sink) { make().write(sink); };
}

/// Takes a text piece by piece.
using TextSink = std::function<void(std::string_view)>;

/// An answer. Each form is made only when it is asked for; records and JSON may be long and come in pieces.
struct Report {
    std::function<Page()> page;
    RecordSource records;
    std::function<void(const TextSink&)> json;
    /// An object a line, for an answer that is rows (a sweep); null for others.
    std::function<void(const TextSink&)> json_lines = {};
};
/// A text that is made in one piece.
template <class Make>
std::function<void(const TextSink&)> at_once(Make make) {
    return [make](const TextSink& sink) { sink(make()); };
}

/// The report of an answer whose page, records and JSON the functions `page_of`, `records_of` and `json_of`
/// make; refers to the answer.
template <class Answer, class... Options>
Report in_every_form(const Answer& answer, const Options&... options) {
    return {[&answer, options...] { return page_of(answer, options...); },
            all_rows([&answer] { return records_of(answer); }),
            at_once([&answer] { return json_of(answer); })};
}

/// How text is laid out.
struct Style {
    std::size_t width = 80;
    bool colour = false;
    bool ascii = false;    // bars, rules and signs of a terminal that has no others
    bool headings = true;  // of records; without, they continue a table that was begun elsewhere
};

/// An output format: a name and a function. A new one is one file, format_NAME.cpp, that defines
/// `const Format& NAME_format()`; CMake lists it.
struct Format {
    std::string_view name;
    std::string_view help;
    void (*write)(const Report& report, const Style& style, const TextSink& sink);
    bool is_page = false;     // for people: warnings are on it
    bool of_rows = false;     // only for answers that are rows (a sweep)
    bool appendable = false;  // parts of the rows, one behind the other, are the whole
};

/// All formats, by name (a generated table). Whoever offers them leaves out those that its answer cannot
/// have.
std::span<const Format* const> formats();
/// The format of a name, or null.
const Format* find_format(std::string_view name);

/// The writers themselves.
std::string write_text(const Page& page, const Style& style);
std::string write_markdown(const Page& page);
std::string write_csv(const Records& records);
/// An array with one object per row, keys as the columns; empty cells are null.
std::string write_json_records(const Records& records);

}  // namespace lca
