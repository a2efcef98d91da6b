#pragma once
// A page for a browser that lists things in tables. They are readable without a script, which only filters
// and orders them.

#include <optional>
#include <string>
#include <vector>

namespace lca {

struct Listing {
    /// The text of a cell, and what goes with it.
    struct Cell {
        std::string text = {};
        std::string below = {};             // smaller, on a line of its own
        std::string link = {};              // a file beside the page, '/' between folders; "": none
        std::optional<double> number = {};  // by which the column is ordered; none: last
    };
    struct Column {
        std::string title;
        bool of_numbers = false;
    };
    /// Rows that are greyed stay below the others in any order.
    struct Row {
        std::vector<Cell> cells;
        bool greyed = false;
    };
    struct Table {
        std::string title, note = {};
        std::vector<Column> columns = {};
        std::vector<Row> rows = {};
        bool folded = false;  // hidden until the reader opens it
    };

    std::string title;     // of the page
    std::string headline;  // the answer in a sentence
    std::string about = {};
    std::vector<Table> tables = {};
    std::string footer = {};
    bool has_filter = true;  // without it, few rows are shown as they are
};

/// The whole file; equal listings give identical bytes.
std::string write_listing(const Listing& listing);

/// The path of a file as a link has it: percent-encoded but for letters, digits and a few signs.
std::string link_text(const std::string& path);

}  // namespace lca
