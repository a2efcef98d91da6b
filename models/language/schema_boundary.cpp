// The tables of what a study says of itself in the words of standards: its boundary, and whose it is.

#include "models/language/schema_types.hpp"
#include "models/results/boundary.hpp"

namespace lca::types {
namespace {

constexpr std::span<const std::string_view> names(boundary_item_names);
constexpr std::string_view gwp_versions[] = {"AR5", "AR6"};
constexpr std::string_view roles[] = {"owner", "customer"};

constexpr Type boundary_stage{
    .name = "life-cycle stage", .scalar = Scalar::choice, .choices = names.first<boundary_stage_count>()};
constexpr Type stages{.name = "life-cycle stages", .items = &boundary_stage};
constexpr Type thing{
    .name = "thing", .scalar = Scalar::choice, .choices = names.subspan<boundary_stage_count>()};
constexpr Type things{.name = "things", .items = &thing};
constexpr Type gwp{.name = "gwp", .scalar = Scalar::choice, .choices = gwp_versions};

constexpr Key boundary_keys[] = {
    {"stages", &stages, "The life-cycle stages inside.", "[manufacturing, transport, use, end_of_life]"},
    {"includes", &things, "The things inside.", "[accelerators, host, network, storage, cooling]"},
    {"gwp", &gwp, "The IPCC report whose global warming potentials the study means.", "AR6"},
    {"cut_off", &text, "What is left out, and by which rule.", "\"parts below 1 % of the mass\""},
    note_key,
    source_key,
};

}  // namespace

const constinit Type boundary{
    .name = "boundary",
    .keys = boundary_keys,
    .help =
        "A stage of hardware is provided where every embodied figure in use is of it (one that is not broken "
        "down is of manufacturing only), `use` by a dynamic or idle figure of every activity, `cooling` by a "
        "PUE that is stated. `accelerators`, `host`, `network`, `storage` and `building` are provided by an "
        "embodied figure of hardware of that kind, or of that name; the first two need a dynamic figure that "
        "shows their energy, too. What is not provided is a gap: `boundary.transport`."};
const constinit Type role{.name = "role", .scalar = Scalar::choice, .choices = roles};

}  // namespace lca::types
