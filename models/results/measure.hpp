#pragma once
// What can be asked of a result: each impact, then electricity, then climate change as contracts claim it.

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lca/units/impact.hpp"

namespace lca {

inline constexpr std::size_t energy_measure = impact_count;
inline constexpr std::size_t market_measure = impact_count + 1;
inline constexpr std::size_t measure_count = impact_count + 2;

struct Measure {
    std::string_view name;      // "climate change", "electricity"
    std::string_view choice;    // what options call it: "climate", "energy", "market"
    std::string_view suffix;    // in result names: "", "water", "energy", "market"
    std::string_view json_key;  // "gwp_kgco2e", "energy_kwh", "gwp_market_kgco2e"
    std::string_view unit;      // of the JSON figure
    double unit_in_base;        // one such unit in base units
    Dimension dimension;
};

/// The impacts in the order of `impacts()`, then the two others.
std::span<const Measure> measures();
/// Throws std::logic_error where there is no such row.
const Measure& measure(std::size_t index);

/// The row that options call so, or whose suffix it is; empty if there is none.
std::optional<std::size_t> measure_of_choice(std::string_view choice);
std::optional<std::size_t> measure_of_suffix(std::string_view suffix);

/// "serving.idle" and electricity: "serving.idle.energy".
std::string with_suffix(std::string name, std::size_t measure);

/// What options offer, in the order of the measures.
inline constexpr std::string_view energy_choice = "energy", market_choice = "market";
inline constexpr auto measure_choices = [] {
    std::array<std::string_view, measure_count> choices{};
    for (std::size_t i = 0; i < impact_count; ++i) choices[i] = impacts()[i].choice;
    choices[energy_measure] = energy_choice;
    choices[market_measure] = market_choice;
    return choices;
}();

}  // namespace lca
