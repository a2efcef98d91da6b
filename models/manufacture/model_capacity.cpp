// Model `capacity`: memory and storage by capacity, after ACT (Gupta et al., ISCA 2022). The formula is in
// models/physics/act.hpp; rates by technology, from what makers of memory, flash and disks published for 2010
// to 2022, are in hardware_db/models.yaml. The paper does not divide by the yield, but its code does: here
// the yield is 100 % unless stated.

#include <fmt/core.h>

#include <array>

#include "models/language/schema_types.hpp"
#include "models/physics/act.hpp"
#include "models/resolve/manufacture_model.hpp"

namespace lca {
namespace {

constexpr Key capacity_keys[] = {
    {.name = "model",
     .type = &types::text,
     .help = "capacity: memory or storage by capacity.",
     .example = "capacity",
     .required = true},
    {"capacity", &types::information, "Capacity; default: the hardware's `memory` or `storage`.", "64 GB"},
    {"technology", &types::text, "Technology; a row of the model's table.", "ddr4-10nm"},
    {"rate", &types::any_value, "Impact per capacity, overriding that of the technology.", "0.065 kgCO2e/GB"},
    {"yield", &types::share, "Share of good dies.", "87.5 %"},
    {.name = "packages",
     .type = &types::number,
     .help = "Number of packaged circuits.",
     .example = "19",
     .required = true},
    {"package", &types::impact, "Impact of packaging one circuit.", "150 gCO2e"},
    types::note_key,
    types::source_key,
};
const constinit Type capacity_type{
    .name = "capacity", .keys = capacity_keys, .help = "Memory or storage by capacity (ACT, ISCA 2022)."};

Value<unit::Information> capacity_of(const ManufactureInputs& inputs) {
    if (inputs.stated.has("capacity"))
        return inputs.stated.read<unit::Information>("capacity", Bounds::positive);
    const Value<unit::Information> known =
        inputs.hardware.memory ? inputs.hardware.memory : inputs.hardware.storage;
    if (!known) {
        inputs.lacking("model capacity needs `capacity`",
                       "`capacity` here, or the hardware's `memory` or `storage`");
    }
    return known;
}

std::optional<Expr<unit::ImpactPerInformation>> rate_of(const ManufactureInputs& inputs) {
    if (!inputs.stated.has("rate") && !inputs.stated.has("technology")) {
        inputs.error("model capacity needs `technology` or `rate`");
        return std::nullopt;
    }
    constexpr std::array<std::string_view, 1> by_technology = {"rate"};
    const std::string_view technology = inputs.stated.text("technology");
    if (!tables_know(inputs, by_technology, technology, inputs.stated.location_of("technology")))
        return std::nullopt;
    return figure_or_constant<unit::ImpactPerInformation>(inputs, "rate", Bounds::not_negative,
                                                          Category::climate, technology);
}

Footprint record_capacity(const ManufactureInputs& inputs) {
    ValueRecorder& values = inputs.values;
    const Value<unit::Information> capacity = capacity_of(inputs);
    const auto rate = rate_of(inputs);
    const auto yield = figure_or_constant<unit::None>(inputs, "yield", Bounds::positive_share);
    const auto package =
        figure_or_constant<unit::Impact>(inputs, "package", Bounds::not_negative, Category::climate);
    const auto packages = figure_or_constant<unit::None>(inputs, "packages", Bounds::not_negative);
    if (!capacity || !rate || !yield || !package || !packages) return {};

    const Expr<unit::Information> bytes = *values(capacity);
    const Expr<unit::Impact> dies = physics::act::memory_or_storage_impact(bytes, *rate, *yield);
    values.recorder().label(dies, fmt::format("dies of {} (ACT)", inputs.hardware.id), Category::climate);
    Footprint footprint;
    footprint[index_of::climate] = physics::act::packaged(dies, *packages, *package);
    return footprint;
}

}  // namespace

const ManufactureModel& capacity_model() {
    static const ManufactureModel model{"capacity", capacity_type, record_capacity};
    return model;
}

}  // namespace lca
