#pragma once
// The impacts, as data: adding one is adding a row.

#include <cstdint>
#include <span>
#include <string_view>

#include "lca/units/dimension.hpp"

namespace lca {

/// An impact that a result can be asked for.
struct Impact {
    std::string_view name;      // "climate change"
    std::string_view suffix;    // in result names: "" (the default), "water", "adpe", "primary_energy"
    std::string_view json_key;  // "gwp_kgco2e"
    std::string_view unit;      // the unit of the JSON figure: "kgCO2e"
    double unit_in_base;        // one such unit in the base unit the library calculates in (1 L is 1e-3 m3)
    Dimension dimension;        // as a file writes it: water is a volume
};

/// climate change, water consumption, abiotic depletion, primary energy: in this order everywhere.
std::span<const Impact> impacts();
inline constexpr std::size_t impact_count = 4;
/// The dimension of an impact per something: kgCO2e/kWh, L/kWh.
Dimension impact_per(std::size_t impact, Dimension per);

namespace index_of {
inline constexpr std::size_t climate = 0, water = 1, abiotic_depletion = 2, primary_energy = 3;
}

}  // namespace lca
