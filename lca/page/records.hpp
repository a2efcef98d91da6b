#pragma once
// Flat rows for spreadsheets: one kind of thing per column, numbers unrounded. They come one by one, so that
// a long table is never held whole.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lca/base/text.hpp"

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

/// A part of so many rows; the parts put together in order are all of them.
struct Shard {
    std::uint64_t part = 1, parts = 1;  // counted from 1

    /// "3/8".
    static Parsed<Shard> parse(std::string_view text);

    bool is_first() const { return part == 1; }
    bool is_last() const { return part == parts; }
    bool is_whole() const { return parts == 1; }
    /// Where it begins among so many rows, and where the next one does.
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
