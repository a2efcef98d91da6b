#pragma once
// A table as rows of cells, whatever its form: CSV or JSON lines. One row is in memory at a time.

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

    /// The names of the columns, units included; none after a fault.
    virtual const std::vector<std::string>& headings() const = 0;
    /// The next row. False at the end, or after a fault, which is in the diagnostics.
    virtual bool next() = 0;
    /// Where a cell of the row starts.
    virtual Place place(std::size_t column) const = 0;
    /// Whether all was read: false after a fault, and where the table breaks off in the middle of a row.
    virtual bool whole() const = 0;
    /// At the end: warns where the last cell may be shorter than it was meant to be.
    virtual void warn_of_open_end() {}

    /// Valid until the next row is read. No cell of a file holds a NUL.
    std::span<const std::string_view> cells() const { return cells_; }
    std::string_view cell(std::size_t column) const { return cells_[column]; }
    /// The line that the row starts on, counted from 1.
    std::uint32_t line() const { return line_; }

protected:
    std::span<const std::string_view> cells_;
    std::uint32_t line_ = 0;
};

/// Columns in memory, which must outlive it, or a file: JSON lines where it is named `.jsonl` or begins with
/// `{`, else CSV. `file` is the source that faults name. Throws FileError.
std::unique_ptr<RowSource> open_rows(const FleetTable& table, Pipes pipes, std::uint32_t file,
                                     Diagnostics& diagnostics);

/// Rows of each form; what they refer to must outlive them.
std::unique_ptr<RowSource> csv_rows(ByteSource& bytes, std::uint32_t file, Diagnostics& diagnostics);
std::unique_ptr<RowSource> json_rows(ByteSource& bytes, std::uint32_t file, Diagnostics& diagnostics);
std::unique_ptr<RowSource> memory_rows(const std::vector<FleetTableColumn>& columns, std::uint32_t file);

}  // namespace lca::fleet
