#pragma once
// Types of the language by section, declared here as their tables refer to each other. All are constants.

#include "models/language/schema.hpp"

namespace lca::types {

// Types of texts.
extern const Type text, truth, source, anything, paths, file_name, zoned_time;
// Types of values, each of which allows a long form, and the types of what a long form may state.
extern const Type long_form, uncertainty;
extern const Type any_value, share, number, count, energy, power, time, length, area, mass, volume_per_energy;
extern const Type device_time, node_time, accelerators, nodes, operations, throughput, information;
extern const Type requests, request_rate, tokens, answer_tokens, energy_per_request, energy_per_token,
    electricity_intensity;
extern const Type dynamic_power, idle_power, host_power, node_power, device_power, system_power, impact_rate;
// Types of values that may be lists, with one item for each impact category.
extern const Type impact, impact_per_energy, impact_of_hardware;
// Types of sections.
extern const Type functional_unit, parameters;
extern const Type site, site_or_id, sites, grid, grid_kind, grid_gas;
extern const Type parts, system, systems;
extern const Type hardware, hardwares;
extern const Type embodied_phase, idle_phase, dynamic_phase, system_idle, activity, activities;
extern const Type outputs, what_ifs, expectations, correlations, sweep, rebound, boundary, role;
extern const Type embodied_basis, gwp_of_figure, water_counted;

/// The stages of activities, in the order in which results list them.
inline constexpr std::string_view language_stages[] = {
    "training", "fine_tuning", "experimentation", "evaluation", "inference", "data", "storage", "other"};

/// Tables of keys of the models of manufacture, `{model: NAME, …}`, sorted by name. The build generates this
/// list from the files in models/manufacture.
std::span<const Type* const> manufacture_model_types();

/// Tables of keys of the models of services, which `dynamic` may name. The build generates this list from the
/// files in models/services.
std::span<const Type* const> service_model_types();

/// Names of the formats of series of intensities. The build generates this list from files in models/series.
std::span<const std::string_view* const> series_format_names();

// Keys that every entry may have.
inline constexpr Key title_key{"title", &text, "A readable name."};
inline constexpr Key note_key{"note", &text, "A remark, shown with the entry."};
inline constexpr Key source_key{"source", &source, "Where the figures of this entry come from.",
                                "\"Table 3\""};

}  // namespace lca::types
