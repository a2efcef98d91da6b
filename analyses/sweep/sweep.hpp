#pragma once
// A scenario at every combination of values of some of its paths: the points come in blocks, and memory does
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

/// Some points that follow each other, with their results.
struct SweepRows {
    std::uint64_t first = 0;  // number of the first point
    std::size_t count = 0;
    std::vector<std::vector<std::uint64_t>> choices;  // by axis as given, then row: which of its values
    std::vector<std::vector<double>> results;         // by result, then row; base units
    std::vector<bool> assessed;                       // by result: false where these points have none
    std::vector<std::vector<std::string>> gaps;       // by result: the parts that it does not count
    std::vector<std::string> reasons = {};  // by result: why these points have none; "" where they have
    /// By result: what these points leave out and the first point of all does not, or the other way round:
    /// such results do not compare. "" where they do.
    std::vector<std::string> unlike = {};
};

/// What is asked of every point, as `lca evaluate` names it.
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
    std::optional<BreakdownKey> by = {};      // in place of `of`: the items of the total along this key
    std::size_t measure = index_of::climate;  // of these items
    Shard shard = {};                         // only this part of the points
};

/// Takes the points of a sweep as they come.
class RowSink {
public:
    virtual ~RowSink() = default;
    /// Before the first rows: which axes and which results they have.
    virtual void begin(const SweepPlan&) {}
    /// False where no more are wanted.
    virtual bool rows(const SweepRows& rows) = 0;
};

/// A sweep whose axes and results are known; each run computes its points. Refers to the session.
class PreparedSweep {
public:
    virtual ~PreparedSweep() = default;

    virtual const std::string& title() const = 0;  // of the scenario
    virtual const SweepPlan& plan() const = 0;
    virtual std::uint64_t count() const = 0;  // points of the part that is asked for
    /// False after an error, which is in `session.diagnostics()`. Throws InputError at a point where
    /// a result is not finite or a figure leaves its physical range.
    virtual bool run(RowSink& sink) = 0;
};

/// Null after an error, which is in `session.diagnostics()`. Throws FileError, and InputError where nothing
/// is varied, a result is none, or there are too many points.
std::unique_ptr<PreparedSweep> prepare_sweep(Session& session, const ScenarioSource& source,
                                             const SweepOptions& options);

/// Both in one. False after an error.
bool sweep(Session& session, const ScenarioSource& source, const SweepOptions& options, RowSink& sink);

/// Thrown while a report is written where a point cannot be compiled: why is in the session.
struct SweepFault {};

/// The answer in every form, computed while it is written. After each block `goes_on` is told how many points
/// are done; where it answers false, the rows end there. A page throws InputError beyond max_table_rows.
/// Refers to the sweep.
Report report_of(PreparedSweep& sweep, std::function<bool(std::uint64_t done)> goes_on = {});

inline constexpr std::size_t max_table_rows = 10'000;

}  // namespace lca
