#include "lca/page/table_column.hpp"

#include <utility>

namespace lca {

std::string page_text(const RecordSink::Cell& value, const ColumnUnit& unit) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* numeral = std::get_if<Numeral>(&value)) return numeral->text;
    const auto* number = std::get_if<double>(&value);
    if (!number) return std::string(unit.kind == ColumnUnit::Kind::text ? "" : unit.missing);
    return unit.kind == ColumnUnit::Kind::share ? percent(*number) : unit.scale.text(*number);
}

RecordSink::Cell record_cell(RecordSink::Cell value, const ColumnUnit& unit) {
    if (auto* number = std::get_if<double>(&value)) *number /= unit.factor;
    return value;
}

}  // namespace lca
