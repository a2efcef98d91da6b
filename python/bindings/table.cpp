#include "python/bindings/table.hpp"

#include <pybind11/numpy.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <span>

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

/// The number as text; whole numbers without an exponent, as they may be row numbers.
std::string text_of(double number) {
    constexpr double exact_below = 9007199254740992;  // up to 2^53, all whole numbers are exact
    const bool whole = std::fabs(number) < exact_below && number == std::trunc(number);
    return whole ? std::to_string(static_cast<std::int64_t>(number)) : exact(number);
}

/// A list of texts; numbers in the same column ("unallocated" stands below row numbers) become texts, too.
py::list list_of(const std::vector<std::string>& texts, const std::vector<double>& numbers) {
    py::list list;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (i < texts.size() && !texts[i].empty())
            list.append(py::str(texts[i]));
        else if (!std::isnan(numbers[i]))
            list.append(py::str(text_of(numbers[i])));
        else
            list.append(py::none());
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
        table[py::str(column.name)] = numeric ? py::object(kept_array(std::move(column.numbers)))
                                              : py::object(list_of(column.texts, column.numbers));
    }
    return table;
}

}  // namespace lca::python
