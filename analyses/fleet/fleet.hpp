#pragma once
// Evaluates a template once for each row of a table: for jobs, machines, experiments. Rows are read in
// blocks, so memory does not grow with their number; rows that differ only in numbers share a recording.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyses/shared/scenario_source.hpp"
#include "lca/base/diagnostics.hpp"
#include "lca/page/report.hpp"

namespace lca {

/// One column in memory: numbers or texts. An empty cell is NaN or "".
struct FleetTableColumn {
    std::string heading;  // with a unit, if it has one: "energy [kWh]"
    std::span<const double> numbers = {};
    std::vector<std::string> texts = {};
    bool is_text = false;

    std::size_t size() const { return is_text ? texts.size() : numbers.size(); }
};

/// The table with the rows: a file, or columns in memory.
struct FleetTable {
    FleetTable(std::string path) : name(std::move(path)) {}  // NOLINT: a path is a table
    FleetTable(std::string called, std::vector<FleetTableColumn> of)
        : name(std::move(called)), columns(std::move(of)) {}

    std::string name;  // path of the file; for columns, the name in messages
    /// Columns of equal length; those that no option names may be empty. Messages give a row's number, where
    /// the headings count as 1, and a column's, from 1. Empty: a file.
    std::optional<std::vector<FleetTableColumn>> columns = {};
};

/// One `--map`: the column whose cells set the value at a path of the template.
struct FleetColumn {
    std::string column;     // heading, without a unit in brackets
    std::string path;       // "activities.job.dynamic.energy"
    std::string unit = {};  // unit of the cells, if neither cells nor heading state one

    /// Parses "energy=activities.job.dynamic.energy [kWh]".
    static Parsed<FleetColumn> parse(std::string_view text);
};

/// One `--by`: rows with equal cells in a column, or times of one month in it, are summed.
struct FleetKey {
    std::string column;
    bool month = false;

    /// Parses "user", or "start:month" for months.
    static FleetKey parse(std::string_view text);
};

struct FleetOptions {
    std::vector<FleetColumn> map = {};
    std::vector<std::string> of = {};  // names of results; empty: the total
    std::string id = {};               // column that names rows; "": their number, from 1
    std::vector<FleetKey> by = {};     // empty: no sums, each row is written
    std::string cluster = {};          // path of the system that rows share: "systems.cluster"
    Shard shard = {};                  // the part of the rows that is computed
    bool strict = false;               // throws if a row has no results
};

using GoesOn = std::function<bool(std::uint64_t rows)>;

/// A template and a table, checked against each other; run() computes the rows. Refers to the session.
class PreparedFleet {
public:
    virtual ~PreparedFleet() = default;

    /// Writes each row, or with `by` the sums, while computing. Calls `goes_on` after each block with the
    /// number of rows done; if it returns false, no further rows and no sums are written. Throws InputError
    /// where the table cannot be read to its end, where no row has results and, if strict, at the first
    /// block with a row that has none.
    virtual void run(RecordSink& sink, const GoesOn& goes_on = {}) = 0;
    /// Valid after run(): totals of all rows, percentiles, the largest rows, and how many have no results.
    virtual Page summary() const = 0;
};

/// Reads the headings and the first row; with a cluster all rows, calling `goes_on` between blocks. Null
/// after an error, which is in the session, or if `goes_on` returned false. Throws FileError, and
/// InputError, for example where a column does not exist or two columns set one path.
std::unique_ptr<PreparedFleet> prepare_fleet(Session& session, const ScenarioSource& source,
                                             const FleetTable& table, const FleetOptions& options,
                                             const GoesOn& goes_on = {});

/// The answer as page, records, JSON and JSON lines, computed while it is written. Refers to the fleet.
Report report_of(PreparedFleet& fleet, GoesOn goes_on = {});

}  // namespace lca
