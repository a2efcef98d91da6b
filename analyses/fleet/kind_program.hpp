#pragma once
// A kind of rows, compiled once; computes the results of all its rows from their columns of numbers.

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

/// Something computed for each row, and the unit of its column in the answer.
struct RequestedResult {
    /// result: by its name. The others are about the system that rows share: what a row claims of it, or for
    /// how long one activity uses devices or nodes, or lasts.
    enum class Kind : std::uint8_t { result, claimed, device_time, node_time, duration };

    std::string name;
    Dimension dimension = {};
    std::string unit = {};
    double factor = 1;  // one `unit` in base units
    Kind kind = Kind::result;
    std::uint32_t activity = 0;  // for times and durations: index of the activity
};

/// The results of some rows of one kind.
struct KindRows {
    std::vector<std::size_t> alone =
        {};  // rows to be compiled by themselves: the grid's series does not cover them
    std::vector<std::vector<double>> results = {};   // [result][row], base units; no values: not assessed
    std::map<std::size_t, std::string> faults = {};  // by row: why it has no results
};

class KindProgram {
public:
    enum class Rows : bool { all, this_one };

    /// Compiles the template with `edits`, the values of one row of this kind. If that fails, fault() says
    /// why. With Rows::this_one it has only the results of that row and cannot compute others.
    KindProgram(VariantCompiler& compiler, const std::vector<BoundColumn>& columns,
                const std::vector<Edit>& edits, const std::vector<RequestedResult>& requested, Rows rows);

    const std::string& fault() const { return fault_; }
    /// Whether the fault lies in the texts, which all rows of this kind share.
    bool whole_kind_is_faulty() const { return whole_kind_; }
    void blame_whole_kind() { whole_kind_ = true; }
    /// Whether each row must be compiled by itself: a numeric column does not just set an input.
    bool one_by_one() const { return one_by_one_; }
    /// What the results leave out, and why some are not assessed: "a.idle; b.embodied", "total.water: …".
    const std::string& gaps() const { return gaps_; }
    const std::string& reason() const { return reason_; }
    /// whole(): those parts of the shared system that are divided among rows, as compiled. column_of_whole():
    /// index of a numeric column that would change them; empty if none does.
    const std::vector<double>& whole() const { return whole_; }
    const std::optional<std::size_t>& column_of_whole() const { return column_of_whole_; }
    bool assessed(std::size_t result) const { return assessed_[result]; }
    /// A result of the row with which the kind was compiled.
    double compiled_value(std::size_t result) const { return compiled_[result]; }

    /// Whether rows that start at this time can be computed.
    bool knows_start(double start) const { return !start_ || moved_ || start == *start_; }
    bool takes_starts() const { return moved_ && !moved_->empty(); }
    /// Allows rows to start at any time of the year, if the start only changes the hours over which means are
    /// taken. To check, compiles `row` as it is and with the start of this kind. False if more differs, or if
    /// one of the two is invalid.
    bool let_start_vary(VariantCompiler& compiler, const std::vector<BoundColumn>& columns,
                        const std::vector<Edit>& row);

    /// Computes rows: columns[k][i] is the value of row i in the k-th numeric column, in base units; if
    /// takes_starts(), the last column has the starts.
    KindRows compute(std::span<const double* const> columns, std::size_t rows) const;
    /// Whether the results computed for a row equal those of `alone`, the same row compiled by itself.
    bool agrees(const KindProgram& alone, const KindRows& made, std::size_t row) const;
    /// From now on each row is compiled by itself: a number has an effect that the recording does not have.
    void take_one_by_one() { one_by_one_ = true; }

private:
    void describe(const PointResult& point, const std::vector<RequestedResult>& requested);
    bool find_moved(const Assessment& made, double start, const Assessment& other);
    void find_alone(const std::vector<double>& all, std::span<const double> starts, KindRows& to) const;
    void make_program(const std::vector<BoundColumn>& columns, const PointResult& point);
    void look_at_whole(const std::vector<BoundColumn>& columns, const PointResult& point);
    void check_limits(const std::vector<double>& all, std::size_t rows, KindRows& to) const;

    std::string fault_, gaps_, reason_;
    bool one_by_one_ = false, whole_kind_ = false;
    std::vector<bool> assessed_;
    std::vector<double> compiled_, whole_;
    std::optional<std::size_t> column_of_whole_;
    /// A mean over the hours of a grid series that begins at the row's start.
    struct MovedMean {
        StepId step = no_step, duration = no_step;
        std::shared_ptr<const SeriesInUse> series;
    };
    std::string start_text_;       // start of the row with which the kind was compiled, as text
    std::optional<double> start_;  // that start, in seconds since 1970 UTC
    std::optional<std::vector<std::size_t>>
        moved_;  // steps of means that begin at the row's start; no value: only start_ is known
    std::vector<MovedMean> hours_;  // details of the means in moved_
    /// The steps to compute: of the assessed results, the limits, the capacity check, and the durations of
    /// hours_.
    std::vector<StepId> steps_;
    std::vector<std::size_t> wanted_;
    std::vector<std::string> names_;
    std::vector<Limit> limits_;
    std::optional<SweptCapacity> capacity_;
    std::optional<ColumnProgram> program_;
};

}  // namespace lca::fleet
