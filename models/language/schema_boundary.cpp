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
    {"stages", &stages, "The life-cycle stages inside the boundary.",
     "[manufacturing, transport, use, end_of_life]"},
    {"includes", &things, "The equipment inside the boundary.",
     "[accelerators, host, network, storage, cooling]"},
    {"gwp", &gwp, "The IPCC report whose global warming potentials the study uses.", "AR6"},
    {"cut_off", &text, "What is left out, and by which rule.", "\"parts below 1 % of the mass\""},
    note_key,
    source_key,
};

}  // namespace

const constinit Type boundary{
    .name = "boundary",
    .keys = boundary_keys,
    .help =
        "A stage of hardware counts as covered if every embodied figure used includes it (a figure without "
        "stages covers manufacturing only), `use` if every activity has a dynamic or idle figure, `cooling` "
        "if the PUE is stated. `accelerators`, `host`, `network`, `storage` and `building` are covered by an "
        "embodied figure of hardware of that kind or name; the first two also need a dynamic figure of their "
        "energy. What is not covered is a gap: `boundary.transport`."};
const constinit Type role{.name = "role", .scalar = Scalar::choice, .choices = roles};

}  // namespace lca::types
