// Tables of keys for what a study states in the words of standards: its boundary, what its figures cover, and
// whose inventory it is.

#include "models/language/schema_types.hpp"
#include "models/results/boundary.hpp"

namespace lca::types {
namespace {

constexpr std::span<const std::string_view> names(boundary_item_names);
constexpr std::string_view gwp_versions[] = {"AR4", "AR5", "AR6"};
constexpr std::string_view roles[] = {"owner", "customer"};

constexpr Type boundary_stage{
    .name = "life-cycle stage", .scalar = Scalar::choice, .choices = names.first<boundary_stage_count>()};
constexpr Type stages{.name = "life-cycle stages", .items = &boundary_stage};
constexpr Type thing{
    .name = "thing", .scalar = Scalar::choice, .choices = names.subspan<boundary_stage_count>()};
constexpr Type things{.name = "things", .items = &thing};
constexpr Type gwp{.name = "gwp", .scalar = Scalar::choice, .choices = gwp_versions};

constexpr std::string_view covered[] = {"gate_to_gate",    "cradle_to_gate",
                                        "cradle_to_site",  "cradle_to_grave_without_use",
                                        "cradle_to_grave", "unknown"};
constexpr std::string_view methods[] = {"vendor", "paia", "assessment", "model", "assumption", "unknown"};
constexpr std::string_view gwps[] = {"AR4", "AR5", "AR6", "unknown"};
constexpr std::string_view waters[] = {"consumption", "withdrawal"};
constexpr std::string_view depletions[] = {"ultimate", "base", "economic", "unknown"};
constexpr std::string_view energies[] = {"total", "non_renewable", "fossil", "unknown"};
constexpr Type covers{.name = "covers", .scalar = Scalar::choice, .choices = covered};
constexpr Type method{.name = "method", .scalar = Scalar::choice, .choices = methods};
constexpr Type reserves{.name = "reserves", .scalar = Scalar::choice, .choices = depletions};
constexpr Type primary{.name = "energy counted", .scalar = Scalar::choice, .choices = energies};
constexpr Key embodied_basis_keys[] = {
    {"covers", &covers,
     "`gate_to_gate`: the maker's own plants; `cradle_to_gate`: raw materials, too; `cradle_to_site`: with "
     "transport; `cradle_to_grave_without_use`: with the end of life; `cradle_to_grave`: with its use. Leave "
     "it out where figures by stage or a model of manufacture already determine it.",
     "cradle_to_gate"},
    {"method", &method,
     "`vendor`: the maker's own footprint; `paia`: the maker's own footprint, computed with PAIA, the tool "
     "of its sector; `assessment`: a life-cycle assessment by a third party; `model`: computed by a "
     "parametric model; `assumption`: assumed by a study.",
     "vendor"},
    {"gwp", &gwp_of_figure, "The IPCC report whose global warming potentials were used.", "AR5"},
    {"reserves", &reserves, "Which reserves the characterisation factors of abiotic depletion are based on.",
     "ultimate"},
    {"energy", &primary, "Which primary energy is counted: all of it (`total`), or only a part.",
     "non_renewable"},
    note_key,
};
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
        "energy. An item that is not covered is a gap, named like `boundary.transport`."};
const constinit Type gwp_of_figure{.name = "gwp of a figure", .scalar = Scalar::choice, .choices = gwps};
const constinit Type water_counted{.name = "water counted", .scalar = Scalar::choice, .choices = waters};
const constinit Type embodied_basis{
    .name = "embodied basis",
    .keys = embodied_basis_keys,
    .help =
        "What the embodied figures of an entry cover and how they were found, so that unlike ones are "
        "reported when they are compared or added up. Figures that a file puts in place of the catalogue's "
        "need a basis of their own."};

const constinit Type role{.name = "role", .scalar = Scalar::choice, .choices = roles};

}  // namespace lca::types
