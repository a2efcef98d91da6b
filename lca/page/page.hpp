#pragma once
// The content of a result for people, whatever the format: titles, paragraphs, tables, lists, trees. Writers
// turn it into text or Markdown.

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace lca {

enum class Tone : unsigned char { plain, strong, faint, warning };

struct Heading {
    std::string text;
};

struct Paragraph {
    std::string text;
    Tone tone = Tone::plain;
};

/// A table whose columns have one unit each; numbers are rounded texts with equal decimals within a column.
struct Table {
    struct Column {
        std::string heading;
        bool number = false;  // whether it is aligned right
        bool wraps = false;   // whether cells may be broken over lines if the page is too narrow
    };
    struct Row {
        std::vector<std::string> cells;  // one for each column; if there are fewer, the rest are empty
        std::size_t indent = 0;          // levels by which the first cell is indented
        Tone tone = Tone::plain;
        bool rule_above = false;
    };
    std::vector<Column> columns;
    std::vector<Row> rows;
};

/// Short items one below the other, each with lines of detail.
struct List {
    struct Item {
        std::string text;
        std::vector<std::string> details = {};
        Tone tone = Tone::plain;
    };
    std::vector<Item> items;
};

/// A tree in the order in which it is read: a line is followed by its children, whose depth is one more.
struct Tree {
    struct Line {
        std::size_t depth = 0;
        std::string sign;   // how it is combined into its parent: "+", "-", "×", "÷", or ""
        std::string value;  // such as "433,196 kWh"
        std::string text;   // what the value is
        std::vector<std::string> details = {};
    };
    std::vector<Line> lines;
};

using Block = std::variant<Heading, Paragraph, Table, List, Tree>;

/// How much of a result a page shows.
struct PageOptions {
    bool details = false;  // true: everything; false: what fits on a screen
};

struct Page {
    std::string title;
    std::vector<Block> blocks;

    void heading(std::string text);
    void paragraph(std::string text, Tone tone = Tone::plain);
    void list(List list);
    /// Adds a heading and the list below it; nothing if the list has no items.
    void list(std::string heading_text, List list);
    void table(Table table);
    void tree(Tree tree);
};

}  // namespace lca
