#pragma once
// A language of a few keys, for tests of checks and edits: one of each kind of type.

#include "lca/document/schema.hpp"

namespace small {

inline constexpr std::string_view stages[] = {"training", "inference", "other"};
inline constexpr std::string_view states[] = {"none", "not_assessed"};

inline constexpr lca::Type text{.name = "text", .scalar = lca::Scalar::any};
inline constexpr lca::Type truth{.name = "truth", .scalar = lca::Scalar::truth};
inline constexpr lca::Type count{.name = "count", .scalar = lca::Scalar::count};
inline constexpr lca::Type stage{.name = "stage", .scalar = lca::Scalar::choice, .choices = stages};
inline constexpr lca::Type id{.name = "id", .scalar = lca::Scalar::id};
inline constexpr lca::Type reference{.name = "reference", .scalar = lca::Scalar::reference};

inline constexpr lca::Key long_keys[] = {
    {"value", &text, "", "6 yr"}, {"uncertainty", &text, "", "10 %"}, {"note", &text, ""}};
inline constexpr lca::Type long_form{.name = "long form", .keys = long_keys};
inline constexpr lca::Type power{
    .name = "power", .scalar = lca::Scalar::quantity, .dimension = "power", .long_form = &long_form};
inline constexpr lca::Type impact{.name = "impact",
                                  .scalar = lca::Scalar::quantity,
                                  .dimension = "impact",
                                  .items = &power,
                                  .long_form = &long_form};

inline constexpr lca::Key part_keys[] = {
    {.name = "hardware", .type = &reference, .help = "", .example = "nvidia-a100", .required = true},
    {"count", &count, "", "8"},
};
inline constexpr lca::Type part{.name = "part", .keys = part_keys};
inline constexpr lca::Type parts{.name = "parts", .items = &part};

inline constexpr lca::Key phase_keys[] = {
    {"power", &power, "", "400 W"}, {"energy", &power, "", "5 kWh"}, {"note", &text, ""}};
inline constexpr lca::Type line{.name = "line", .keys = phase_keys};
inline constexpr lca::Type phase{
    .name = "phase", .scalar = lca::Scalar::choice, .choices = states, .keys = phase_keys, .entries = &line};

inline constexpr lca::Key grid_keys[] = {{"intensity", &impact, "", "57 gCO2e/kWh"},
                                         {"year", &count, "", "2022"}};
inline constexpr lca::Type grid{.name = "grid", .scalar = lca::Scalar::reference, .keys = grid_keys};
inline constexpr lca::Key site_keys[] = {{"grid", &grid, "", "FRA"},
                                         {"pue", &power, "", "1.2"},
                                         {"parts", &parts, "", "[{hardware: nvidia-a100}]"}};
inline constexpr lca::Type site{.name = "site", .keys = site_keys};
inline constexpr lca::Type sites{.name = "sites", .entries = &site};

inline constexpr lca::Key activity_keys[] = {
    {.name = "stage", .type = &stage, .help = "", .example = "training", .required = true},
    {"site", &id, "", "idris"},
    {"include", &truth, "", "false"},
    {"devices", &count, "", "384"},
    {"idle", &phase, "", "{power: 27 kW}"},
};
inline constexpr lca::Type activity{.name = "activity", .keys = activity_keys};
inline constexpr lca::Type activities{.name = "activities", .entries = &activity};

inline constexpr lca::Type anything{.name = "anything",
                                    .scalar = lca::Scalar::any,
                                    .entries = &anything,
                                    .items = &anything,
                                    .free_keys = true};
inline constexpr lca::Type set{.name = "set", .entries = &anything, .free_keys = true};
inline constexpr lca::Type parameters{.name = "parameters", .entries = &power};

inline constexpr lca::Key file_keys[] = {
    {.name = "lca", .type = &count, .help = "", .example = "1", .required = true},
    {"title", &text, ""},
    {"parameters", &parameters, "", "{a: 1 W}"},
    {"sites", &sites, "", "{idris: {grid: FRA}}"},
    {"activities", &activities, "", "{run: {stage: training}}"},
    {"set", &set, "", "{sites.idris.grid: WLD}"},
    {"impact", &impact, "", "3 kgCO2e"},
};
inline constexpr lca::Type file{.name = "file", .keys = file_keys};

}  // namespace small
