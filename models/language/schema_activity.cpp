// Tables of keys for `activities` and their three phases.

#include "models/language/schema_types.hpp"

namespace lca::types {
namespace {

constexpr std::string_view precisions[] = {"fp32", "fp16", "bf16", "fp8", "int8"};
constexpr std::string_view allocations[] = {"used_time", "calendar", "sci", "full", "none"};
constexpr std::string_view contents[] = {"idle", "pue", "host"};
constexpr std::string_view states[] = {"none", "not_assessed"};
constexpr std::string_view nothing[] = {"none"};
constexpr std::string_view between_readings[] = {"line", "step"};
constexpr Type stage{.name = "stage", .scalar = Scalar::choice, .choices = language_stages};
constexpr Type precision{.name = "precision", .scalar = Scalar::choice, .choices = precisions};
constexpr Type allocation{.name = "allocation", .scalar = Scalar::choice, .choices = allocations};
constexpr Type content{.name = "content", .scalar = Scalar::choice, .choices = contents};
constexpr Type includes{.name = "includes", .scalar = Scalar::choice, .choices = nothing, .items = &content};
constexpr Type between{.name = "between", .scalar = Scalar::choice, .choices = between_readings};
constexpr Type log_devices{.name = "devices of a log", .scalar = Scalar::any, .items = &text};
constexpr Type system_id{.name = "system id", .scalar = Scalar::id};

constexpr Key baseline_keys[] = {
    {.name = "start",
     .type = &text,
     .help = "Start of the baseline, in the local time of the log.",
     .example = "2026-03-04T09:50:00",
     .required = true},
    {.name = "end", .type = &text, .help = "Its end.", .example = "2026-03-04T09:55:00", .required = true},
};
constexpr Type log_baseline{.name = "baseline",
                            .keys = baseline_keys,
                            .help =
                                "A period of the log in which the boards were on but idle: their mean power "
                                "then is taken as their idle power."};
constexpr Key log_keys[] = {
    {.name = "file",
     .type = &file_name,
     .help = "The log, relative to the scenario.",
     .example = "power.csv",
     .required = true},
    {"format", &text,
     "Format of the log, if not recognised from its first lines: `nvidia-smi`, `amd-smi`, or `csv` for a "
     "table of your own.",
     "nvidia-smi"},
    {"zone", &text, "Time zone of times without one: a name or an offset.", "Europe/Paris"},
    {"time", &text, "Column of the times; default: `timestamp` or `time`.", "utc_time"},
    {"column", &text, "Column of the powers; default: `power`.", "power"},
    {"unit", &text, "Unit of the powers, if the heading does not give it in square brackets.", "W"},
    {"devices", &log_devices, "The boards to use, by their names in the log; default: all.", "[0, 1]"},
    {"start", &text, "Readings before this time are ignored; in the local time of the log.",
     "2026-03-04T10:00:00"},
    {"end", &text, "Readings after this time are ignored.", "2026-03-04T12:00:00"},
    {"between", &between,
     "The power between two readings: a straight `line` (default), or the first reading (`step`), the last "
     "reading until `end`.",
     "step"},
    {"baseline", &log_baseline,
     "A time of the log in which the boards were idle: that part of the energy is then `idle`, and only the "
     "rest `dynamic`.",
     "{start: \"2026-03-04T09:50:00\", end: \"2026-03-04T09:55:00\"}"},
    note_key,
    source_key,
};
constexpr Type power_log{
    .name = "power log",
    .keys = log_keys,
    .help =
        "Readings of power over time, one per row: their integral is the energy of the `idle` or `dynamic` "
        "that it is given for, with the sampling error as its uncertainty. Readings more than ten times the "
        "median step apart enclose a gap, in which nothing is counted. On a grid with a series, the "
        "electricity of each hour counts with the intensity of that hour."};

constexpr Key includes_key{
    "includes", &includes,
    "What the figure already includes: `pue` if it is facility energy; in `dynamic` also `idle` if it "
    "contains idle energy, and `host` if it is a figure of whole machines. `none`: none of these.",
    "[idle, pue]"};

constexpr Key activity_includes_key{"includes", &includes,
                                    "What the measured figures of the activity already include: `pue` for "
                                    "its `dynamic` and its own `idle`, `idle` and `host` for `dynamic`.",
                                    "[idle, pue]"};

constexpr Key embodied_keys[] = {
    {"allocation", &allocation,
     "The share of the system's impact that is allocated: time used ÷ (lifetime × utilisation) "
     "(`used_time`, the default), time used ÷ lifetime (`calendar`), `duration` ÷ lifetime × the share of "
     "the system that is reserved (`sci`), all of it (`full`) or `none`.",
     "used_time"},
    {"value", &impact, "The embodied impact of the activity as a stated figure, in place of an allocation.",
     "11.2 tCO2e"},
    {"rate", &impact_rate, "Impact per node time, accelerator time, request or token.",
     "0.056 kgCO2e/(node*h)"},
    title_key,
    note_key,
    source_key,
};
constexpr Type embodied_line{.name = "line of embodied",
                             .scalar = Scalar::choice,
                             .choices = states,
                             .keys = embodied_keys,
                             .long_form = &long_form};

constexpr Key energy_key{"energy", &energy, "The electricity used.", "433 MWh"};
constexpr Key device_power_key{"device_power", &device_power,
                               "Power of one accelerator, over the device time.", "400 W"};
constexpr Key node_power_key{"node_power", &node_power, "Power of one node, over the node time.", "5.6 kW"};
constexpr Key system_power_key{"system_power", &system_power,
                               "Power of the whole system, over the system time.", "270 kW"};
constexpr Key dynamic_power_key{"power", &dynamic_power,
                                "As `device_power`; with a unit of `W/node` as `node_power`.", "400 W"};
constexpr Type daily_shares{.name = "shares of a day", .items = &number};
constexpr Key load_keys[] = {
    {"daily", &daily_shares, "24 shares, for the hours from midnight on in the local time of `start`.",
     "[20 %, 20 %, …]"},
    {"series", &file_name, "File of shares over time; each lasts until the next.", "load.csv"},
    {"time", &text, "Column of the times; default: `time`.", "time"},
    {"value", &text, "Column of the shares; default: `load`.", "load"},
    {"zone", &text, "Time zone of times without one: a name or an offset.", "Europe/Paris"},
};
constexpr Type load{.name = "load",
                    .scalar = Scalar::number,
                    .dimension = "share",
                    .keys = load_keys,
                    .long_form = &long_form,
                    .help =
                        "A share of the maximum power; or its profile over the activity, which then needs "
                        "`start` and `duration`. Beside an `energy` the shares of `daily` or `series` are "
                        "weights of any size, and the energy is spread by them."};
constexpr Key load_key{
    "load", &load,
    "Share of the catalogue's maximum power; default, without any figure: 100 %. A server or instance that "
    "states `power.max` counts as a whole, idle + load × (max - idle), and contains its idle; else the "
    "accelerators count, and the `host` is not assessed unless its power is given.",
    "80 %"};
constexpr Key per_request_key{"per_request", &energy_per_request, "Energy of one request.", "0.4 Wh/request"};
constexpr Key per_token_key{"per_token", &energy_per_token, "Energy of one token.", "0.9 mWh/token"};
constexpr Key power_log_key{"power_log", &power_log,
                            "A log of power over time: nvidia-smi, amd-smi, or a table of your own.",
                            "{file: power.csv}"};
constexpr Key host_power_key{"host_power", &host_power,
                             "Power per node excluding its accelerators, over the node time.", "600 W"};
constexpr Key dynamic_line_keys[] = {
    energy_key,   device_power_key, node_power_key, system_power_key, dynamic_power_key,
    load_key,     per_request_key,  per_token_key,  power_log_key,    host_power_key,
    includes_key, title_key,        note_key,       source_key,
};
constexpr Type dynamic_line{.name = "line of dynamic",
                            .scalar = Scalar::choice,
                            .choices = states,
                            .keys = dynamic_line_keys,
                            .chosen_by = "model",
                            .variants = service_model_types,
                            .help = "`none`: known to be zero. `not_assessed`: a gap."};
constexpr Key host_key{"host", &dynamic_line,
                       "Electricity of the nodes excluding their accelerators, as a line of its own; another "
                       "figure may be given beside it.",
                       "none"};
constexpr Key dynamic_keys[] = {
    energy_key, device_power_key, node_power_key, system_power_key, dynamic_power_key,
    load_key,   per_request_key,  per_token_key,  power_log_key,    host_power_key,
    host_key,   includes_key,     title_key,      note_key,         source_key,
};

constexpr Key idle_keys[] = {
    {"energy", &energy, "The electricity used.", "256 MWh"},
    {"per_request", &energy_per_request, "Energy of one request.", "0.1 Wh/request"},
    {"system_power", &system_power, "Power of the whole system.", "27 kW"},
    {"node_power", &node_power, "Idle power of one node, counted for every node of the system.", "1.3 kW"},
    {"device_power", &device_power,
     "Idle power of one accelerator, counted for every accelerator of the system.", "50 W"},
    {"power", &idle_power,
     "As `system_power`; with a unit of `W/node` as `node_power`, of `W/GPU` as `device_power`.", "27 kW"},
    {"duration", &time,
     "How long the power was drawn; default: the system time or the activity's `duration`.", "118 d"},
    {"share", &share, "Idle energy as a share of the sum of dynamic and idle energy.", "25 %"},
    power_log_key,
    includes_key,
    title_key,
    note_key,
    source_key,
};
constexpr Type idle_line{.name = "line of idle",
                         .scalar = Scalar::choice,
                         .choices = states,
                         .keys = idle_keys,
                         .help = "`none`: known to be zero. `not_assessed`: a gap."};

constexpr Key activity_keys[] = {
    {.name = "stage",
     .type = &stage,
     .help = "Stage of the AI life cycle.",
     .example = "training",
     .required = true},
    {"system", &system_id, "The system it runs on, an id of `systems`.", "jean_zay"},
    {"site", &site_or_id, "Where it runs, if no system is modelled: an id of `sites`, or a site's keys.",
     "idris"},
    {"start", &zoned_time, "When it began: ISO 8601 with zone.", "2022-03-11T10:00:00Z"},
    {"include", &truth, "`false` excludes the activity from all totals.", "false"},
    {"device_time", &device_time, "Accelerators times time.", "1082990 GPU*h"},
    {"node_time", &node_time, "Nodes times time.", "135374 node*h"},
    {"devices", &accelerators, "Number of accelerators in use at a time.", "384 GPU"},
    {"duration", &time, "How long it takes.", "118 d 5 h 41 min"},
    {"work", &operations, "Operations carried out; needs `efficiency`.", "3.14e11 TFLOP"},
    {"efficiency", &share, "Share of the accelerator's peak throughput that is reached.", "40 %"},
    {"precision", &precision, "Precision of the peak throughput; default: `bf16`.", "fp16"},
    {"requests", &requests, "Number of requests served.", "230768 request"},
    {"request_rate", &request_rate, "Requests per time, over `duration`.", "558 request/h"},
    {"tokens", &tokens, "Number of tokens processed.", "366e9 token"},
    activity_includes_key,
    {"embodied", &embodied_phase, "Its share of the embodied impact of the hardware.",
     "{allocation: used_time}"},
    {"idle", &idle_phase, "Electricity used without work being done.", "{system_power: 27 kW}"},
    {"dynamic", &dynamic_phase, "Electricity used by the work.", "{device_power: 400 W}"},
    title_key,
    note_key,
    source_key,
};

}  // namespace

const constinit Type embodied_phase{
    .name = "embodied",
    .scalar = Scalar::choice,
    .choices = states,
    .keys = embodied_keys,
    .entries = &embodied_line,
    .long_form = &long_form,
    .help =
        "Follows from the system, if there is one; else one figure or several named figures. `none`: "
        "known to be zero. `not_assessed`: a gap."};
const constinit Type idle_phase{
    .name = "idle",
    .scalar = Scalar::choice,
    .choices = states,
    .keys = idle_keys,
    .entries = &idle_line,
    .help =
        "One of energy, per_request, system_power, node_power, device_power, power, share and power_log, or "
        "several named figures. `none`: known to be zero. `not_assessed`: a gap in the results, as if "
        "the key were missing."};
const constinit Type system_idle{.name = "idle of a shared system",
                                 .keys = idle_keys,
                                 .entries = &idle_line,
                                 .help = "As `idle` of an activity, over `period`."};
const constinit Type dynamic_phase{
    .name = "dynamic",
    .scalar = Scalar::choice,
    .choices = states,
    .keys = dynamic_keys,
    .entries = &dynamic_line,
    .chosen_by = "model",
    .variants = service_model_types,
    .help =
        "One of energy, device_power, node_power, system_power, power, per_request, per_token and power_log, "
        "or `load`, with `host_power` or `host` beside it if needed, or several named figures. `none`: "
        "known to be zero. `not_assessed`: a gap in the results, as if the key were missing."};
const constinit Type activity{
    .name = "activity",
    .keys = activity_keys,
    .help =
        "An activity on a system or at a site. Its amount is given by one of: device_time; "
        "devices and duration; work and efficiency; node_time; duration alone; for services also "
        "requests, tokens, or request_rate and duration."};
const constinit Type activities{.name = "activities", .entries = &activity};

}  // namespace lca::types
