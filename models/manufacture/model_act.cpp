// Model `act`: a logic die by area and process node, after ACT (Gupta et al., ISCA 2022). The formula is in
// models/physics/act.hpp, the constants by process node are in hardware_db/models.yaml. Valid only for the
// nodes listed there, 28 to 3 nm; nothing is interpolated.

#include "models/language/schema_types.hpp"
#include "models/manufacture/logic_die.hpp"

namespace lca {
namespace {

constexpr Key act_keys[] = {
    {.name = "model",
     .type = &types::text,
     .help = "act: a logic die by area and process node.",
     .example = "act",
     .required = true},
    {"area", &types::area, "Area of silicon; default: that of the hardware's `die`.", "826 mm2"},
    {"process", &types::length, "Process node; default: that of the hardware's `die`.", "7 nm"},
    {"yield", &types::share, "Share of good dies.", "87.5 %"},
    {"fab_intensity", &types::electricity_intensity, "Intensity of the fab's electricity.", "583 gCO2e/kWh"},
    {"fab_energy", &types::any_value, "Electricity of the fab per area.", "2.15 kWh/cm2"},
    {"gases", &types::any_value, "Process gases emitted, per area.", "275 gCO2e/cm2"},
    {"materials", &types::any_value, "Impact of materials, per area.", "500 gCO2e/cm2"},
    {"packages", &types::number, "Number of packaged circuits.", "1"},
    {"package", &types::impact, "Impact of packaging one circuit.", "150 gCO2e"},
    types::note_key,
    types::source_key,
};
const constinit Type act_type{
    .name = "act", .keys = act_keys, .help = "A logic die by area and process node (ACT, ISCA 2022)."};

Footprint record_act(const ManufactureInputs& inputs) {
    Footprint footprint;
    footprint[index_of::climate] = manufacture::packaged_logic_die(inputs);
    return footprint;
}

}  // namespace

const ManufactureModel& act_model() {
    static const ManufactureModel model{"act", act_type, record_act};
    return model;
}

}  // namespace lca
