#pragma once
// From lines of phases to the table of results: sums, gaps and names.

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "models/resolve/electricity_use.hpp"
#include "models/resolve/embodied.hpp"
#include "models/results/assessed_sum.hpp"
#include "models/results/results.hpp"

namespace lca {

/// Fills a table of results. Activities are added in the order of the file; `finish` makes the sums.
/// A sum counts what is assessed; what is not is a gap with its reason, never a zero.
class ResultTableBuilder {
public:
    /// `activities`: how many there will be.
    ResultTableBuilder(ValueRecorder& values, Results& results, bool has_market, std::size_t activities);

    void add(const Activity& activity, const ActivityData& activity_data, const EmbodiedPhase& embodied,
             const ElectricPhases& electric, const SiteFactors* electricity);
    /// Idle energy of a shared system that nobody carries.
    void add_unallocated(const ElectricityPhase& rest, const SiteFactors& electricity);
    void finish();

private:
    using Cells = MeasuredSteps;
    struct Measured {
        std::string_view name;
        Cells cells;
        std::vector<std::pair<std::uint32_t, std::string>> missing =
            {};                          // measures (bits) and why, each reason once
        std::vector<Cells> stages = {};  // of Results::life_cycle_stages(), or none
        bool by_default = false;         // as of ElectricityLine
        void miss(std::uint32_t measures, std::string_view reason);
    };

    Measured measure_line(const ElectricityLine& line, const SiteFactors& electricity);
    Measured measure_line(const EmbodiedLine& line);
    Measured without_figure(Measured line, const std::string& missing);
    Cells zeros();
    /// Adds the row of a phase and those of its lines, and gives the phase's cells.
    Cells add_phase(ActivityPhaseRow phase, bool named_lines, const std::vector<Measured>& lines, bool zero);
    /// The rows of a line's life-cycle stages; what the line counts without a stage is a gap of that stage.
    void add_life_cycle_stages(const LineRow& line, const Cells& of_line, const std::vector<Cells>& stages);
    void add_gap(Gap where, std::string_view reason);
    using Numbers = std::map<std::string, std::uint32_t, std::less<>>;  // places of texts
    static std::uint32_t interned(std::vector<std::string>& texts, Numbers& index, std::string_view text);
    std::uint8_t stage_index(std::uint8_t stage);
    Cells sum_of(std::uint8_t stage, PhaseKind phase);
    void add_stage(std::uint8_t stage, std::array<AssessedSum, phase_count>& phases,
                   std::vector<Result>& rows);

    Recorder& recorder_;
    Results& results_;  // its rows, until `finish`: of activities, phases and lines only
    bool has_market_;
    Numbers line_index_, text_index_;
    AssessedSum unallocated_;
};

}  // namespace lca
