// Model `board`: an accelerator board without a published assessment. Its dies by area and process node
// (ACT), its memory by capacity and kind (stacked or not), and one figure for board, power stages and cooler.
// Memory and that figure are derived from assessments of similar boards; hardware_db/models.yaml says which,
// and how far the model is off. The formula is in models/physics/board.hpp.

#include <fmt/core.h>

#include <array>

#include "models/language/schema_types.hpp"
#include "models/manufacture/logic_die.hpp"
#include "models/physics/board.hpp"

namespace lca {
namespace {

constexpr Key board_keys[] = {
    {.name = "model",
     .type = &types::text,
     .help = "board: an accelerator with its memory and board.",
     .example = "board",
     .required = true},
    {"area", &types::area, "Logic silicon; default: that of the hardware's `die`.", "814 mm2"},
    {"process", &types::length, "Process node; default: that of the hardware's `die`.", "5 nm"},
    {"memory", &types::information, "Memory on the board; default: the hardware's `memory`.", "80 GB"},
    {"memory_kind", &types::text,
     "Kind of memory, hbm (stacked; the default) or gddr; a row of the model's table.", "gddr"},
    {"memory_rate", &types::any_value, "Impact of memory by capacity, overriding that of the kind.",
     "2.2 kgCO2e/GB"},
    {"board", &types::impact, "Board, power stages and cooler.", "26.2 kgCO2e"},
    types::note_key,
    types::source_key,
};
const constinit Type board_type{
    .name = "board",
    .keys = board_keys,
    .help = "An accelerator's board: dies (ACT), memory by capacity, other parts."};

std::optional<Expr<unit::ImpactPerInformation>> memory_rate(const ManufactureInputs& inputs) {
    constexpr std::array<std::string_view, 1> by_kind = {"memory_rate"};
    const bool stated = inputs.stated.has("memory_kind");
    const std::string_view kind = stated ? inputs.stated.text("memory_kind") : "hbm";
    if (!tables_know(inputs, by_kind, kind, inputs.stated.location_of("memory_kind"))) return std::nullopt;
    return figure_or_constant<unit::ImpactPerInformation>(inputs, "memory_rate", Bounds::not_negative,
                                                          Category::climate, kind);
}

Footprint record_board(const ManufactureInputs& inputs) {
    ValueRecorder& values = inputs.values;
    const ManufactureInputs of_die{inputs.stated, inputs.hardware, values, constants_of("act", values)};
    const auto dies = manufacture::packaged_logic_die(of_die);
    const auto memory = values(
        manufacture::own_or_of_hardware(inputs, "memory", inputs.hardware.memory, "the hardware's `memory`"));
    const auto rate = memory_rate(inputs);
    const auto rest =
        figure_or_constant<unit::Impact>(inputs, "board", Bounds::not_negative, Category::climate);
    if (!dies || !memory || !rate || !rest) return {};
    const Expr<unit::Impact> memories = physics::board::memory(*memory, *rate);
    values.recorder().label(memories, fmt::format("memory of {}", inputs.hardware.id), Category::climate);
    Footprint footprint;
    footprint[index_of::climate] = physics::board::accelerator(*dies, memories, *rest);
    return footprint;
}

}  // namespace

const ManufactureModel& board_model() {
    static const ManufactureModel model{"board", board_type, record_board};
    return model;
}

}  // namespace lca
