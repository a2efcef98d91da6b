#include "python/bindings/table.hpp"

#include <pybind11/numpy.h>

#include <limits>

#include "lca/base/number.hpp"
#include "python/bindings/kept_array.hpp"

namespace lca::python {
namespace {

namespace py = pybind11;

double number_of(const Numeral& numeral) {
    const Parsed<double> parsed = parse_number(numeral.text);
    const double* number = std::get_if<double>(&parsed);
    return number ? *number : std::numeric_limits<double>::quiet_NaN();
}

py::list list_of(const std::vector<std::string>& texts, std::size_t rows) {
    py::list list;
    for (std::size_t i = 0; i < rows; ++i) {
        const bool none = i >= texts.size() || texts[i].empty();
        list.append(none ? py::object(py::none()) : py::object(py::str(texts[i])));
    }
    return list;
}

}  // namespace

void ColumnSink::columns(std::span<const std::string> names) {
    for (const std::string& name : names) columns_.push_back({.name = name});
}

void ColumnSink::row(std::span<const Cell> cells) {
    for (std::size_t i = 0; i < columns_.size(); ++i) add(columns_[i], i < cells.size() ? cells[i] : Cell());
}

void ColumnSink::add(Column& column, const Cell& cell) {
    double number = std::numeric_limits<double>::quiet_NaN();
    if (const double* value = std::get_if<double>(&cell)) number = *value;
    if (const Numeral* numeral = std::get_if<Numeral>(&cell)) number = number_of(*numeral);
    const std::string* text = std::get_if<std::string>(&cell);
    column.has_number |= number == number;
    column.has_text |= text != nullptr;
    if (text) {
        column.texts.resize(column.numbers.size());
        column.texts.push_back(*text);
    }
    column.numbers.push_back(number);
}

py::dict ColumnSink::take() && {
    py::dict table;
    for (Column& column : columns_) {
        const bool numeric = column.has_number && !column.has_text;
        const std::size_t rows = column.numbers.size();
        table[py::str(column.name)] = numeric ? py::object(kept_array(std::move(column.numbers)))
                                              : py::object(list_of(column.texts, rows));
    }
    return table;
}

}  // namespace lca::python
