// Tables of keys for `systems` and for their parts.

#include "models/language/schema_types.hpp"

namespace lca::types {
namespace {

constexpr std::string_view sharings[] = {"use", "time", "requests", "owner"};
constexpr Type sharing{.name = "allocate", .scalar = Scalar::choice, .choices = sharings};
constexpr Type hardware_of_part{.name = "hardware id", .scalar = Scalar::reference};

constexpr Key part_keys[] = {
    {.name = "hardware",
     .type = &hardware_of_part,
     .help = "An id of the catalogue or of this file's `hardware`.",
     .example = "nvidia-a100-sxm4-80gb",
     .required = true},
    {"count", &number, "Number; default: 1.", "8"},
    {"amount", &any_value, "Amount, for hardware that is bought by capacity.", "1.5 TB"},
    {"lifetime", &time, "Overrides the system's lifetime for this part.", "4 yr"},
    title_key,
    note_key,
    source_key,
};
constexpr Type part{.name = "part",
                    .keys = part_keys,
                    .help = "One item of `node` or `shared`: a number or an amount of one kind of hardware."};

constexpr Key system_keys[] = {
    {"site", &site_or_id, "Its site: an id of `sites`, or a site's keys.", "idris"},
    {"node", &parts, "The hardware of one node.", "[{hardware: nvidia-a100-sxm4-80gb, count: 8}]"},
    {.name = "nodes", .type = &nodes, .help = "Number of nodes.", .example = "48 node", .required = true},
    {"shared", &parts, "Hardware shared by all nodes: network, storage, racks.",
     "[{hardware: my-switch, count: 4}]"},
    {"lifetime", &time, "How long the system is kept; default: the lifetime of each piece of hardware.",
     "6 yr"},
    {"utilisation", &share, "Share of the lifetime during which it is in use, above 0; default: 100 %.",
     "85 %"},
    {"period", &time,
     "Time over which the whole system is allocated, idle time included: embodied impact × `period` ÷ "
     "`lifetime`. `utilisation` is ignored, as the period determines the idle time.",
     "1 yr"},
    {"idle", &system_idle,
     "Idle electricity of the whole system over `period`; its activities then state no `idle`. Without it "
     "they state their own.",
     "{system_power: 12 kW}"},
    {"allocate", &sharing,
     "How the idle time of the period, its electricity and embodied impact, is allocated: by device time "
     "(`use`, the default), duration (`time`) or `requests`; with `owner` the remainder is reported as "
     "`unallocated`.",
     "use"},
    title_key,
    note_key,
    source_key,
};

}  // namespace

const constinit Type parts{.name = "parts", .items = &part};
const constinit Type system{
    .name = "system",
    .keys = system_keys,
    .help = "Machines at a site: nodes, what they are made of, and how long they are kept."};
const constinit Type systems{.name = "systems", .entries = &system};

}  // namespace lca::types
