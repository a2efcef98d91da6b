#pragma once
// A cell in the table of a standard: a value, and the reasons why it is partial or not assessed.

#include <optional>
#include <string>
#include <vector>

#include "lca/page/json_writer.hpp"

namespace lca::export_detail {

struct TableCell {
    std::optional<double> value = {};       // in base units; empty: not assessed
    std::vector<std::string> reasons = {};  // why there is no value, or why it is partial

    /// Adds the other cell's value to this one, and appends its reasons.
    void add(const TableCell& other);
};

/// Writes `"value"` in units of `unit`, `"status"` and, if there are reasons, `"not_assessed"` into the open
/// object.
void write_cell(JsonWriter& json, const TableCell& cell, double unit);

}  // namespace lca::export_detail
