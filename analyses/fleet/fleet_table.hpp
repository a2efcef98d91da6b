#pragma once
// The table of a fleet: a file, or columns that someone has in memory.

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace lca {

/// Numbers or texts under a heading. An empty cell is NaN or "".
struct FleetTableColumn {
    std::string heading;  // "energy [kWh]"
    std::span<const double> numbers = {};
    std::vector<std::string> texts = {};
    bool is_text = false;

    std::size_t size() const { return is_text ? texts.size() : numbers.size(); }
};

struct FleetTable {
    FleetTable(std::string path) : name(std::move(path)) {}  // NOLINT: a path is a table
    FleetTable(std::string called, std::vector<FleetTableColumn> of)
        : name(std::move(called)), columns(std::move(of)) {}

    std::string name;  // its path, or what messages call it
    /// All of one length; one that nobody asks for may be empty. Of a cell, messages give its row, the
    /// headings being line 1, and its column, from 1.
    std::optional<std::vector<FleetTableColumn>> columns = {};
};

}  // namespace lca
