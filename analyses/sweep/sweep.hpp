#pragma once
// A scenario at every combination of values of some of its paths. Points come in blocks, so that memory does
// not grow with their number.

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

/// Consecutive points, with their results.
struct SweepRows {
    std::uint64_t first = 0;  // number of the first point
    std::size_t count = 0;
    std::vector<std::vector<std::uint64_t>> choices;  // by axis as given, then row: index of its value
    std::vector<std::vector<double>> results;         // by result, then row; base units
    std::vector<bool> assessed;                  // by result: false where it is not assessed at these points
    std::vector<std::vector<std::string>> gaps;  // by result: the parts that it leaves out
    std::vector<std::string> reasons = {};       // by result: why it is not assessed; "" where it is
    /// By result: what these points leave out and the first point does not, or the other way round; such
    /// results cannot be compared. "" where they can.
    std::vector<std::string> unlike = {};
};

/// A result at every point, by its name in `lca evaluate`.
struct SweepResult {
    std::string name;
    Dimension dimension = {};
};

/// All points of a sweep: every combination of the values of its axes.
struct SweepPlan {
    std::vector<Axis> axes;
    std::vector<SweepResult> results = {};
    std::uint64_t points = 1;
};

struct SweepOptions {
    std::vector<Axis> vary = {};  // none: the file's own `sweep`
    /// Names of results. None: the total, or every output of a file without activities.
    std::vector<std::string> of = {};
    std::optional<BreakdownKey> by = {};      // in place of `of`: the items of the total by this key
    std::size_t measure = index_of::climate;  // in which the items are
    Shard shard = {};                         // only this part of the points
};

/// Takes the points of a sweep as they come.
class RowSink {
public:
    virtual ~RowSink() = default;
    /// Called before the first rows, with the axes and the results that they have.
    virtual void begin(const SweepPlan&) {}
    /// Returns false to end the sweep.
    virtual bool rows(const SweepRows& rows) = 0;
};

/// A sweep whose axes and results are known; each run computes its points. Refers to the session.
class PreparedSweep {
public:
    virtual ~PreparedSweep() = default;

    virtual const std::string& title() const = 0;  // of the scenario
    virtual const SweepPlan& plan() const = 0;
    virtual std::uint64_t count() const = 0;  // points of the selected part
    /// False after an error, which is in `session.diagnostics()`. Throws InputError at a point where
    /// a result is not finite or a figure leaves its physical range.
    virtual bool run(RowSink& sink) = 0;
};

/// Null after an error, which is in `session.diagnostics()`. Throws FileError, and InputError where nothing
/// is varied, a name is not a result, or there are too many points.
std::unique_ptr<PreparedSweep> prepare_sweep(Session& session, const ScenarioSource& source,
                                             const SweepOptions& options);

/// prepare_sweep() and run() in one. False after an error.
bool sweep(Session& session, const ScenarioSource& source, const SweepOptions& options, RowSink& sink);

/// Thrown while a report is written, where a point cannot be compiled; the reason is in the session.
struct SweepFault {};

/// The answer in every form, computed while it is written. After each block `goes_on` is called with the
/// number of points done; where it returns false, the rows end there. A page throws InputError beyond
/// max_table_rows. Refers to the sweep.
Report report_of(PreparedSweep& sweep, std::function<bool(std::uint64_t done)> goes_on = {});

inline constexpr std::size_t max_table_rows = 10'000;

}  // namespace lca
