#pragma once
// What a command answers, in whichever form it is asked for: a page for people, records for spreadsheets,
// JSON for programs.

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lca/page/page.hpp"

namespace lca {

/// Flat rows for spreadsheets: one kind of thing per column, numbers unrounded.
struct Records {
    using Cell = std::variant<std::monostate, double, std::string>;  // none: empty, "not assessed"
    std::vector<std::string> columns;
    std::vector<std::vector<Cell>> rows;

    static Cell number(std::optional<double> value, double unit = 1);  // in units of `unit`
    static Cell text(std::string_view text);                           // empty where it is
};

/// Takes a text piece by piece.
using TextSink = std::function<void(std::string_view)>;

/// An answer. Each form is made only when it is asked for; JSON may be long and comes in pieces.
struct Report {
    std::function<Page()> page;
    std::function<Records()> records;
    std::function<void(const TextSink&)> json;
};
/// A text that is made in one piece.
template <class Make>
std::function<void(const TextSink&)> at_once(Make make) {
    return [make](const TextSink& sink) { sink(make()); };
}

/// How text is laid out.
struct Style {
    std::size_t width = 80;
    bool colour = false;
};

/// An output format: a name and a function. A new one is one file, format_NAME.cpp, that defines
/// `const Format& NAME_format()`; CMake lists it.
struct Format {
    std::string_view name;
    std::string_view help;
    void (*write)(const Report& report, const Style& style, const TextSink& sink);
};

/// All formats, by name (a generated table).
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
