#pragma once
// A table is described once, by its columns, for both outputs: pages show some of them, rounded; records have
// some of them, exact. To add a column, add one entry.

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lca/page/page.hpp"
#include "lca/page/report.hpp"
#include "lca/page/scale.hpp"

namespace lca {

enum class ShownIn : unsigned char { page, records, both };

/// How the values of a column are formatted.
struct ColumnUnit {
    enum class Kind : unsigned char {
        text,    // a text; on a page it may be broken over lines
        word,    // a text that is never broken
        number,  // a number; on a page in the unit and decimals of `scale`
        digits,  // a number; on a page with four significant digits, in units of `factor`
        share    // a share; on a page in per cent
    };
    Kind kind = Kind::text;
    Scale scale = {};                // for numbers on a page
    double factor = 1;               // for numbers in records: their unit in base units
    std::string_view missing = "–";  // what a page shows if a number is not assessed
};

template <class Row>
struct TableColumn {
    std::string title;  // its heading on a page
    std::string key;    // its name in records
    ColumnUnit unit;
    std::function<RecordSink::Cell(const Row&)> get;  // the value: a text, a number in base units, or empty
    ShownIn shown_in = ShownIn::both;
};

/// A column for pages only, and one for records only.
template <class Row>
TableColumn<Row> on_page(std::string title, ColumnUnit unit,
                         std::function<RecordSink::Cell(const Row&)> get) {
    return {std::move(title), {}, std::move(unit), std::move(get), ShownIn::page};
}
template <class Row>
TableColumn<Row> in_records(std::string key, ColumnUnit unit,
                            std::function<RecordSink::Cell(const Row&)> get) {
    return {{}, std::move(key), std::move(unit), std::move(get), ShownIn::records};
}

template <class Row>
using TableColumns = std::vector<TableColumn<Row>>;

/// A value as a page shows it, and as records contain it.
std::string page_text(const RecordSink::Cell& value, const ColumnUnit& unit);
RecordSink::Cell record_cell(RecordSink::Cell value, const ColumnUnit& unit);

/// A table for a page with these columns and no rows.
template <class Row>
Table empty_table(const TableColumns<Row>& columns) {
    Table table;
    for (const TableColumn<Row>& column : columns) {
        const ColumnUnit::Kind kind = column.unit.kind;
        const bool wraps = kind == ColumnUnit::Kind::text, number = !wraps && kind != ColumnUnit::Kind::word;
        if (column.shown_in != ShownIn::records) table.columns.push_back({column.title, number, wraps});
    }
    return table;
}

/// The cells of a row for a page.
template <class Row>
std::vector<std::string> page_cells(const TableColumns<Row>& columns, const Row& row) {
    std::vector<std::string> cells;
    for (const TableColumn<Row>& column : columns) {
        if (column.shown_in != ShownIn::records) cells.push_back(page_text(column.get(row), column.unit));
    }
    return cells;
}

/// Writes a table as records, row by row. Keeps references to the columns and the sink.
template <class Row>
class RecordTable {
public:
    RecordTable(const TableColumns<Row>& columns, RecordSink& sink) : columns_(columns), sink_(sink) {
        std::vector<std::string> keys;
        for (const TableColumn<Row>& column : columns) {
            if (column.shown_in != ShownIn::page) keys.push_back(column.key);
        }
        sink.columns(keys);
    }

    void row(const Row& row) {
        cells_.clear();
        for (const TableColumn<Row>& column : columns_) {
            if (column.shown_in != ShownIn::page) cells_.push_back(record_cell(column.get(row), column.unit));
        }
        sink_.row(cells_);
    }

private:
    const TableColumns<Row>& columns_;
    RecordSink& sink_;
    std::vector<RecordSink::Cell> cells_;
};

}  // namespace lca
