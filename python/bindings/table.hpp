#pragma once
// Records as a Python dict of columns: numbers as a numpy array of float64, texts as a list.

#include <pybind11/pybind11.h>

#include <string>
#include <vector>

#include "lca/page/report.hpp"

namespace lca::python {

/// Collects rows in C++ columns, without the GIL; take() makes Python objects of them.
class ColumnSink : public RecordSink {
public:
    void columns(std::span<const std::string> names) override;
    void row(std::span<const Cell> cells) override;

    /// The columns by name. A column of numbers becomes an array, with NaN for empty cells; one with a text,
    /// or with empty cells only, a list, with None for empty cells.
    pybind11::dict take() &&;

private:
    struct Column {
        std::string name;
        std::vector<double> numbers = {};     // by row: NaN unless the cell is a number
        std::vector<std::string> texts = {};  // by row; shorter, or empty, without texts
        bool has_number = false, has_text = false;
    };
    static void add(Column& column, const Cell& cell);

    std::vector<Column> columns_;
};

}  // namespace lca::python
