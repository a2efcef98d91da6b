#pragma once
// A system whose period all rows of a table share: what the rows take of it, and what no row takes.

#include <optional>
#include <string>
#include <vector>

#include "analyses/fleet/evaluate_rows.hpp"
#include "lca/math/exact_sum.hpp"
#include "models/results/overlap.hpp"

namespace lca::fleet {

/// The part of the period that no row carries, by result.
struct UnallocatedLine {
    std::vector<std::optional<double>> values = {};  // base units
    std::string gaps = {}, reason = {};
};

class SharedSystem {
public:
    /// `path`: "systems.cluster". Before share() a row's part of the period is provisional: only what it
    /// takes is used.
    SharedSystem(Session& session, VariantCompiler& compiler, std::string path);

    /// Finds the system, after the template was compiled. Throws InputError where there is no such system, or
    /// it has nothing to be divided.
    void find();
    /// Adds up what all rows take; the table then starts again. Rows with faults are left out, as they are
    /// later. Throws InputError where rows differ in what is divided, where they take more than there is, or
    /// nothing. False where `goes_on` returned false.
    bool read(JobTable& table, const std::vector<AskedResult>& asked, const GoesOn& goes_on);
    /// From here on rows are compiled with their share of the period.
    void share();
    UnallocatedLine unallocated(const std::vector<AskedResult>& asked);
    /// What a row takes of the system, to be computed beside the results.
    static AskedResult claim() { return {.name = {}, .kind = AskedResult::Kind::claimed}; }
    double claimed() const { return claimed_.value(); }
    const std::string& path() const { return path_; }
    /// How its period is divided, for people.
    std::string remark() const;

private:
    void find_size();
    std::optional<std::uint32_t> dated_activity(const JobTable& table) const;
    /// How long the whole system would run for what a row takes, in seconds.
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
    const System* system_ = nullptr;  // of the template
    std::vector<AskedResult> taken_;  // by activities: device time, node time
    std::vector<ExactSum> sums_;      // by taken_
    ExactSum claimed_;                // what all rows take, in base units of what the period is divided by
    std::optional<std::vector<double>> whole_;  // what is divided, as the first row has it
    double share_of_period_ = 0;
    double nodes_ = 0;
    std::optional<double> accelerators_;  // of a node
    struct RowAt {
        std::uint32_t row, line;  // row: counted from 1
    };
    std::optional<std::uint32_t> dated_;  // the activity whose start a column gives
    std::vector<DatedUse> uses_;          // uses by rows; ids are indices
    std::vector<RowAt> rows_;             // the rows of uses_
    bool too_many_ = false;               // more rows than uses_ keeps
};

}  // namespace lca::fleet
