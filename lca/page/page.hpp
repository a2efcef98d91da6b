#pragma once
// What a person is shown, whatever the output format: titles, paragraphs, tables, lists, trees. Writers turn
// it into text or Markdown.

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

/// Columns with one unit each; numbers come as text, rounded, with equal decimals in a column.
struct Table {
    struct Column {
        std::string heading;
        bool number = false;  // aligned to the right
        bool wraps = false;   // may be broken over lines where the page is too narrow
    };
    struct Row {
        std::vector<std::string> cells;  // one per column; missing ones are empty
        std::size_t indent = 0;          // of the first cell
        Tone tone = Tone::plain;
        bool rule_above = false;
    };
    std::vector<Column> columns;
    std::vector<Row> rows;
};

/// Short entries one below the other, each with lines that say more.
struct List {
    struct Item {
        std::string text;
        std::vector<std::string> details = {};
        Tone tone = Tone::plain;
    };
    std::vector<Item> items;
};

/// A tree in the order it is read: a line's children follow it, one deeper.
struct Tree {
    struct Line {
        std::size_t depth = 0;
        std::string sign;   // how it enters its parent: "+", "-", "×", "÷", or ""
        std::string value;  // "433,196 kWh"
        std::string text;   // what it is
        std::vector<std::string> details = {};
    };
    std::vector<Line> lines;
};

using Block = std::variant<Heading, Paragraph, Table, List, Tree>;

/// How much of an answer a page shows.
struct PageOptions {
    bool details = false;  // all of it; else what fits on a screen
};

struct Page {
    std::string title;
    std::vector<Block> blocks;

    void heading(std::string text);
    void paragraph(std::string text, Tone tone = Tone::plain);
    void list(List list);
    /// Under a heading; adds nothing where there are no items.
    void list(std::string heading_text, List list);
    void table(Table table);
    void tree(Tree tree);
};

}  // namespace lca
