#pragma once
// The rows of a fleet's table, in blocks: columns with a unit or of bare numbers as numbers, the others as
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

inline constexpr std::size_t rows_at_a_time = 16'384;  // with fewer, few rows of a kind would be in a block

/// Why a row has no results: at a cell, or for the row as a whole.
struct RowFault {
    Place place;
    std::string message;  // "`energy` is empty"
    std::string hint = {};
};

/// A column of the table that gives the value at a path.
struct BoundColumn {
    std::string heading, path;
    std::string unit = {};  // "" where the column states none
    double factor = 1;      // one such unit in base units
    Dimension dimension = {};
    std::size_t cell = 0;  // index in a row
    /// Whether its cells are numbers of one input, computed by columns; else they are texts, and rows with
    /// other texts are compiled anew.
    bool numeric = false;
    bool whole = false;  // numbers that must be whole
    bool start = false;  // it is the only column of times at which an activity starts

    /// Whether its cells are numbers without a unit.
    bool is_bare() const { return !unit.empty() || dimension.dimensionless(); }
    /// The cell as a scenario would have it: "10 kWh".
    std::string text(std::string_view cell_text) const;
};

/// When the rows of a block start.
struct StartColumn {
    std::vector<double> instants = {};   // by row: seconds since 1970 UTC; NaN: not such a time
    std::string texts = {};              // of the cells, one after another
    std::vector<std::size_t> ends = {};  // by row: where its text ends in texts

    std::string_view text(std::size_t row) const {
        const std::size_t begin = row == 0 ? 0 : ends[row - 1];
        return std::string_view(texts).substr(begin, ends[row] - begin);
    }
};

/// Consecutive rows of the table.
struct RowBlock {
    std::uint64_t first = 0;  // number of the first row, from 0
    std::size_t count = 0;
    std::vector<std::uint32_t> lines = {};          // by row
    std::vector<std::uint32_t> kinds = {};          // by row: which combination of texts
    std::vector<std::vector<double>> numbers = {};  // by numeric column, then row: base units
    StartColumn starts = {};                        // where a column gives them
    std::vector<std::string> ids = {};              // by row, where a column is named
    std::vector<std::uint32_t> groups = {};         // by row, where rows are summed
    std::map<std::size_t, RowFault> faults = {};    // by row

    /// Removes all rows but keeps their memory for the next block.
    void clear();
};

/// A kind of rows: they have the same texts in all columns that are not numbers; of starts only the year is
/// the same.
struct RowKind {
    std::vector<std::string> cells;  // by bound column: those of the first row of the kind
    std::string key = {};            // these texts, one after another
    std::uint32_t next = 0;          // the kind of the row that last followed a row of this kind
};

class JobTable {
public:
    /// Opens the table, which must outlive this object, and reads its headings and its first row. Throws
    /// FileError; InputError where a column is missing or appears twice, a path has two, a unit is stated
    /// twice, or there is no row.
    JobTable(Session& session, const FleetTable& table, const FleetOptions& options);
    ~JobTable();

    std::vector<BoundColumn>& columns() { return columns_; }
    const std::vector<BoundColumn>& columns() const { return columns_; }
    /// The cells of the first row, by bound column.
    const std::vector<std::string>& first_cells() const { return first_cells_; }
    Place first_place() const { return {file_, first_line_, 0}; }
    /// Gives only rows from `begin` to before `end`; the others are skipped.
    void only(std::uint64_t begin, std::uint64_t end);
    /// Reads from the first row again.
    void start_again();
    /// Reads the next rows, at most `most`, or a multiple of it where there are many kinds; false where there
    /// are none. Throws InputError where the table breaks off or its form is wrong. Earlier kinds may be
    /// forgotten, so that memory does not grow.
    bool read(RowBlock& block, std::size_t most);
    /// Whether a row follows. Throws as read() does.
    bool more() { return next_row_ < end_ && (row_waits_ = advance()); }

    const RowKind& kind(std::uint32_t number) const { return kinds_[number]; }
    std::size_t kinds() const { return kinds_.size(); }
    /// How often kinds were forgotten: kinds are then numbered from 0 again.
    std::uint64_t forgotten() const { return forgotten_; }
    /// The cells that a group has in common, by key.
    const std::vector<std::string>& group(std::uint32_t number) const { return group_cells_[number]; }
    std::size_t groups() const { return group_cells_.size(); }
    std::uint32_t file() const { return file_; }

    /// How many rows a table has, up to where it breaks off. Throws FileError.
    static std::uint64_t count(const FleetTable& table);

private:
    void bind(const FleetOptions& options);
    void refuse_overlap(const BoundColumn& column) const;
    void forget_kinds();
    std::size_t find(std::string_view column, std::string_view asked_by) const;
    bool advance();
    void take(RowBlock& block, std::size_t row);
    void take_number(RowBlock& block, std::size_t row, std::size_t column, std::vector<double>& to);
    void take_start(RowBlock& block, std::string_view cell);
    std::uint32_t kind_of_row();
    bool row_is_of(const RowKind& kind) const;
    /// Of the row: what its kind is told by.
    std::string_view text_of_kind(const BoundColumn& column) const;
    void take_group(RowBlock& block, std::size_t row);
    [[noreturn]] void refuse(Place place, std::string message, std::string expected,
                             std::string hint = {}) const;
    void fault(RowBlock& block, std::size_t row, std::size_t cell, std::string message,
               std::string hint = {});

    Session& session_;
    const FleetTable* source_;  // outlives this
    std::uint32_t file_ = 0;
    std::unique_ptr<RowSource> rows_;
    std::vector<BoundColumn> columns_;
    std::vector<std::string> first_cells_;
    std::uint32_t first_line_ = 0;
    std::optional<std::size_t> id_;
    std::vector<std::pair<std::size_t, bool>> keys_;  // cell, and whether only its month counts
    std::unordered_map<std::string, std::uint32_t> kind_numbers_, group_numbers_;
    std::vector<RowKind> kinds_;
    std::vector<std::vector<std::string>> group_cells_;
    std::string key_;
    std::string year_;  // year of the row's start, or its text where it is not a time
    std::uint32_t last_kind_ = 0;
    std::uint64_t forgotten_ = 0;
    std::uint64_t next_row_ = 0, begin_ = 0, end_ = ~std::uint64_t{0};
    bool row_waits_ = false;  // the row read last was not put into a block
};

}  // namespace lca::fleet
