// The tables of `systems` and of the parts they are made of.

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
    {"count", &number, "How many; 1 where nothing is said.", "8"},
    {"amount", &any_value, "How much, for things that are bought by capacity.", "1.5 TB"},
    {"lifetime", &time, "Overrides the system's lifetime for this part.", "4 yr"},
    title_key,
    note_key,
    source_key,
};
constexpr Type part{
    .name = "part", .keys = part_keys, .help = "One item of `node` or `shared`: so many of a hardware."};

constexpr Key system_keys[] = {
    {"site", &site_or_id, "Where it stands: an id of `sites`, or a site's keys.", "idris"},
    {"node", &parts, "What one node is made of.", "[{hardware: nvidia-a100-sxm4-80gb, count: 8}]"},
    {.name = "nodes",
     .type = &nodes,
     .help = "How many nodes there are.",
     .example = "48 node",
     .required = true},
    {"shared", &parts, "What serves all nodes together: network, storage, racks.",
     "[{hardware: my-switch, count: 4}]"},
    {"lifetime", &time, "How long it is kept. Without it each hardware's own holds.", "6 yr"},
    {"utilisation", &share, "Share of the lifetime in use, above 0; 100 % where nothing is said.", "85 %"},
    {"period", &time,
     "How long the system is looked at: what is embodied in it for so long, × `period` ÷ `lifetime`, is "
     "carried "
     "in whole, idle time included. The period shows how much of it is idle; `utilisation` does not enter.",
     "1 yr"},
    {"idle", &system_idle,
     "What the whole system draws idle over `period`; its activities then state no `idle`. Without it they "
     "state their own.",
     "{system_power: 12 kW}"},
    {"allocate", &sharing,
     "Who carries the idle time of the period, drawn and embodied: by device time (`use`, the default), "
     "duration "
     "(`time`) or `requests`; with `owner` what is left stands on lines of its own, `unallocated`.",
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
