#pragma once
// Makes the table of results from the entries of phases: sums, gaps and names.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/resolve/electricity_use.hpp"
#include "models/resolve/embodied.hpp"
#include "models/results/assessed_sum.hpp"
#include "models/results/results.hpp"

namespace lca::compile_detail {

/// Fills a table of results. Activities are added in the order of the file; `finish` calculates the sums over
/// them. A sum contains what is assessed; what is not is recorded as a gap with its reason, not as zero.
class ResultTableBuilder {
public:
    /// `activities`: their expected number, to reserve memory.
    ResultTableBuilder(ValueRecorder& values, Results& results, bool has_market, std::size_t activities);

    void add(const Activity& activity, const ActivityData& activity_data, const EmbodiedPhase& embodied,
             const ElectricPhases& electric, const SiteFactors* electricity);
    /// Adds what is not allocated of a system over its period: its idle energy, or that this is not known,
    /// and its embodied impact.
    void add_unallocated(const ElectricityPhase& rest, const SiteFactors& electricity);
    void add_unallocated_idle_gap(std::string_view reason);
    void add_unallocated(const EmbodiedPhase& rest);
    /// Adds the share of its system that the activity added last does not carry, as it states its own figure.
    void add_replaced(const EmbodiedPhase& share, std::string_view system);
    void finish();

private:
    using Cells = MeasuredSteps;
    struct Measured {
        std::string_view name;
        Cells cells;
        std::vector<std::pair<std::uint32_t, std::string>> gaps =
            {};                          // measures as bits, and why they are not assessed; each reason once
        std::vector<Cells> stages = {};  // for each of Results::life_cycle_stages(), or empty
        bool by_default = false;         // see ElectricityLine
        void miss(std::uint32_t measures, std::string_view reason);
    };

    Measured measure_line(const ElectricityLine& line, const SiteFactors& electricity);
    Measured measure_line(const EmbodiedLine& line);
    Measured without_figure(Measured line, const std::string& reason);
    Cells zeros();
    /// Keeps over which hours the entries of a phase use electricity, if that matters for results.
    void note_hours(std::uint32_t activity, PhaseKind phase, const ElectricityPhase& drawn,
                    const std::vector<Measured>& lines, const SiteFactors* electricity);
    void take_time_of_log(ActivityInfo& activity) const;
    /// Adds the row of a phase and the rows of its entries; returns the sums of the phase.
    Cells add_phase(ActivityPhaseRow phase, bool named_lines, const std::vector<Measured>& lines, bool zero);
    /// Adds the rows of an entry's life-cycle stages. A figure that the entry has and a stage lacks is a gap.
    void add_life_cycle_stages(const LineRow& line, const Cells& of_line, const std::vector<Cells>& stages);
    void add_gap(Gap where, std::string_view reason);
    using Numbers = std::map<std::string, std::uint32_t, std::less<>>;  // indices of texts
    static std::uint32_t interned(std::vector<std::string>& texts, Numbers& index, std::string_view text);
    std::uint8_t stage_index(std::uint8_t stage);
    std::uint32_t measures_of(PhaseKind phase) const;
    Cells sum_of(std::uint8_t stage, PhaseKind phase);
    /// Adds the rows of unallocated impacts, and their sums to those of the phases.
    void add_rows_of_unallocated(std::array<AssessedSum, phase_count>& phases, std::vector<Result>& rows);
    Cells add_unallocated_lines(std::vector<Result>& rows);
    void add_stage(std::uint8_t stage, std::array<AssessedSum, phase_count>& phases,
                   std::vector<Result>& rows);

    Recorder& recorder_;
    Results& results_;  // before `finish`: only rows of activities, phases and entries
    bool has_market_;
    Numbers line_index_, text_index_;
    std::optional<AssessedSum> unallocated_idle_;
    /// One hardware id, in the order of adding: its total, and each of its life-cycle stages.
    struct UnallocatedLine {
        std::uint32_t line;
        AssessedSum all;
        std::vector<AssessedSum> stages;
    };
    std::vector<UnallocatedLine> unallocated_embodied_;
};

}  // namespace lca::compile_detail
