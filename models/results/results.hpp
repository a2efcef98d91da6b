#pragma once
// Which steps are results, under which names, and where gaps are.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lca/calc/step.hpp"
#include "lca/units/impact.hpp"

namespace lca {

/// What can be asked of a result: the impacts (in the order of `impacts()`), facility electricity, and
/// climate change as contracts claim it.
inline constexpr std::size_t energy_measure = impact_count;
inline constexpr std::size_t market_measure = impact_count + 1;
inline constexpr std::size_t measure_count = impact_count + 2;
struct Measure {
    std::string_view name;      // "climate change", "electricity"
    std::string_view suffix;    // "", "water", "adpe", "primary_energy", "energy", "market"
    std::string_view json_key;  // "gwp_kgco2e", …, "energy_kwh", "gwp_market_kgco2e"
    std::string_view unit;      // of the JSON figure
    double unit_in_base;        // one such unit in base units
    Dimension dimension;
};
const Measure& measure(std::size_t index);

enum class Level : std::uint8_t {
    total,
    phase,
    stage,
    stage_phase,
    activity,
    activity_phase,
    line,
    life_cycle_stage,
    unallocated,
    part  // of the total, cut along some key by a study
};

/// One row: a name of section 5 of the language, and for each measure its step or none ("not assessed").
struct Result {
    Level level = Level::total;
    std::uint8_t life_cycle_stage = 0;  // index into life_stages(); for life_stage
    std::uint8_t stage = 0;             // index into stages(); for stage, stage_phase, and of the activity
    std::uint8_t phase = 0;      // index into phases(); for phase, stage_phase, activity_phase and below
    std::uint32_t activity = 0;  // index into activities(); for activity and what is within one
    std::uint32_t line = 0;      // index into line_names(); for line, life_stage; for part, into parts
    std::array<StepId, measure_count> steps = {no_step, no_step, no_step, no_step, no_step, no_step};

    /// The measures it has a step for, as bits.
    std::uint32_t assessed() const;
};

/// A part that is missing from every sum above it, for the measures in `measures` (bit i: measure i).
struct Gap {
    std::uint32_t activity = 0;
    std::uint8_t phase = 0;
    std::optional<std::uint8_t> life_cycle_stage = {};  // none: the whole line
    std::optional<std::uint32_t> line = {};             // none: the whole phase
    std::uint32_t measures = 0;
    std::uint32_t reason = 0;  // index into texts()
};

/// A figure that a file asks for under `outputs`.
struct Output {
    std::string name;
    StepId step = no_step;  // no_step: not assessed
    Dimension dimension;
    std::string why_not = {};  // the result it needs that is not assessed
    std::string title = {};    // for people; "" where the name says it
    std::string section = {};  // the heading it is shown under; "" among the file's own
    /// Draws of the inputs may have no such figure (it is not finite): it is then not assessed, no fault.
    bool may_lack = false;
};

/// An activity as the report shows it.
struct ActivityInfo {
    std::string id;
    std::string title;
    std::uint8_t stage = 0;
    bool included = true;
    /// When it began, in seconds since 1970 as the clocks of its own zone count them; none: not stated.
    std::optional<double> start = {};
    StepId duration = no_step, device_time = no_step, node_time = no_step, requests = no_step,
           tokens = no_step, work = no_step;
};

/// Whether a row is an activity's own; the others are sums over several.
constexpr bool of_one_activity(const Result& row) {
    return row.level >= Level::activity && row.level < Level::unallocated;
}
/// What a row of Level::part is: a name that no other row can have, and the gaps within (rising indices).
/// These rows are the last ones, in the order of their infos.
struct BreakdownRow {
    std::string name;  // "line:dynamic.chips", "year:2024"
    std::vector<std::uint32_t> gaps;
};

/// The table of results of one Calculation, in the order of the file; sums come first.
struct Results {
    std::vector<Result> rows;
    std::vector<Gap> gaps;
    std::vector<ActivityInfo> activities;
    std::vector<std::string> stages, line_names, texts;
    std::vector<BreakdownRow> parts;
    std::vector<Output> outputs;
    StepId functional_amount = no_step;
    std::string functional_unit;
    bool has_market = false;

    static std::span<const std::string_view> phases();  // embodied, idle, dynamic: in this order everywhere
    /// manufacturing, transport, end_of_life: rows of a line whose figures tell them apart follow it, all of
    /// them.
    static std::span<const std::string_view> life_cycle_stages();

    std::string name(const Result& row) const;
    const Result* find(std::string_view name) const;
    /// The parts missing from a row, each once, for any of the measures in `measures` (bits).
    std::vector<const Gap*> gaps_within(const Result& row, std::uint32_t measures) const;
    std::vector<const Gap*> gaps_of(const Result& row, std::size_t measure) const;
    bool has_gap(const Result& row, std::size_t measure) const;
    /// "serving.idle", "training.embodied.my-switch".
    std::string name(const Gap& gap) const;
    /// As the language would ask for it: "serving.idle.energy".
    std::string name(const Gap& gap, std::size_t measure) const;

    /// Sorts the indices that make find and gaps_within quick (they work without). Done by `assessment`.
    void build_index();
    std::optional<std::uint32_t> find_activity(std::string_view id) const;

    struct Index {
        std::vector<std::uint32_t> activities, rows, gaps;  // by id; by level and place; by activity
    } index = {};

private:
    bool is_within(const Result& row, const Gap& gap) const;
    const Result* find_part(std::string_view name) const;
    const Result* find_stage(std::string_view name) const;
    const Result* find_row(const Result& wanted, std::optional<std::string_view> line = {}) const;
};

/// A result asked for by name: "final_training.dynamic.energy" is a row and a measure. Nothing where there is
/// no such result.
struct ResultRef {
    const Result* row = nullptr;
    std::size_t measure = index_of::climate;
};
std::optional<ResultRef> find_result(const Results& results, std::string_view name);

}  // namespace lca
