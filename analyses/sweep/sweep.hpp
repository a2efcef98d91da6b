#pragma once
// Evaluates a scenario for all combinations of values of some of its paths. Points are computed in blocks, so
// memory does not grow with their number.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analyses/shared/scenario_source.hpp"
#include "lca/page/report.hpp"
#include "models/edit/edit.hpp"
#include "models/results/breakdown.hpp"
#include "models/results/results.hpp"

namespace lca {

/// A number of consecutive points with their results.
struct SweepRows {
    std::uint64_t first = 0;  // index of the first point, from 0
    std::size_t count = 0;
    std::vector<std::vector<std::uint64_t>> choices;  // [axis][row]: index of the axis' value
    std::vector<std::vector<double>> results;         // [result][row], in base units
    std::vector<bool> assessed;                       // by result: true if assessed at these points
    std::vector<std::vector<std::string>> gaps;       // by result: parts that it leaves out
    std::vector<std::string> reasons = {};            // by result: why it is not assessed; else ""
    /// By result: the parts that are left out at these points only, or at the first point of the sweep only,
    /// so that the two cannot be compared; "" if there are none.
    std::vector<std::string> unlike = {};
};

/// A result computed at every point; name: as in `lca evaluate`.
struct SweepResult {
    std::string name;
    Dimension dimension = {};
};

/// The axes of a sweep, and its results; `points` is the number of combinations of the axes' values.
struct SweepPlan {
    std::vector<Axis> axes;
    std::vector<SweepResult> results = {};
    std::uint64_t points = 1;
};

struct SweepOptions {
    std::vector<Axis> vary = {};  // empty: the axes that the file states under `sweep`
    /// Names of results; empty: the total, or, without activities, every output.
    std::vector<std::string> of = {};
    std::optional<BreakdownKey> by = {};      // if set, items of the total instead of `of`
    std::size_t measure = index_of::climate;  // measure of these items
    Shard shard = {};                         // the part of the points that is computed
};

/// Receives the points of a sweep, block by block.
class RowSink {
public:
    virtual ~RowSink() = default;
    /// Called once, before the first rows.
    virtual void begin(const SweepPlan&) {}
    /// Receives the next rows; returns false to end the sweep.
    virtual bool rows(const SweepRows& rows) = 0;
};

/// A sweep with known axes and results; run() computes the points. Refers to the session.
class PreparedSweep {
public:
    virtual ~PreparedSweep() = default;

    virtual const std::string& title() const = 0;  // of the scenario
    virtual const SweepPlan& plan() const = 0;
    /// That points are compared by an average intensity, if they differ in grid, site or start; "" if not.
    virtual std::string note() const { return {}; }
    virtual std::uint64_t count() const = 0;  // number of points in the selected part
    /// Computes the points. False after an error, which is in `session.diagnostics()`. Throws InputError
    /// if, at a point, a result is not finite or an input is outside its physical range.
    virtual bool run(RowSink& sink) = 0;
};

/// Null after an error, which is in `session.diagnostics()`. Throws FileError, and InputError where no axis
/// is given, a name is not a result, or there are too many points.
std::unique_ptr<PreparedSweep> prepare_sweep(Session& session, const ScenarioSource& source,
                                             const SweepOptions& options);

/// Calls prepare_sweep() and run(). False after an error.
bool sweep(Session& session, const ScenarioSource& source, const SweepOptions& options, RowSink& sink);

/// Thrown by the functions of a report if a point cannot be compiled; the session has the error.
struct SweepFault {};

/// The answer in every output form, computed while it is written. After each block `goes_on` is called with
/// the number of points done; if it returns false, no further rows are written. A page throws InputError
/// above max_table_rows points. Refers to the sweep.
Report report_of(PreparedSweep& sweep, std::function<bool(std::uint64_t done)> goes_on = {});

inline constexpr std::size_t max_table_rows = 10'000;

}  // namespace lca
