#pragma once
// Flat rows for spreadsheets: one kind of thing per column, numbers unrounded. They come one by one, so that
// a long table is never held whole.

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

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
    /// No row follows for a while, or ever: what is kept back goes on its way.
    virtual void flush() {}
};

/// Makes a table, row by row.
using RecordSource = std::function<void(RecordSink&)>;

/// A table that is held whole.
struct Records {
    using Cell = RecordSink::Cell;
    std::vector<std::string> columns;
    std::vector<std::vector<Cell>> rows;

    static Cell number(std::optional<double> value, double unit = 1);  // in units of `unit`
    static Cell text(std::string_view text);                           // empty where it is

    void write(RecordSink& sink) const;
};

/// All rows of a source.
Records collect(const RecordSource& source);

/// A table that is made in one piece.
template <class Make>
RecordSource all_rows(Make make) {
    return [make](RecordSink& sink) { make().write(sink); };
}

}  // namespace lca
