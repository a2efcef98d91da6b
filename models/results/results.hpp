#pragma once
// Which steps are results, under which names, and where gaps are.

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lca/calc/step.hpp"
#include "models/results/measure.hpp"
#include "models/results/phase.hpp"

namespace lca {

// What a row may be a result of, as section 5 of the language names it. A stage is an index into
// Results::stages, an activity one into activities, a line one into line_names, an item one into items.
struct TotalRow {
    auto operator<=>(const TotalRow&) const = default;
};
struct PhaseRow {
    PhaseKind phase;
    auto operator<=>(const PhaseRow&) const = default;
};
struct StageRow {
    std::uint8_t stage;
    auto operator<=>(const StageRow&) const = default;
};
struct StagePhaseRow {
    std::uint8_t stage;
    PhaseKind phase;
    auto operator<=>(const StagePhaseRow&) const = default;
};
struct ActivityRow {
    std::uint32_t activity;
    auto operator<=>(const ActivityRow&) const = default;
};
struct ActivityPhaseRow {
    std::uint32_t activity;
    PhaseKind phase;
    auto operator<=>(const ActivityPhaseRow&) const = default;
};
struct LineRow {
    std::uint32_t activity;
    PhaseKind phase;
    std::uint32_t line;
    auto operator<=>(const LineRow&) const = default;
};
struct LifeCycleStageRow {
    std::uint32_t activity, line;
    PhaseKind phase;
    LifeCycleStage stage;
    auto operator<=>(const LifeCycleStageRow&) const = default;
};
/// Idle energy of shared systems that no activity carries.
struct UnallocatedRow {
    auto operator<=>(const UnallocatedRow&) const = default;
};
/// An item that a breakdown added.
struct ItemRow {
    std::uint32_t item;
    auto operator<=>(const ItemRow&) const = default;
};

using RowKey = std::variant<TotalRow, PhaseRow, StageRow, StagePhaseRow, ActivityRow, ActivityPhaseRow,
                            LineRow, LifeCycleStageRow, UnallocatedRow, ItemRow>;

/// One step for each measure; no_step: not assessed.
using MeasuredSteps = std::array<StepId, measure_count>;
inline constexpr MeasuredSteps nothing_assessed = [] {
    MeasuredSteps steps{};
    for (StepId& step : steps) step = no_step;
    return steps;
}();

/// One row of the table of results.
struct Result {
    RowKey key;
    MeasuredSteps steps = nothing_assessed;

    template <class Key>
    bool is() const {
        return std::holds_alternative<Key>(key);
    }
    /// Null where it is a result of something else.
    template <class Key>
    const Key* get_if() const {
        return std::get_if<Key>(&key);
    }
    /// Whose it is; nothing for sums over several.
    std::optional<std::uint32_t> activity() const;
    /// The measures it has a step for, as bits.
    std::uint32_t assessed() const;
};

/// A part that is missing from every sum above it, for the measures in `measures` (bit i: measure i).
struct Gap {
    std::uint32_t activity = 0;
    PhaseKind phase = PhaseKind::embodied;
    std::optional<LifeCycleStage> life_cycle_stage = {};  // none: the whole line
    std::optional<std::uint32_t> line = {};               // none: the whole phase
    std::uint32_t measures = 0;
    std::uint32_t reason = 0;  // index into texts()
};

/// A figure that a file asks for under `outputs`.
struct Output {
    std::string name;
    StepId step = no_step;  // no_step: not assessed
    Dimension dimension;
    std::string reason = {};   // the result it needs that is not assessed
    std::string title = {};    // for people; "" where the name says it
    std::string section = {};  // the heading it is shown under; "" among the file's own
    /// Draws of the inputs may have no such figure (it is not finite): it is then not assessed, no fault.
    bool may_lack = false;
};

/// A grid whose figures were taken for a region of the file that has none of its own.
struct GridStandIn {
    std::string path;     // "sites.here.grid"
    std::string message;  // "`aws/us-west-2` has no figures of its own: those of Oregon (US-OR/2022)"
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

/// What a breakdown added a row for: a name that no other row can have, and the gaps within (rising indices).
/// These rows are the last ones, in the order of the items.
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
    std::vector<BreakdownRow> items;
    std::vector<Output> outputs;
    std::vector<GridStandIn> stand_ins;
    StepId functional_amount = no_step;
    std::string functional_unit;
    bool has_market = false;

    static std::span<const std::string_view> phases();  // embodied, idle, dynamic: in this order everywhere
    /// manufacturing, transport, end_of_life: rows of a line whose figures are broken down by them follow it,
    /// all of them.
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
    const Result* find_item(std::string_view name) const;
    const Result* find_stage(std::string_view name) const;
    const Result* find_of_activity(std::uint32_t activity, std::string_view rest) const;
    const Result* find_row(const RowKey& wanted) const;
    std::optional<std::uint32_t> find_line(std::uint32_t activity, PhaseKind phase,
                                           std::string_view name) const;
};

}  // namespace lca
