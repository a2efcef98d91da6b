#pragma once
// Records as a dict of columns: numbers as a numpy array of float64, texts as a list.

#include <pybind11/pybind11.h>

#include <string>
#include <vector>

#include "lca/page/report.hpp"

namespace lca::python {

/// Takes records row by row, without Python.
class ColumnSink : public RecordSink {
public:
    void columns(std::span<const std::string> names) override;
    void row(std::span<const Cell> cells) override;

    /// Columns by name. A column of numbers is an array, with NaN for an empty cell; one with any text, or
    /// with empty cells only, is a list, with None for an empty cell.
    pybind11::dict take() &&;

private:
    struct Column {
        std::string name;
        std::vector<double> numbers = {};     // NaN where the cell is not a number
        std::vector<std::string> texts = {};  // only of columns with a text, by row
        bool has_number = false, has_text = false;
    };
    static void add(Column& column, const Cell& cell);

    std::vector<Column> columns_;
};

}  // namespace lca::python
