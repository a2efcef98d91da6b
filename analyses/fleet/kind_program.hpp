#pragma once
// Rows of one kind, compiled once: from their numbers, by columns, to results.

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analyses/fleet/job_table.hpp"
#include "analyses/shared/swept_capacity.hpp"
#include "analyses/shared/variant_compiler.hpp"
#include "lca/calc/evaluate.hpp"

namespace lca::fleet {

/// What is computed for each row, and the unit that its column states.
struct AskedResult {
    /// A result by its name; or, for the system that all rows share, what the row claims of it, or the device
    /// time, the node time or the duration for which one activity uses it.
    enum class Kind : std::uint8_t { result, claimed, device_time, node_time, duration };

    std::string name;
    Dimension dimension = {};
    std::string unit = {};
    double factor = 1;  // one such unit in base units
    Kind kind = Kind::result;
    std::uint32_t activity = 0;  // for a time or duration: the activity's number
};

/// Results of rows of one kind.
struct KindRows {
    std::vector<std::size_t> alone =
        {};  // rows that must be compiled: the grid does not know all their hours
    std::vector<std::vector<double>> results = {};   // by result, then row; base units; empty: not assessed
    std::map<std::size_t, std::string> faults = {};  // by row: why it has no results
};

class KindProgram {
public:
    enum class Rows : bool { all, this_one };

    /// Compiles the template with `edits`, which make it one row of this kind. Where it cannot be compiled,
    /// fault() says why. A program for this one row has its results, and cannot compute other rows.
    KindProgram(VariantCompiler& compiler, const std::vector<BoundColumn>& columns,
                const std::vector<Edit>& edits, const std::vector<AskedResult>& asked, Rows rows);

    const std::string& fault() const { return fault_; }
    /// Whether the fault is in the texts, so that all rows of this kind have it.
    bool whole_kind_is_faulty() const { return whole_kind_; }
    void blame_whole_kind() { whole_kind_ = true; }
    /// Whether each row must be compiled, as a number of the table is not an input of its own.
    bool one_by_one() const { return one_by_one_; }
    /// What the results do not count, and why some are not assessed: "a.idle; b.embodied", "total.water: …".
    const std::string& gaps() const { return gaps_; }
    const std::string& reason() const { return reason_; }
    /// For the system that all rows share: what is divided, as it was compiled, and a numeric column (an
    /// index of all columns) that changes it.
    const std::vector<double>& whole() const { return whole_; }
    const std::optional<std::size_t>& column_of_whole() const { return column_of_whole_; }
    bool assessed(std::size_t result) const { return assessed_[result]; }
    /// The results of the row that the kind was compiled with.
    double compiled_value(std::size_t result) const { return compiled_[result]; }

    /// Whether rows with this start can be computed.
    bool knows_start(double start) const { return !start_ || moved_ || start == *start_; }
    bool takes_starts() const { return moved_ && !moved_->empty(); }
    /// Lets rows start at any time of the year, if the row `row` (as edits) differs from the same row with
    /// the compiled start only in the hours that means are taken over. False where it differs in more, or one
    /// of the two cannot be compiled.
    bool let_start_vary(VariantCompiler& compiler, const std::vector<BoundColumn>& columns,
                        const std::vector<Edit>& row);

    /// Computes rows. columns[k][i] is the number of row i in the k-th numeric column, in base units; the
    /// last column has the starts, where they may vary.
    KindRows compute(std::span<const double* const> columns, std::size_t rows) const;
    /// Whether what was computed for a row is what compiling it by itself gives.
    bool agrees(const KindProgram& alone, const KindRows& made, std::size_t row) const;
    /// From now on each row is compiled: a number has an effect that the recording does not show.
    void take_one_by_one() { one_by_one_ = true; }

private:
    void describe(const PointResult& reading, const std::vector<AskedResult>& asked);
    bool find_moved(const Assessment& made, double start, const Assessment& other);
    void find_alone(const std::vector<double>& all, std::span<const double> starts, KindRows& to) const;
    void make_program(const std::vector<BoundColumn>& columns, const PointResult& reading);
    void look_at_whole(const std::vector<BoundColumn>& columns, const PointResult& reading);
    void check_limits(const std::vector<double>& all, std::size_t rows, KindRows& to) const;

    std::string fault_, gaps_, reason_;
    bool one_by_one_ = false, whole_kind_ = false;
    std::vector<bool> assessed_;
    std::vector<double> compiled_, whole_;
    std::optional<std::size_t> column_of_whole_;
    /// A mean over time that starts when the row does.
    struct MovedMean {
        StepId step = no_step, duration = no_step;
        std::shared_ptr<const SeriesInUse> series;
    };
    std::string start_text_;       // of the row that the kind was compiled with
    std::optional<double> start_;  // the same, in seconds since 1970 UTC
    std::optional<std::vector<std::size_t>>
        moved_;                     // means that start when the row does; empty: start_ is fixed
    std::vector<MovedMean> hours_;  // the same means
    /// The steps of the results that are assessed, then of the limits, of the capacity check, of the
    /// durations of hours_.
    std::vector<StepId> steps_;
    std::vector<std::size_t> wanted_;
    std::vector<std::string> names_;
    std::vector<Limit> limits_;
    std::optional<SweptCapacity> capacity_;
    std::optional<ColumnProgram> program_;
};

}  // namespace lca::fleet
