#pragma once
// Reads the table of a fleet in blocks of rows: some columns as numbers (with or without unit), the others as
// texts.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyses/fleet/fleet.hpp"
#include "analyses/fleet/row_source.hpp"
#include "lca/units/quantity.hpp"

namespace lca::fleet {

inline constexpr std::size_t rows_at_a_time = 16'384;  // in shorter blocks few rows would share a kind

/// Why a row has no results; `place` is that of a cell, or of the whole row.
struct RowFault {
    Place place;
    std::string message;  // "`energy` is empty"
    std::string hint = {};
};

/// A column of the table whose cells set the value at a path.
struct BoundColumn {
    std::string heading, path;
    std::string unit = {};  // unit of the whole column; "": none is stated
    double factor = 1;      // one `unit` in base units
    Dimension dimension = {};
    std::size_t cell = 0;  // index of its cell in a row
    /// Whether cells are numbers that set one input, so that rows are computed by columns. Otherwise they are
    /// texts, and rows with other texts are compiled.
    bool numeric = false;
    bool whole = false;  // only whole numbers are valid
    bool start = false;  // the only column that sets the `start` of an activity

    /// Whether cells are numbers without a unit of their own.
    bool is_bare() const { return !unit.empty() || dimension.dimensionless(); }
    /// The value as it is written in a scenario: "10 kWh".
    std::string text(std::string_view cell_text) const;
};

/// The starts of the rows of a block; empty if no column gives starts.
struct StartColumn {
    std::vector<double> instants = {};   // by row: seconds since 1970 UTC; NaN if not a time with a zone
    std::string texts = {};              // the cells' texts, joined
    std::vector<std::size_t> ends = {};  // by row: end of its text in `texts`

    std::string_view text(std::size_t row) const {
        const std::size_t begin = row == 0 ? 0 : ends[row - 1];
        return std::string_view(texts).substr(begin, ends[row] - begin);
    }
};

/// A number of consecutive rows of the table.
struct RowBlock {
    std::uint64_t first = 0;  // index of the first row, from 0
    std::size_t count = 0;
    std::vector<std::uint32_t> lines = {};          // by row: its line in the file
    std::vector<std::uint32_t> kinds = {};          // by row: number of its kind
    std::vector<std::vector<double>> numbers = {};  // [column][row], base units; empty if not numeric
    StartColumn starts = {};                        // filled if a column gives starts
    std::vector<std::string> ids = {};              // by row, if --id names a column
    std::vector<std::uint32_t> groups = {};         // by row: number of its group, if rows are summed
    std::map<std::size_t, RowFault> faults = {};    // by row, only where there is one

    /// Removes all rows; keeps the allocated memory for the next block.
    void clear();
};

/// A kind: rows with equal texts in all columns that are not numeric; of the start only the year must be
/// equal.
struct RowKind {
    std::vector<std::string> cells;  // by bound column: the cells of the first row of the kind
    std::string key = {};            // the texts that all rows of the kind share, joined
    std::uint32_t next = 0;          // number of the kind that last followed this one
};

class JobTable {
public:
    /// Opens the table, which must outlive this object, and reads the headings and the first row. Throws
    /// FileError; InputError where a column is missing or occurs twice, two columns set one path, a unit is
    /// stated twice, or there is no row.
    JobTable(Session& session, const FleetTable& table, const FleetOptions& options);
    ~JobTable();

    std::vector<BoundColumn>& columns() { return columns_; }
    const std::vector<BoundColumn>& columns() const { return columns_; }
    /// The cells of the first row, in the order of columns().
    const std::vector<std::string>& first_cells() const { return first_cells_; }
    Place first_place() const { return {file_, first_line_, 0}; }
    /// Limits reading to rows `begin` to `end` - 1; the others are skipped.
    void only(std::uint64_t begin, std::uint64_t end);
    /// Reads from the first row again.
    void start_again();
    /// Reads the next rows: `max_rows` of them, or a multiple of that if there are many kinds. False if none
    /// are left. Throws InputError if the table ends within a row or is malformed. May first drop all kinds,
    /// so that memory does not grow.
    bool read(RowBlock& block, std::size_t max_rows);
    /// Whether another row follows. Throws as read() does.
    bool more() { return next_row_ < end_ && (row_waits_ = advance()); }

    const RowKind& kind(std::uint32_t number) const { return kinds_[number]; }
    std::size_t kinds() const { return kinds_.size(); }
    /// How often all kinds of rows were dropped and their numbering began at 0 again.
    std::uint64_t forgotten() const { return forgotten_; }
    /// The cells that the rows of a group share, one for each key of `by`.
    const std::vector<std::string>& group(std::uint32_t number) const { return group_cells_[number]; }
    std::size_t groups() const { return group_cells_.size(); }
    std::uint32_t file() const { return file_; }

    /// Number of rows in a table, up to the first malformed one. Throws FileError.
    static std::uint64_t count(const FleetTable& table);

private:
    void bind(const FleetOptions& options);
    void refuse_overlap(const BoundColumn& column) const;
    void forget_kinds();
    std::size_t find(std::string_view column, std::string_view named_by) const;
    bool advance();
    void take(RowBlock& block, std::size_t row);
    void take_number(RowBlock& block, std::size_t row, std::size_t column, std::vector<double>& to);
    void take_start(RowBlock& block, std::string_view cell);
    std::uint32_t kind_of_row();
    bool row_is_of(const RowKind& kind) const;
    /// The part of the current row's cell that its kind depends on: for a start the year.
    std::string_view text_of_kind(const BoundColumn& column) const;
    void take_group(RowBlock& block, std::size_t row);
    [[noreturn]] void refuse(Place place, std::string message, std::string expected,
                             std::string hint = {}) const;
    void fault(RowBlock& block, std::size_t row, std::size_t cell, std::string message,
               std::string hint = {});

    Session& session_;
    const FleetTable* source_;  // must outlive this object
    std::uint32_t file_ = 0;
    std::unique_ptr<RowSource> rows_;
    std::vector<BoundColumn> columns_;
    std::vector<std::string> first_cells_;
    std::uint32_t first_line_ = 0;
    std::optional<std::size_t> id_;
    std::vector<std::pair<std::size_t, bool>> keys_;  // cell index; true: only its month counts
    std::unordered_map<std::string, std::uint32_t> kind_numbers_, group_numbers_;
    std::vector<RowKind> kinds_;
    std::vector<std::vector<std::string>> group_cells_;
    std::string key_;
    std::string year_;  // year of the current row's start; its text if it is not a time
    std::uint32_t last_kind_ = 0;
    std::uint64_t forgotten_ = 0;
    std::uint64_t next_row_ = 0, begin_ = 0, end_ = ~std::uint64_t{0};
    bool row_waits_ = false;  // advance() has read a row that read() has not yet used
};

}  // namespace lca::fleet
