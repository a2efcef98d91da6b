#include "analyses/export/table_cell.hpp"

namespace lca::export_detail {

void TableCell::add(const TableCell& other) {
    if (other.value) value = value.value_or(0) + *other.value;
    reasons.insert(reasons.end(), other.reasons.begin(), other.reasons.end());
}

void write_cell(JsonWriter& json, const TableCell& cell, double unit) {
    json.entry("value", cell.value ? std::optional(*cell.value / unit) : std::nullopt);
    json.entry("status", !cell.value ? "not assessed" : cell.reasons.empty() ? "assessed" : "partial");
    if (!cell.reasons.empty()) json.texts("not_assessed", cell.reasons);
}

}  // namespace lca::export_detail
