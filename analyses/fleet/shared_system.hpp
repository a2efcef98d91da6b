#pragma once
// A system whose period all rows of a table share: what they take of it together, and what nobody takes.

#include <optional>
#include <string>
#include <vector>

#include "analyses/fleet/evaluate_rows.hpp"
#include "lca/math/exact_sum.hpp"
#include "models/results/overlap.hpp"

namespace lca::fleet {

/// What no row carries, by result.
struct UnallocatedLine {
    std::vector<std::optional<double>> values = {};  // base units
    std::string gaps = {}, reason = {};
};

class SharedSystem {
public:
    /// `path`: "systems.cluster". Until `share`, what rows carry of it is only good for adding up what they
    /// take.
    SharedSystem(Session& session, VariantCompiler& compiler, std::string path);

    /// After the template was compiled. Throws InputError where it has no such system, or one without what is
    /// to be divided.
    void find();
    /// Adds up what the rows take, all of them; the table then starts again. Faults of rows are those that
    /// they have later, too. Throws InputError where rows differ in what is divided, where they take more
    /// than there is, or nothing. False where it is not to go on.
    bool read(JobTable& table, const std::vector<AskedResult>& asked, const GoesOn& goes_on);
    /// From now on rows are compiled with their share.
    void share();
    UnallocatedLine unallocated(const std::vector<AskedResult>& asked);
    /// What a row takes, to be asked for beside results.
    static AskedResult claim() { return {.name = {}, .kind = AskedResult::Kind::claimed}; }
    double claimed() const { return claimed_.value(); }
    const std::string& path() const { return path_; }
    /// How its period is divided, for people.
    std::string remark() const;

private:
    void find_size();
    std::optional<std::uint32_t> dated_activity(const JobTable& table) const;
    /// How long what a row takes would take the whole system, in seconds.
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
    const System* system_ = nullptr;            // of the template
    std::vector<AskedResult> taken_;            // by activities: device time, node time
    std::vector<ExactSum> sums_;                // of these
    ExactSum claimed_;                          // base units of what the period is divided by
    std::optional<std::vector<double>> whole_;  // as the first row has it
    double share_of_period_ = 0;
    double nodes_ = 0;
    std::optional<double> accelerators_;  // of a node
    struct RowAt {
        std::uint32_t row, line;  // row: from 1
    };
    std::optional<std::uint32_t> dated_;  // the activity of which a column gives the start
    std::vector<DatedUse> uses_;          // its rows; ids are indices
    std::vector<RowAt> rows_;             // the same
    bool too_many_ = false;               // rows for uses_
};

}  // namespace lca::fleet
