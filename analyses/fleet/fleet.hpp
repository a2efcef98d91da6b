#pragma once
// One evaluation of a template for each row of a table: of jobs, of machines, of experiments. Rows come in
// blocks, so that memory does not grow with their number; rows that differ only in numbers share a recording.

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

/// Numbers or texts under a heading. An empty cell is NaN or "".
struct FleetTableColumn {
    std::string heading;  // "energy [kWh]"
    std::span<const double> numbers = {};
    std::vector<std::string> texts = {};
    bool is_text = false;

    std::size_t size() const { return is_text ? texts.size() : numbers.size(); }
};

/// The table of a fleet: a file, or columns in memory.
struct FleetTable {
    FleetTable(std::string path) : name(std::move(path)) {}  // NOLINT: a path is a table
    FleetTable(std::string called, std::vector<FleetTableColumn> of)
        : name(std::move(called)), columns(std::move(of)) {}

    std::string name;  // its path, or what messages call it
    /// Columns of one length; one that no option names may be empty. Messages give a cell's row, the headings
    /// being line 1, and its column, from 1.
    std::optional<std::vector<FleetTableColumn>> columns = {};
};

/// Which column of the table gives the value at which path of the template.
struct FleetColumn {
    std::string column;     // its heading, without a unit in brackets at its end
    std::string path;       // "activities.job.dynamic.energy"
    std::string unit = {};  // of numbers without a unit, where the heading states none

    /// Reads "energy=activities.job.dynamic.energy [kWh]".
    static Parsed<FleetColumn> parse(std::string_view text);
};

/// By what rows are summed: the cells of a column, or the months of the times in it.
struct FleetKey {
    std::string column;
    bool month = false;

    /// Reads "user" or "start:month".
    static FleetKey parse(std::string_view text);
};

struct FleetOptions {
    std::vector<FleetColumn> map = {};
    std::vector<std::string> of = {};  // names of results; none: the total
    std::string id = {};               // the column that identifies rows; "": their number, from 1
    std::vector<FleetKey> by = {};     // none: a line for each row
    std::string cluster = {};          // the system that all rows share: "systems.cluster"
    Shard shard = {};                  // only this part of the rows
    bool strict = false;               // a row that has no results is an error
};

using GoesOn = std::function<bool(std::uint64_t rows)>;

/// A template and a table that fit together; each run computes its rows. Refers to the session.
class PreparedFleet {
public:
    virtual ~PreparedFleet() = default;

    /// Writes the rows, or the sums of `by`, while they are computed. After each block `goes_on` is called
    /// with the number of rows done; where it returns false, the rows end there, and no sums are written.
    /// Throws InputError where the table cannot be read to its end, where no row has results and, if strict,
    /// at the first block with a row that has none.
    virtual void run(RecordSink& sink, const GoesOn& goes_on = {}) = 0;
    /// After a run: totals of all rows, percentiles, the largest rows, and the rows with faults.
    virtual Page summary() const = 0;
};

/// Reads the headings and the first row; with a cluster all rows, and `goes_on` is called between blocks.
/// Null after an error, which is in the session, and where `goes_on` returned false. Throws FileError, and
/// InputError such as for a column that does not exist or two columns for one path.
std::unique_ptr<PreparedFleet> prepare_fleet(Session& session, const ScenarioSource& source,
                                             const FleetTable& table, const FleetOptions& options,
                                             const GoesOn& goes_on = {});

/// The answer as records and JSON lines, computed while it is written. Refers to the fleet.
Report report_of(PreparedFleet& fleet, GoesOn goes_on = {});

}  // namespace lca
