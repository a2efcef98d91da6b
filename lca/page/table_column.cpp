#include "lca/page/table_column.hpp"

#include <utility>

#include "lca/base/number.hpp"

namespace lca {

std::string page_text(const RecordSink::Cell& value, const ColumnUnit& unit) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* numeral = std::get_if<Numeral>(&value)) return numeral->text;
    const auto* number = std::get_if<double>(&value);
    const bool is_text = unit.kind == ColumnUnit::Kind::text || unit.kind == ColumnUnit::Kind::word;
    if (!number) return std::string(is_text ? "" : unit.missing);
    if (unit.kind == ColumnUnit::Kind::digits) return readable(*number / unit.factor);
    return unit.kind == ColumnUnit::Kind::share ? percent(*number) : unit.scale.text(*number);
}

RecordSink::Cell record_cell(RecordSink::Cell value, const ColumnUnit& unit) {
    if (auto* number = std::get_if<double>(&value)) *number /= unit.factor;
    return value;
}

}  // namespace lca
