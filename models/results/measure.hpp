#pragma once
// The measures of a result: each impact, then electricity, then climate change by the market-based
// method.

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "lca/units/impact.hpp"

namespace lca {

inline constexpr std::size_t energy_measure = impact_count;
inline constexpr std::size_t market_measure = impact_count + 1;
inline constexpr std::size_t measure_count = impact_count + 2;

struct Measure {
    std::string_view name;      // "climate change", "electricity"
    std::string_view choice;    // name in options: "climate", "energy", "market"
    std::string_view suffix;    // last part of result names: "", "water", "energy", "market"
    std::string_view json_key;  // "gwp_kgco2e", "energy_kwh", "gwp_market_kgco2e"
    std::string_view unit;      // of the figure in JSON
    double unit_in_base;        // one `unit` in base units
    Dimension dimension;
};

/// All measures: impacts in the order of `impacts()`, then the two others.
std::span<const Measure> measures();
/// The measure with an index; throws std::logic_error if there is none.
const Measure& measure(std::size_t index);

/// The index of the measure that options call by this name ("water"), or that has this suffix; empty if none.
std::optional<std::size_t> measure_of_choice(std::string_view choice);
std::optional<std::size_t> measure_of_suffix(std::string_view suffix);

/// A result's name with the suffix of a measure: for electricity "serving.idle.energy".
std::string with_suffix(std::string name, std::size_t measure);

/// The names of measures that options accept, in the order of the measures.
inline constexpr std::string_view energy_choice = "energy", market_choice = "market";
inline constexpr auto measure_choices = [] {
    std::array<std::string_view, measure_count> choices{};
    for (std::size_t i = 0; i < impact_count; ++i) choices[i] = impacts()[i].choice;
    choices[energy_measure] = energy_choice;
    choices[market_measure] = market_choice;
    return choices;
}();

enum class PhaseKind : std::uint8_t { embodied, idle, dynamic };
enum class LifeCycleStage : std::uint8_t { manufacturing, transport, end_of_life };

inline constexpr std::size_t phase_count = 3;
inline constexpr std::array<PhaseKind, phase_count> all_phases = {PhaseKind::embodied, PhaseKind::idle,
                                                                  PhaseKind::dynamic};

inline constexpr std::array<std::string_view, phase_count> phase_names = {"embodied", "idle", "dynamic"};
inline constexpr std::array<std::string_view, 3> life_cycle_stage_names = {"manufacturing", "transport",
                                                                           "end_of_life"};

constexpr std::string_view to_string(PhaseKind phase) {
    return phase_names[static_cast<std::size_t>(phase)];
}
constexpr std::string_view to_string(LifeCycleStage stage) {
    return life_cycle_stage_names[static_cast<std::size_t>(stage)];
}

// The kinds of rows of results. `stage`, `activity`, `line` and `item` are indices in the members stages,
// activities, line_names and items of Results.
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
/// Impacts of systems over their periods that are not allocated to any activity: in total, of one phase
/// (`embodied` or `idle`), of one hardware id within `embodied`, of one life-cycle stage of that.
struct UnallocatedRow {
    auto operator<=>(const UnallocatedRow&) const = default;
};
struct UnallocatedPhaseRow {
    PhaseKind phase;
    auto operator<=>(const UnallocatedPhaseRow&) const = default;
};
struct UnallocatedLineRow {
    std::uint32_t line;
    auto operator<=>(const UnallocatedLineRow&) const = default;
};
struct UnallocatedLifeCycleStageRow {
    std::uint32_t line;
    LifeCycleStage stage;
    auto operator<=>(const UnallocatedLifeCycleStageRow&) const = default;
};
/// A row that a breakdown added for one of its items.
struct ItemRow {
    std::uint32_t item;
    auto operator<=>(const ItemRow&) const = default;
};

using RowKey = std::variant<TotalRow, PhaseRow, StageRow, StagePhaseRow, ActivityRow, ActivityPhaseRow,
                            LineRow, LifeCycleStageRow, UnallocatedRow, UnallocatedPhaseRow,
                            UnallocatedLineRow, UnallocatedLifeCycleStageRow, ItemRow>;

}  // namespace lca
