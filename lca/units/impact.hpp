#pragma once
// The table of impact categories: units, names, suffixes, JSON keys, options and outputs are made from it.

#include <array>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string_view>

#include "lca/units/quantity.hpp"

namespace lca {

/// One spelling of a unit of an impact; its factor is multiple / divisor, both exact.
struct ImpactUnit {
    std::string_view spelling;
    double multiple, divisor;
    std::string_view canonical;   // the spelling of this unit in output
    std::string_view definition;  // where the factor comes from
};

/// A category for which results are given. (The unit of a result is unit::Impact, whatever its category.)
struct ImpactCategory {
    std::string_view name;                        // "climate change"; also the heading of its units
    std::string_view quantity;                    // the name of its dimension: "climate change impact"
    std::string_view choice;                      // its name in options: "climate", "adpe"
    std::string_view json_key;                    // key of results in JSON: "gwp_kgco2e"
    std::string_view unit;                        // unit of results in JSON: "kgCO2e"
    double unit_in_base;                          // one `unit` in base units (1 L is 1e-3 m3)
    std::span<const ImpactUnit> units;            // empty if it is stated as a volume
    std::array<std::string_view, 3> units_shown;  // units on pages, the smallest first
    std::string_view suffix = {};                 // in names of results; "" for the first impact
    Dimension dimension = {};                     // of inputs and results: a volume for water
};

namespace detail {

inline constexpr ImpactUnit climate_units[] = {
    {"ugCO2e", 1, 1e9, "ugCO2e", "1e-9 kgCO2e (exact)"},
    {"ugCO2eq", 1, 1e9, "ugCO2e", "another spelling of ugCO2e"},
    {"ugCO2-eq", 1, 1e9, "ugCO2e", "another spelling of ugCO2e"},
    {"\xC2\xB5"
     "gCO2e",
     1, 1e9, "ugCO2e", "another spelling of ugCO2e"},
    {"\xC2\xB5"
     "gCO2eq",
     1, 1e9, "ugCO2e", "another spelling of ugCO2e"},
    {"\xC2\xB5"
     "gCO2-eq",
     1, 1e9, "ugCO2e", "another spelling of ugCO2e"},
    {"\xCE\xBC"
     "gCO2e",
     1, 1e9, "ugCO2e", "another spelling of ugCO2e"},
    {"\xCE\xBC"
     "gCO2eq",
     1, 1e9, "ugCO2e", "another spelling of ugCO2e"},
    {"\xCE\xBC"
     "gCO2-eq",
     1, 1e9, "ugCO2e", "another spelling of ugCO2e"},
    {"mgCO2e", 1, 1e6, "mgCO2e", "1e-6 kgCO2e (exact)"},
    {"mgCO2eq", 1, 1e6, "mgCO2e", "another spelling of mgCO2e"},
    {"mgCO2-eq", 1, 1e6, "mgCO2e", "another spelling of mgCO2e"},
    {"gCO2e", 1, 1e3, "gCO2e", "1e-3 kgCO2e (exact)"},
    {"gCO2eq", 1, 1e3, "gCO2e", "another spelling of gCO2e"},
    {"gCO2-eq", 1, 1e3, "gCO2e", "another spelling of gCO2e"},
    {"kgCO2e", 1, 1, "kgCO2e", "base unit: 1 kg of CO2 equivalent"},
    {"kgCO2eq", 1, 1, "kgCO2e", "another spelling of kgCO2e"},
    {"kgCO2-eq", 1, 1, "kgCO2e", "another spelling of kgCO2e"},
    {"tCO2e", 1e3, 1, "tCO2e", "1e3 kgCO2e (exact)"},
    {"tCO2eq", 1e3, 1, "tCO2e", "another spelling of tCO2e"},
    {"tCO2-eq", 1e3, 1, "tCO2e", "another spelling of tCO2e"},
    {"ktCO2e", 1e6, 1, "ktCO2e", "1e6 kgCO2e (exact)"},
    {"ktCO2eq", 1e6, 1, "ktCO2e", "another spelling of ktCO2e"},
    {"ktCO2-eq", 1e6, 1, "ktCO2e", "another spelling of ktCO2e"},
    {"MtCO2e", 1e9, 1, "MtCO2e", "1e9 kgCO2e (exact)"},
    {"MtCO2eq", 1e9, 1, "MtCO2e", "another spelling of MtCO2e"},
    {"MtCO2-eq", 1e9, 1, "MtCO2e", "another spelling of MtCO2e"},
    {"lbCO2e", 45359237, 1e8, "lbCO2e", "0.45359237 kgCO2e (exact, international pound)"},
    {"lbCO2eq", 45359237, 1e8, "lbCO2e", "another spelling of lbCO2e"},
    {"lbCO2-eq", 45359237, 1e8, "lbCO2e", "another spelling of lbCO2e"},
};
inline constexpr ImpactUnit abiotic_units[] = {
    {"mgSbe", 1, 1e6, "mgSbe", "1e-6 kgSbe (exact)"},
    {"gSbe", 1, 1e3, "gSbe", "1e-3 kgSbe (exact)"},
    {"kgSbe", 1, 1, "kgSbe", "base unit: 1 kg of antimony equivalent"},
};
inline constexpr ImpactUnit primary_units[] = {
    {"MJp", 1, 1, "MJp", "base unit: 1 MJ of primary energy"},
    {"GJp", 1e3, 1, "GJp", "1e3 MJp (exact)"},
};

}  // namespace detail

/// In the order used everywhere. To add an impact, add a row at the end; nothing else needs to be changed.
inline constexpr auto impact_table = [] {
    auto rows = std::to_array<ImpactCategory>({
        {"climate change",
         "climate change impact",
         "climate",
         "gwp_kgco2e",
         "kgCO2e",
         1,
         detail::climate_units,
         {"gCO2e", "kgCO2e", "tCO2e"}},
        {"water consumption", "water", "water", "water_l", "L", 1e-3, {}, {"L", "m3"}},
        {"abiotic depletion",
         "abiotic depletion",
         "adpe",
         "adpe_kgsbe",
         "kgSbe",
         1,
         detail::abiotic_units,
         {"mgSbe", "gSbe", "kgSbe"}},
        {"primary energy",
         "primary energy impact",
         "primary_energy",
         "primary_energy_mj",
         "MJp",
         1,
         detail::primary_units,
         {"MJp", "GJp"}},
    });
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i > 0) rows[i].suffix = rows[i].choice;
        rows[i].dimension = rows[i].units.empty() ? Dimension::of(Base::length, 3)
                                                  : Dimension::impact(static_cast<Category>(i + 1));
    }
    return rows;
}();
inline constexpr std::size_t impact_count = impact_table.size();

constexpr std::span<const ImpactCategory> impacts() {
    return impact_table;
}
/// The dimension of an impact per `per`, such as kgCO2e/kWh or L/kWh.
Dimension impact_per(std::size_t impact, Dimension per);

/// The index in impact_table of the impact that options call `choice`.
constexpr std::size_t impact_index(std::string_view choice) {
    for (std::size_t i = 0; i < impact_count; ++i) {
        if (impact_table[i].choice == choice) return i;
    }
    throw std::logic_error("there is no impact of this name");
}

/// Indices of the impacts that formulas and rules refer to.
namespace index_of {
inline constexpr std::size_t climate = impact_index("climate"), water = impact_index("water"),
                             abiotic_depletion = impact_index("adpe"),
                             primary_energy = impact_index("primary_energy");
}
static_assert(impact_table[index_of::climate].dimension == Dimension::impact(Category::climate));

}  // namespace lca
