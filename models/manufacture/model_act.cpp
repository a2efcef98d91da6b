// A logic die by area and process node, after ACT (Gupta et al., ISCA 2022); the formula is in
// models/physics/act.hpp. Constants by process node: hardware_db/models.yaml. Valid for the nodes listed
// there, 28 to 3 nm; nothing is interpolated.

#include <fmt/core.h>

#include <cmath>

#include "models/language/schema_types.hpp"
#include "models/physics/act.hpp"
#include "models/resolve/manufacture_model.hpp"

namespace lca {
namespace {

constexpr Key act_keys[] = {
    {.name = "model",
     .type = &types::text,
     .help = "act: a logic die by area and process node.",
     .example = "act",
     .required = true},
    {"area", &types::area, "Area of silicon; that of the hardware's die where nothing is said.", "826 mm2"},
    {"process", &types::length, "Process node; that of the hardware's die where nothing is said.", "7 nm"},
    {"yield", &types::share, "Share of good dies.", "87.5 %"},
    {"fab_intensity", &types::electricity_intensity, "Intensity of the fab's electricity.", "583 gCO2e/kWh"},
    {"fab_energy", &types::any_value, "Electricity of the fab per area.", "2.15 kWh/cm2"},
    {"gases", &types::any_value, "Process gases set free, per area.", "275 gCO2e/cm2"},
    {"materials", &types::any_value, "Impact of materials, per area.", "500 gCO2e/cm2"},
    {"packages", &types::number, "Number of packaged circuits.", "1"},
    {"package", &types::impact, "Impact of packaging one circuit.", "150 gCO2e"},
    types::note_key,
    types::source_key,
};
const constinit Type act_type{
    .name = "act", .keys = act_keys, .help = "A logic die by area and process node (ACT, ISCA 2022)."};

/// "7nm" as the tables spell it: whole nanometres.
std::string node_name(double metres) {
    return fmt::format("{:.0f}nm", std::round(metres * 1e9));
}

/// The die's own figure where the inputs do not repeat it.
template <class Unit>
Value<Unit> own_or_die(const ManufactureInputs& inputs, std::string_view key, const Value<Unit>& die) {
    if (inputs.stated.has(key)) return inputs.stated.read<Unit>(key, Bounds::positive);
    if (!die) {
        inputs.error(fmt::format("model act needs `{}`", key),
                     fmt::format("`{}` here, or in the hardware's `die`", key));
    }
    return die;
}

Footprint record_act(const ManufactureInputs& inputs) {
    ValueRecorder& values = inputs.values;
    const auto area = values(own_or_die(inputs, "area", inputs.hardware.die_area));
    const auto process = values(own_or_die(inputs, "process", inputs.hardware.process));
    if (!area || !process) return {};
    const std::string node = node_name(values.now(process->value()));

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
    if (!intensity || !energy || !gases || !materials || !yield || !package || !packages) return {};

    namespace act = physics::act;
    const auto per_good_area = act::carbon_per_area(*intensity, *energy, *gases, *materials, *yield);
    const Expr<unit::Impact> die = act::logic_die(*area, per_good_area);
    values.recorder().label(die, fmt::format("die of {} (ACT)", inputs.hardware.id), Category::climate);
    Footprint footprint;
    footprint[index_of::climate] = act::packaged(die, *packages, *package);
    return footprint;
}

}  // namespace

const ManufactureModel& act_model() {
    static const ManufactureModel model{"act", act_type, record_act};
    return model;
}

}  // namespace lca
