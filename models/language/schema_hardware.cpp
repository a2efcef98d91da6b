// Tables of keys for `hardware`, in scenarios and in the catalogue, and for the catalogue's other sections.

#include "models/language/schema_types.hpp"

namespace lca {
namespace types {
namespace {

constexpr std::string_view hardware_kinds[] = {
    "accelerator", "cpu", "memory", "storage", "server", "instance", "network", "infrastructure", "other"};
constexpr std::string_view bases[] = {"life_cycle", "combustion", "unstated"};
constexpr std::string_view imports[] = {"counted", "not_counted", "unknown"};
constexpr Type imports_counted{.name = "imports", .scalar = Scalar::choice, .choices = imports};
constexpr Type kind{.name = "kind", .scalar = Scalar::choice, .choices = hardware_kinds};
constexpr Type basis{.name = "basis", .scalar = Scalar::choice, .choices = bases};
constexpr Type hardware_id{.name = "hardware id", .scalar = Scalar::reference};
constexpr Type alias_list{.name = "aliases", .items = &text};

constexpr Key power_keys[] = {
    {"max", &power, "Maximum power (thermal design power).", "400 W"},
    {"typical", &power, "Typical power at work.", "330 W"},
    {"idle", &power, "Idle power.", "50 W"},
    note_key,
    source_key,
};
constexpr Type powers{.name = "power of hardware", .keys = power_keys};

constexpr Key peak_keys[] = {
    {"fp32", &throughput, "In single precision.", "19.5 TFLOP/s"},
    {"fp16", &throughput, "In half precision.", "312 TFLOP/s"},
    {"bf16", &throughput, "In bfloat16.", "312 TFLOP/s"},
    {"fp8", &throughput, "In 8-bit floating point.", "1979 TFLOP/s"},
    {"int8", &throughput, "In 8-bit integers.", "624 TFLOP/s"},
    note_key,
    source_key,
};
constexpr Type peaks{
    .name = "peak", .keys = peak_keys, .help = "Peak throughput by precision, dense (without sparsity)."};

constexpr Key die_keys[] = {
    {"area", &area, "Area of the die.", "826 mm2"},
    {"process", &length, "Process node in which the die is made.", "7 nm"},
    {"dies", &count, "Number of dies of this total area; default: 1.", "2"},
    note_key,
    source_key,
};
constexpr Type die{.name = "die", .keys = die_keys};

constexpr Key held_keys[] = {
    {.name = "hardware",
     .type = &hardware_id,
     .help = "An accelerator that the hardware contains.",
     .example = "nvidia-a100-sxm4-80gb",
     .required = true},
    {"count", &number, "Number, or a share of one; default: 1.", "8"},
    note_key,
};
constexpr Type held{.name = "held hardware", .keys = held_keys};
constexpr Type holds{.name = "holds", .items = &held};

constexpr Key inner_part_keys[] = {
    {.name = "hardware",
     .type = &hardware_id,
     .help = "A piece of hardware that the hardware contains.",
     .example = "nvidia-l4",
     .required = true},
    {"count", &number, "Number, or a share of one; default: 1.", "0.125"},
    {"amount", &any_value, "Amount of hardware that is bought by capacity.", "768 GB"},
    note_key,
};
constexpr Type inner_part{.name = "part of hardware", .keys = inner_part_keys};
constexpr Type inner_parts{.name = "parts of hardware", .items = &inner_part};

constexpr Key stage_keys[] = {title_key, note_key, source_key};
constexpr Type embodied_stage{.name = "embodied stage",
                              .scalar = Scalar::quantity,
                              .dimension = "impact, or impact per amount bought",
                              .keys = stage_keys,
                              .entries = &impact_of_hardware,
                              .items = &impact_of_hardware,
                              .long_form = &long_form,
                              .chosen_by = "model",
                              .variants = manufacture_model_types,
                              .help =
                                  "One life-cycle stage of the hardware: a figure, named components that add "
                                  "up, or a model with inputs. A stage that is left out is not assessed."};
constexpr Key hardware_embodied_keys[] = {
    {"manufacturing", &embodied_stage, "Raw materials and manufacture.",
     "{mainboard: 150 kgCO2e, chassis: 80 kgCO2e}"},
    {"transport", &embodied_stage, "Transport to the site.", "21 kgCO2e"},
    {"end_of_life", &embodied_stage, "Dismantling and disposal; a credit is negative.", "-12 kgCO2e"},
    note_key,
    source_key,
};
constexpr Type embodied{.name = "embodied hardware",
                        .scalar = Scalar::quantity,
                        .dimension = "impact, or impact per amount bought",
                        .keys = hardware_embodied_keys,
                        .items = &impact_of_hardware,
                        .long_form = &long_form,
                        .chosen_by = "model",
                        .variants = manufacture_model_types,
                        .help =
                            "Embodied impact: one figure, or figures by stage, which are added up. Hardware "
                            "bought by amount has figures per unit of the amount."};

constexpr Key kind_key{"kind", &kind, "Kind of hardware.", "accelerator"};
constexpr Key name_key{"name", &text, "Its name.", "NVIDIA A100 SXM4 80GB"};
constexpr Key vendor_key{"vendor", &text, "Vendor.", "NVIDIA"};
constexpr Key year_key{"year", &count, "Year of release.", "2020"};
constexpr Key form_key{"form_factor", &text, "Form factor.", "SXM4"};
constexpr Key power_key{"power", &powers, "Its power.", "{max: 400 W, idle: 50 W}"};
constexpr Key peak_key{"peak", &peaks, "Peak throughput by precision, dense (without sparsity).",
                       "{bf16: 312 TFLOP/s}"};
constexpr Key memory_key{"memory", &information, "Its memory.", "80 GB"};
constexpr Key die_key{"die", &die, "Its die.", "{area: 826 mm2, process: 7 nm}"};
constexpr Key holds_key{"holds", &holds, "Accelerators in the hardware that its figures already include.",
                        "[{hardware: nvidia-a100-sxm4-80gb, count: 8}]"};
constexpr Key parts_key{"parts", &inner_parts,
                        "Parts that its embodied figures do not cover: each has an embodied line of its own. "
                        "An instance is a share of its host and the accelerators it gets.",
                        "[{hardware: aws-g6-host, count: 0.125}, {hardware: nvidia-l4}]"};
constexpr Key mass_key{"mass", &mass, "Its mass.", "24 kg"};
constexpr Key storage_key{"storage", &information, "Its local storage.", "7.6 TB"};
constexpr Key cores_key{"cores", &count, "Cores of a processor.", "64"};
constexpr Key vcpus_key{"vcpus", &count, "Hardware threads that an instance or host offers.", "96"};
constexpr Key lifetime_key{"lifetime", &time,
                           "How long the hardware is kept, if the system gives no lifetime.", "5 yr"};
constexpr Key embodied_key{"embodied", &embodied, "Embodied impact of one piece, or per amount bought.",
                           "150 kgCO2e"};
constexpr Key embodied_basis_key{"embodied_basis", &embodied_basis,
                                 "What its embodied figures cover, and how they were found.",
                                 "{covers: cradle_to_gate, method: vendor}"};
constexpr Key aliases_key{"aliases", &alias_list, "Other names of this entry."};
constexpr Key override_key{"override", &truth, "Must be `true` if the entry replaces an existing one.",
                           "true"};

constexpr Key alternative_keys[] = {
    {.name = "embodied",
     .type = &impact_of_hardware,
     .help = "The other figure.",
     .example = "225 kgCO2e",
     .required = true},
    {.name = "boundary",
     .type = &text,
     .help = "Its boundary.",
     .example = "cradle to gate",
     .required = true},
    {.name = "method", .type = &text, .help = "Its method.", .example = "bottom-up model", .required = true},
    {.name = "comparable",
     .type = &truth,
     .help = "Whether the figure is comparable with the entry's own, whose uncertainty must then cover it.",
     .example = "true",
     .required = true},
    {.name = "source", .type = &source, .help = "Where it was published.", .required = true},
    note_key,
};
constexpr Type alternative{.name = "alternative figure", .keys = alternative_keys};
constexpr Type alternatives{.name = "alternatives", .items = &alternative};
constexpr Key alternatives_key{"alternatives", &alternatives,
                               "Other published embodied figures, with their boundaries."};
constexpr Key url_key{"url", &text, "Its data sheet; nothing is fetched."};

constexpr Key hardware_keys[] = {
    kind_key,   name_key,     vendor_key,   year_key,           form_key,  power_key,   peak_key,
    memory_key, die_key,      holds_key,    parts_key,          mass_key,  storage_key, cores_key,
    vcpus_key,  lifetime_key, embodied_key, embodied_basis_key, title_key, note_key,    source_key};
constexpr Key catalogue_hardware_keys[] = {
    kind_key,     name_key,     vendor_key,   year_key,           form_key,         power_key,   peak_key,
    memory_key,   die_key,      holds_key,    parts_key,          mass_key,         storage_key, cores_key,
    vcpus_key,    lifetime_key, embodied_key, embodied_basis_key, alternatives_key, url_key,     aliases_key,
    override_key, title_key,    note_key,     source_key};
constexpr Type catalogue_hardware{.name = "catalogue hardware", .keys = catalogue_hardware_keys};
constexpr Type catalogue_hardwares{
    .name = "catalogue hardware", .entries = &catalogue_hardware, .free_keys = true};

constexpr Type generation_shares{.name = "shares of generation", .entries = &share, .free_keys = true};
constexpr Key catalogue_grid_keys[] = {
    name_key,
    {.name = "region", .type = &text, .help = "Its region.", .example = "FRA"},
    {"country", &text,
     "Country whose water, depletion and primary energy per kWh are used if the grid's own are not known.",
     "USA"},
    {"grid", &text, "Grid whose figures are used for this region.", "FRA"},
    {"year", &count, "Year of the figures.", "2024"},
    {"intensity", &impact_per_energy, "Impact per kWh.", "44 gCO2e/kWh"},
    {"mix", &generation_shares,
     "The mix from which the intensity was computed: shares of generation by source.",
     "{gas: 60 %, nuclear: 40 %}"},
    {"water_intensity", &volume_per_energy, "Water consumed in generation.", "3.1 L/kWh"},
    {"basis", &basis, "Accounting basis: the life cycle of generation, or combustion alone.", "life_cycle"},
    {"kind", &grid_kind, "Kind of intensity: average, marginal or residual.", "average"},
    {"gas", &grid_gas, "All greenhouse gases, or CO2 alone.", "CO2"},
    {"gwp", &gwp_of_figure,
     "The IPCC report whose global warming potentials were used, if the source of the entry gives no report "
     "for all its figures.",
     "AR5"},
    aliases_key,
    override_key,
    title_key,
    note_key,
    source_key,
};
constexpr Type catalogue_grid{.name = "catalogue grid", .keys = catalogue_grid_keys};
constexpr Type catalogue_grids{.name = "catalogue grids", .entries = &catalogue_grid, .free_keys = true};

constexpr Type losses_by_year{.name = "losses by year", .entries = &share, .free_keys = true};
constexpr Key region_keys[] = {
    name_key,
    {"intensity", &impact_per_energy, "Impacts per kWh other than climate change.",
     "[5e-8 kgSbe/kWh, 9 MJp/kWh]"},
    {"water_intensity", &volume_per_energy, "Water consumed in generation.", "3.1 L/kWh"},
    {"losses", &losses_by_year, "Losses of transmission and distribution, by year.", "{2023: 7 %}"},
    override_key,
    title_key,
    note_key,
    source_key,
};
constexpr Type catalogue_region{.name = "catalogue region", .keys = region_keys};
constexpr Type catalogue_regions{
    .name = "catalogue regions", .entries = &catalogue_region, .free_keys = true};

constexpr Key datacentre_keys[] = {
    name_key,
    {"operator", &text, "Its operator.", "Google"},
    {"year", &count, "Year of its figures.", "2023"},
    {"grid", &grid, "Its grid.", "USA"},
    {"pue", &number, "Power usage effectiveness, at least 1.", "1.1"},
    {"wue", &volume_per_energy, "Water consumed on the site per IT energy.", "1.1 L/kWh"},
    {"wue_counts", &water_counted, "Whether `wue` is water consumption or water withdrawal.", "withdrawal"},
    {"water_intensity", &volume_per_energy, "Water consumed in generation.", "3.1 L/kWh"},
    {"market_intensity", &electricity_intensity, "Market-based intensity, from contracts.", "80 gCO2e/kWh"},
    aliases_key,
    override_key,
    title_key,
    note_key,
    source_key,
};
constexpr Type datacentre_entry{.name = "catalogue data centre", .keys = datacentre_keys};
constexpr Type datacentres{.name = "catalogue data centres", .entries = &datacentre_entry, .free_keys = true};

constexpr Key catalogue_source_keys[] = {
    {.name = "title", .type = &text, .help = "Title of the publication.", .required = true},
    {"publisher", &text, "Who published it."},
    {"authors", &text, "Who wrote it."},
    {"year", &text, "The year it appeared."},
    {"url", &text, "Where it can be read."},
    {"licence", &text, "Licence of the publication."},
    {"access", &text, "How the publication was read: original, transcription or quotation."},
    {"read", &text, "The date on which it was read.", "2026-03-09"},
    {"table", &count, "Entries of the table that it is: of one that is not open a tenth may be quoted.",
     "1000"},
    {"gwp", &gwp_of_figure, "The IPCC report whose global warming potentials all its figures were made with.",
     "AR5"},
    {"imports", &imports_counted,
     "Whether its intensities of electricity are of what a place consumes, with imports, or of what it "
     "generates.",
     "not_counted"},
    note_key,
};
constexpr Type catalogue_source{.name = "catalogue source", .keys = catalogue_source_keys};
constexpr Type catalogue_sources{
    .name = "catalogue sources", .entries = &catalogue_source, .free_keys = true};

/// A constant of a model: a number, or a table of numbers by name (of a process node, a source of
/// generation).
constexpr Type model_constant{.name = "model constant",
                              .scalar = Scalar::quantity,
                              .dimension = "any",
                              .entries = &any_value,
                              .long_form = &long_form,
                              .free_keys = true};
constexpr Type model_constants{.name = "model constants", .entries = &model_constant, .free_keys = true};
constexpr Key model_keys[] = {
    name_key,
    {"year", &count, "The year of its figures.", "2014"},
    {"basis", &basis, "Accounting basis of the intensities of electricity generation.", "life_cycle"},
    {"intensity", &model_constant, "Impact per kWh by generation source."},
    {"water_intensity", &model_constant, "Water consumed per kWh by generation source."},
    {"fab_intensity", &model_constant, "act: intensity of the fab's electricity."},
    {"fab_energy", &model_constant, "act: electricity per area, by process node."},
    {"gases", &model_constant, "act: direct emissions of process gases per area, by process node."},
    {"materials", &model_constant, "act: impact of materials per area."},
    {"yield", &model_constant, "act, capacity: share of good dies."},
    {"packages", &model_constant, "act: number of packages."},
    {"package", &model_constant, "act, capacity: impact of one package."},
    {"rate", &model_constant, "capacity: impact of a capacity, by technology."},
    {"memory_rate", &model_constant, "board: impact of memory by capacity, by kind of memory."},
    {"board", &model_constant, "board: impact of the board, its power stages and its cooler."},
    {"cpu", &impact_of_hardware, "processor: impact excluding the die."},
    {"cpu_area", &impact_of_hardware, "processor: impact of the die, by area."},
    {"memory_area", &impact_of_hardware, "server: impact of memory dies, by area."},
    {"memory_piece", &impact_of_hardware, "server: impact of a memory module, excluding its dies."},
    {"memory_density", &model_constant, "server: memory capacity per die area."},
    {"memory_module", &model_constant, "server: capacity of a module."},
    {"ssd_area", &impact_of_hardware, "server: impact of flash dies, by area."},
    {"ssd_piece", &impact_of_hardware, "server: impact of a flash drive, excluding its dies."},
    {"ssd_density", &model_constant, "server: flash capacity per die area."},
    {"ssd_drive", &model_constant, "server: capacity of a drive."},
    {"hdd", &impact_of_hardware, "server: impact of a hard disk."},
    {"mainboard", &impact_of_hardware, "server: impact of the mainboard."},
    {"power_supply", &impact_of_hardware, "server: impact of power supplies, by mass."},
    {"power_supplies", &model_constant, "server: number of power supplies."},
    {"power_supply_mass", &model_constant, "server: mass of a power supply."},
    {"rack_case", &impact_of_hardware, "server: impact of the case of a rack server."},
    {"blade_case", &impact_of_hardware,
     "server: impact of the case of a blade and its share of the enclosure."},
    {"assembly", &impact_of_hardware, "server: impact of assembly."},
    {"constants", &model_constants, "Constants of a model of a service, by name."},
    override_key,
    title_key,
    note_key,
    source_key,
};
constexpr Type catalogue_model{.name = "catalogue model", .keys = model_keys};
constexpr Type catalogue_models{.name = "catalogue models", .entries = &catalogue_model, .free_keys = true};

constexpr Key rated_model_keys[] = {
    {.name = "model", .type = &text, .help = "Its name.", .example = "openai/whisper-tiny", .required = true},
    {.name = "energy",
     .type = &energy,
     .help = "Energy of the GPUs for 1,000 queries.",
     .example = "13.4 Wh",
     .required = true},
    {.name = "stars",
     .type = &count,
     .help = "Stars as published, 1 to 5.",
     .example = "5",
     .required = true},
    note_key,
};
constexpr Type rated_model{.name = "rated model", .keys = rated_model_keys};
constexpr Type rated_models{.name = "rated models", .items = &rated_model};
constexpr Key rating_keys[] = {
    name_key,
    {.name = "task", .type = &text, .help = "Task of the models.", .example = "asr", .required = true},
    {"class", &text, "Class of the models that are rated together.", "A"},
    {"year", &count, "The year of the ratings.", "2025"},
    {.name = "models",
     .type = &rated_models,
     .help = "The rated models, lowest energy first.",
     .example = "[{model: a, energy: 1 Wh, stars: 5}]",
     .required = true},
    override_key,
    title_key,
    note_key,
    source_key,
};
constexpr Type catalogue_rating{.name = "catalogue rating", .keys = rating_keys};
constexpr Type catalogue_ratings{
    .name = "catalogue ratings", .entries = &catalogue_rating, .free_keys = true};

constexpr Key catalogue_keys[] = {
    {.name = "catalogue",
     .type = &count,
     .help = "Version of the file format of the catalogue.",
     .example = "1",
     .required = true},
    {"hardware", &catalogue_hardwares, "Hardware by id."},
    {"grids", &catalogue_grids, "Grids by id."},
    {"regions", &catalogue_regions,
     "Figures of a region's electricity other than its climate change intensity, which `grids` has by year."},
    {"datacentres", &datacentres, "Data centres and fleets by id."},
    {"sources", &catalogue_sources, "Publications by id."},
    {"models", &catalogue_models, "Constants of models of manufacture, electricity generation and services."},
    {"ratings", &catalogue_ratings, "Models rated by energy, by task and class."},
    title_key,
    note_key,
};
constexpr Type catalogue{.name = "catalogue", .keys = catalogue_keys};

}  // namespace

const constinit Type hardware{
    .name = "hardware",
    .keys = hardware_keys,
    .help = "Hardware of the file, or changes to an entry of the catalogue, key by key."};
const constinit Type hardwares{.name = "hardware by id", .entries = &hardware, .free_keys = true};

}  // namespace types

const Type& catalogue_type() {
    return types::catalogue;
}

}  // namespace lca
