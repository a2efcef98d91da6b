#pragma once
// A table as rows of cells, from CSV, JSON lines or memory. Only one row is in memory at a time.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyses/fleet/fleet.hpp"
#include "lca/base/byte_source.hpp"
#include "lca/base/diagnostics.hpp"

namespace lca::fleet {

class RowSource {
public:
    RowSource() = default;
    virtual ~RowSource() = default;
    RowSource(const RowSource&) = delete;
    RowSource& operator=(const RowSource&) = delete;

    /// The column names with their units; empty after an error.
    virtual const std::vector<std::string>& headings() const = 0;
    /// Moves to the next row. False at the end, or after an error, which is in the diagnostics.
    virtual bool next() = 0;
    /// File, line and column where a cell of the current row starts.
    virtual Place place(std::size_t column) const = 0;
    /// False after an error, or if the table ends in the middle of a row.
    virtual bool whole() const = 0;
    /// At the end of the rows: warns if the file lacks a final line break, so that the last cell may be cut.
    virtual void warn_of_open_end() {}

    /// The cells of the current row; valid until next(). In a file, no cell has a NUL.
    std::span<const std::string_view> cells() const { return cells_; }
    std::string_view cell(std::size_t column) const { return cells_[column]; }
    /// The line on which the current row starts, counted from 1.
    std::uint32_t line() const { return line_; }

protected:
    std::span<const std::string_view> cells_;
    std::uint32_t line_ = 0;
};

/// Opens columns in memory, which must outlive the result, or a file: JSON lines if its name ends in
/// `.jsonl` or it begins with `{`, else CSV. `file`: number of the source in messages. Throws FileError.
std::unique_ptr<RowSource> open_rows(const FleetTable& table, Pipes pipes, std::uint32_t file,
                                     Diagnostics& diagnostics);

/// Readers for each form; their arguments must outlive them.
std::unique_ptr<RowSource> csv_rows(ByteSource& bytes, std::uint32_t file, Diagnostics& diagnostics);
std::unique_ptr<RowSource> json_rows(ByteSource& bytes, std::uint32_t file, Diagnostics& diagnostics);
std::unique_ptr<RowSource> memory_rows(const std::vector<FleetTableColumn>& columns, std::uint32_t file);

}  // namespace lca::fleet
