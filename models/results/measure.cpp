// What can be asked of a result: each impact, then electricity, then climate change by contract.

#include <stdexcept>

#include "models/results/results.hpp"

namespace lca {

namespace {

constexpr Dimension energy_dimension() {
    std::array<int, base_count> exponents{};
    exponents[static_cast<std::size_t>(Base::mass)] = 1;
    exponents[static_cast<std::size_t>(Base::length)] = 2;
    exponents[static_cast<std::size_t>(Base::time)] = -2;
    return Dimension::with_exponents(exponents);
}

std::array<Measure, measure_count> made() {
    std::array<Measure, measure_count> rows;
    for (std::size_t i = 0; i < impact_count; ++i) {
        const Impact& impact = impacts()[i];
        rows[i] = {impact.name, impact.suffix,       impact.json_key,
                   impact.unit, impact.unit_in_base, impact.dimension};
    }
    rows[energy_measure] = {"electricity", "energy", "energy_kwh", "kWh", 3.6e6, energy_dimension()};
    rows[market_measure] = {"climate change (market-based)",     "market", "gwp_market_kgco2e", "kgCO2e", 1,
                            Dimension::impact(Category::climate)};
    return rows;
}

}  // namespace

const Measure& measure(std::size_t index) {
    static const std::array<Measure, measure_count> rows = made();
    if (index >= rows.size()) throw std::logic_error("there is no such measure");
    return rows[index];
}

}  // namespace lca
