#pragma once
// The system whose period the rows of a table share (`--cluster`): what rows take of it, and what is left.

#include <optional>
#include <string>
#include <vector>

#include "analyses/fleet/evaluate_rows.hpp"
#include "lca/math/exact_sum.hpp"
#include "models/results/overlap.hpp"

namespace lca::fleet {

/// The row "unallocated": the part of the period that is not allocated to any row.
struct UnallocatedLine {
    std::vector<std::optional<double>> values = {};  // by result, in base units; empty: see `reason`
    std::string gaps = {}, reason = {};
};

class SharedSystem {
public:
    /// `path`: "systems.cluster". Until share() is called, rows are compiled with a provisional share of the
    /// period, and only what they take of the system is read.
    SharedSystem(Session& session, VariantCompiler& compiler, std::string path);

    /// Finds the system in the compiled template. Throws InputError if there is no such system, or it has no
    /// period or no idle power that could be divided.
    void find();
    /// Adds up what all rows take, then sets the table back to its first row. Rows with faults are left out.
    /// Throws InputError where rows change the system, take more than it has, or take nothing of it. False
    /// where `goes_on` returned false.
    bool read(JobTable& table, const std::vector<RequestedResult>& requested, const GoesOn& goes_on);
    /// From now on rows are compiled with their final share of the period.
    void share();
    UnallocatedLine unallocated(const std::vector<RequestedResult>& requested);
    /// The amount by which a row's share is determined; computed for each row beside the results.
    static RequestedResult claim() { return {.name = {}, .kind = RequestedResult::Kind::claimed}; }
    double claimed() const { return claimed_.value(); }
    const std::string& path() const { return path_; }
    /// A sentence for the summary: how much of the period rows take, and by what it is divided.
    std::string remark() const;

private:
    void find_size();
    std::optional<std::uint32_t> dated_activity(const JobTable& table) const;
    /// The time, in s, for which the whole system would have to run to provide what a row takes.
    std::optional<double> system_time(std::optional<double> device_time,
                                      std::optional<double> node_time) const;
    void note_dated(const RowBlock& block, const BlockResults& found, std::size_t row, std::size_t first);
    void warn_of_overlaps(const JobTable& table);
    void look_at(const KindProgram& kind, std::uint32_t line, const JobTable& table);
    void refuse_excess();
    [[noreturn]] void refuse(Place place, std::string message, std::string expected);

    Session& session_;
    VariantCompiler& compiler_;
    std::string path_, id_;
    const System* system_ = nullptr;            // the system in the template
    std::vector<RequestedResult> taken_;        // for each activity its device time and node time
    std::vector<ExactSum> sums_;                // sums of taken_ over all rows
    ExactSum claimed_;                          // sum of claim() over all rows, in base units
    std::optional<std::vector<double>> whole_;  // KindProgram::whole() of the first row
    double share_of_period_ = 0;
    double nodes_ = 0;
    std::optional<double> accelerators_;  // number in one node
    struct RowAt {
        std::uint32_t row, line;  // row: counted from 1; line: in the file
    };
    std::optional<std::uint32_t> dated_;  // index of the activity whose `start` a column sets
    std::vector<DatedUse> uses_;          // uses of the system by rows; ids index rows_
    std::vector<RowAt> rows_;             // the row of each use
    bool too_many_ = false;               // whether more rows had times than were kept
};

}  // namespace lca::fleet
