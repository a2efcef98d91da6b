// Model `processor`: a processor by its area of silicon, after Boavizta (factors of UBA Texte 94/2021). The
// formula is in models/physics/boavizta.hpp, the constants are in hardware_db/models.yaml; model `server`
// uses the same ones. Valid for server processors of about 14 to 7 nm.

#include <fmt/core.h>

#include "models/language/schema_types.hpp"
#include "models/physics/boavizta.hpp"
#include "models/resolve/manufacture_model.hpp"

namespace lca {
namespace {

constexpr Key processor_keys[] = {
    {.name = "model",
     .type = &types::text,
     .help = "processor: a processor by its silicon.",
     .example = "processor",
     .required = true},
    {"area", &types::area, "Silicon of all dies; default: that of the hardware's `die`.", "1064 mm2"},
    types::note_key,
    types::source_key,
};
const constinit Type processor_type{
    .name = "processor",
    .keys = processor_keys,
    .help = "A processor by its silicon (Boavizta, after UBA Texte 94/2021)."};

Value<unit::Area> area_of(const ManufactureInputs& inputs) {
    if (inputs.stated.has("area")) return inputs.stated.read<unit::Area>("area", Bounds::positive);
    if (!inputs.hardware.die_area) {
        inputs.lacking("model processor needs `area`", "`area` here, or in the hardware's `die`");
    }
    return inputs.hardware.die_area;
}

Footprint record_processor(const ManufactureInputs& inputs) {
    ValueRecorder& values = inputs.values;
    const auto area = values(area_of(inputs));
    Footprint footprint;
    for (std::size_t i = 0; area && i < impact_count; ++i) {
        const auto package = impact_factor<unit::Impact>(inputs, inputs.constants, "cpu", i);
        const auto per_area = impact_factor<unit::ImpactPerArea>(inputs, inputs.constants, "cpu_area", i);
        if (!package || !per_area) continue;
        const Expr<unit::Impact> dies = physics::boavizta::processor_dies(*area, *per_area);
        values.recorder().label(dies.value(), fmt::format("dies of {}", inputs.hardware.id),
                                impacts()[i].dimension);
        footprint[i] = physics::boavizta::processor(*package, dies);
    }
    return footprint;
}

}  // namespace

const ManufactureModel& processor_model() {
    static const ManufactureModel model{"processor", processor_type, record_processor};
    return model;
}

}  // namespace lca
