#include "models/results/measure.hpp"

#include <algorithm>
#include <stdexcept>

namespace lca {

namespace {

constexpr Dimension energy_dimension() {
    std::array<int, base_count> exponents{};
    exponents[static_cast<std::size_t>(Base::mass)] = 1;
    exponents[static_cast<std::size_t>(Base::length)] = 2;
    exponents[static_cast<std::size_t>(Base::time)] = -2;
    return Dimension::with_exponents(exponents);
}

constexpr auto table = [] {
    std::array<Measure, measure_count> rows{};
    for (std::size_t i = 0; i < impact_count; ++i) {
        const ImpactCategory& impact = impacts()[i];
        rows[i] = {impact.name, impact.choice,       impact.suffix,   impact.json_key,
                   impact.unit, impact.unit_in_base, impact.dimension};
    }
    rows[energy_measure] = {"electricity", energy_choice, energy_choice,     "energy_kwh",
                            "kWh",         3.6e6,         energy_dimension()};
    rows[market_measure] = {
        "climate change (market-based)",     market_choice, market_choice, "gwp_market_kgco2e", "kgCO2e", 1,
        Dimension::impact(Category::climate)};
    return rows;
}();

std::optional<std::size_t> find(std::string_view Measure::*column, std::string_view text) {
    const auto at =
        std::find_if(table.begin(), table.end(), [&](const Measure& one) { return one.*column == text; });
    if (text.empty() || at == table.end()) return std::nullopt;
    return static_cast<std::size_t>(at - table.begin());
}

}  // namespace

std::span<const Measure> measures() {
    return table;
}

const Measure& measure(std::size_t index) {
    if (index >= table.size()) throw std::logic_error("there is no such measure");
    return table[index];
}

std::optional<std::size_t> measure_of_choice(std::string_view choice) {
    return find(&Measure::choice, choice);
}

std::optional<std::size_t> measure_of_suffix(std::string_view suffix) {
    return find(&Measure::suffix, suffix);
}

std::string with_suffix(std::string name, std::size_t index) {
    const std::string_view suffix = measure(index).suffix;
    if (!suffix.empty()) name.append(".").append(suffix);
    return name;
}

}  // namespace lca
