#include "models/manufacture/logic_die.hpp"

#include <fmt/core.h>

#include <array>
#include <cmath>

#include "models/physics/act.hpp"

namespace lca::manufacture {
namespace {

/// The name of a process node in the model's tables: whole nanometres, "7nm".
std::string node_name(double metres) {
    return fmt::format("{:.0f}nm", std::round(metres * 1e9));
}

}  // namespace

std::optional<Expr<unit::Impact>> packaged_logic_die(const ManufactureInputs& inputs) {
    constexpr std::string_view die_key = "in the hardware's `die`";
    ValueRecorder& values = inputs.values;
    const auto area = values(own_or_of_hardware(inputs, "area", inputs.hardware.die_area, die_key));
    const Value<unit::Length> size = own_or_of_hardware(inputs, "process", inputs.hardware.process, die_key);
    const auto process = values(size);
    if (!area || !process) return std::nullopt;
    const std::string node = node_name(values.now(process->value()));
    constexpr std::array<std::string_view, 2> by_node = {"fab_energy", "gases"};
    if (!tables_know(inputs, by_node, node, size->text)) return std::nullopt;

    constexpr Bounds not_negative = Bounds::not_negative;
    constexpr Category climate = Category::climate;
    const auto intensity =
        figure_or_constant<unit::ImpactPerEnergy>(inputs, "fab_intensity", not_negative, climate);
    const auto energy =
        figure_or_constant<unit::EnergyPerArea>(inputs, "fab_energy", not_negative, Category::none, node);
    const auto gases = figure_or_constant<unit::ImpactPerArea>(inputs, "gases", not_negative, climate, node);
    const auto materials =
        figure_or_constant<unit::ImpactPerArea>(inputs, "materials", not_negative, climate);
    const auto yield = figure_or_constant<unit::None>(inputs, "yield", Bounds::positive_share);
    const auto package = figure_or_constant<unit::Impact>(inputs, "package", not_negative, climate);
    const auto packages = figure_or_constant<unit::None>(inputs, "packages", not_negative);
    if (!intensity || !energy || !gases || !materials || !yield || !package || !packages) return std::nullopt;

    namespace act = physics::act;
    const auto per_good_area = act::carbon_per_area(*intensity, *energy, *gases, *materials, *yield);
    const Expr<unit::Impact> die = act::logic_die(*area, per_good_area);
    values.recorder().label(die, fmt::format("die of {} (ACT)", inputs.hardware.id), climate);
    return act::packaged(die, *packages, *package);
}

}  // namespace lca::manufacture
