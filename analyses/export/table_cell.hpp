#pragma once
// A cell of a standard's table: a figure, or the reasons why it is not assessed or only in part.

#include <optional>
#include <string>
#include <vector>

#include "lca/page/json_writer.hpp"

namespace lca::export_detail {

struct TableCell {
    std::optional<double> value = {};       // base units; empty: not assessed
    std::vector<std::string> reasons = {};  // with a value: why it is partial

    /// Adds the value and the reasons of another.
    void add(const TableCell& other);
};

/// `"value"` in units of `unit`, `"status"` and, if there are reasons, `"not_assessed"`: entries of the
/// object that is open.
void write_cell(JsonWriter& json, const TableCell& cell, double unit);

}  // namespace lca::export_detail
