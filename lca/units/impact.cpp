// The impacts that a result can be asked for.

#include "lca/units/impact.hpp"

#include <array>

namespace lca {

namespace {

constexpr std::array<Impact, impact_count> rows = {{
    {"climate change", "", "gwp_kgco2e", "kgCO2e", 1, Dimension::impact(Category::climate)},
    {"water consumption", "water", "water_l", "L", 1e-3, Dimension::of(Base::length, 3)},
    {"abiotic depletion", "adpe", "adpe_kgsbe", "kgSbe", 1, Dimension::impact(Category::abiotic_depletion)},
    {"primary energy", "primary_energy", "primary_energy_mj", "MJp", 1,
     Dimension::impact(Category::primary_energy)},
}};

}  // namespace

std::span<const Impact> impacts() {
    return rows;
}

Dimension impact_per(std::size_t impact, Dimension per) {
    return divide(impacts()[impact].dimension, per).value();
}

}  // namespace lca
