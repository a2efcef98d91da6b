#pragma once
// An HTML page with tables. They can be read without a script; the script only filters and sorts
// them.

#include <optional>
#include <string>
#include <vector>

namespace lca {

struct Listing {
    /// The text of a cell and its additions.
    struct Cell {
        std::string text = {};
        std::string below = {};             // shown below the text, in small print
        std::string link = {};              // path of a file relative to the page, with '/'; "" if none
        std::optional<double> number = {};  // value by which the column is sorted; empty: last
    };
    struct Column {
        std::string title;
        bool of_numbers = false;
    };
    /// A row; greyed rows stay below the others however the table is sorted.
    struct Row {
        std::vector<Cell> cells;
        bool greyed = false;
    };
    struct Table {
        std::string title, note = {};
        std::vector<Column> columns = {};
        std::vector<Row> rows = {};
        bool folded = false;  // whether it is hidden until the reader opens it
    };

    std::string title;     // title of the page
    std::string headline;  // the result in a sentence
    std::string about = {};
    std::vector<Table> tables = {};
    std::string footer = {};
    bool has_filter = true;  // false: for few rows, without a filter
};

/// The listing as an HTML file; equal listings give identical output.
std::string write_listing(const Listing& listing);

/// A file path as a link: all bytes are percent-encoded except letters, digits and `/._-~`.
std::string link_text(const std::string& path);

}  // namespace lca
