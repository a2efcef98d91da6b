#include "models/language/schema.hpp"

#include "models/language/schema_types.hpp"

namespace lca {
namespace types {
namespace {

constexpr std::string_view basis_choices[] = {"accepted"};
constexpr Type mixed_basis{.name = "mixed_basis", .scalar = Scalar::choice, .choices = basis_choices};

constexpr Type functional_amount{.name = "number of units",
                                 .scalar = Scalar::quantity,
                                 .dimension = "a number, or a count",
                                 .long_form = &long_form};
constexpr Key functional_unit_keys[] = {
    {.name = "amount",
     .type = &functional_amount,
     .help = "Number of functional units that the results of this file cover.",
     .example = "1",
     .required = true},
    {.name = "name",
     .type = &text,
     .help = "Name of one functional unit.",
     .example = "trained model",
     .required = true},
    note_key,
    source_key,
};

constexpr Key scenario_keys[] = {
    {.name = "lca", .type = &count, .help = "Version of the language.", .example = "1", .required = true},
    {.name = "title",
     .type = &text,
     .help = "What the file describes.",
     .example = "BLOOM 176B, final training run",
     .required = true},
    {"note", &text, "A remark."},
    {"source", &source, "The publication that the file follows.",
     "{title: \"…\", year: 2023, url: \"https://…\"}"},
    {"extends", &file_name, "Another file to start from, relative to this one; keys given here win.",
     "bloom.yaml"},
    {"functional_unit", &functional_unit, "Unit for which results are also given.",
     "{amount: 1, name: trained model}"},
    {"parameters", &parameters, "Named values to use in expressions.", "{gpu_time: 1082990 GPU*h}"},
    {"sites", &sites, "Places by id.", "{idris: {grid: FRA, pue: 1.2}}"},
    {"systems", &systems, "Machines by id.", "{cluster: {site: idris, nodes: 48 node}}"},
    {"hardware", &hardwares, "Hardware of this file, or changes to that of the catalogue.",
     "{my-node: {embodied: 2500 kgCO2e}}"},
    {"activities", &activities, "What was done, by id.",
     "{training: {stage: training, system: cluster, device_time: 100 GPU*h}}"},
    {"outputs", &outputs, "Figures of your own, by id.", "{per_year: \"=total / 2\"}"},
    {"what_if", &what_ifs, "Variants by id.", "{clean: {set: {sites.idris.grid: NOR}}}"},
    {"expect", &expectations, "Published figures to compare with.", "[{of: total, value: 50.5 tCO2e}]"},
    {"correlations", &correlations, "Correlations of uncertain values.",
     "[{of: [parameters.a, parameters.b], r: 0.6}]"},
    {"sweep", &sweep, "Values to vary.", "{vary: {sites.idris.grid: [FRA, DEU, USA]}}"},
    {"rebound", &rebound, "How demand grows as use gets cheaper.",
     "{elasticity: 0.6, of: serving.per_request, demand: serving.requests}"},
    {"counterfactual", &file_name, "What would have happened anyway: the id of a what-if, or a file.",
     "old_cluster"},
    {"boundary", &boundary,
     "What the study includes in its boundary; included items that no figure of the file covers are gaps.",
     "{stages: [manufacturing, use], includes: [accelerators, host]}"},
    {"role", &role,
     "Whose inventory it is, for `--by scope`: the machines' owner, who pays for their electricity, or a "
     "customer who buys their use.",
     "owner"},
    {"mixed_basis", &mixed_basis, "`accepted` allows mixing intensities with different accounting bases.",
     "accepted"},
};
constexpr Type scenario{.name = "scenario", .keys = scenario_keys, .help = "The whole file."};

}  // namespace

const constinit Type functional_unit{.name = "functional_unit", .keys = functional_unit_keys};
const constinit Type parameters{
    .name = "parameters", .entries = &any_value, .help = "Named values, which expressions refer to by id."};

}  // namespace types

const Type& scenario_type() {
    return types::scenario;
}

}  // namespace lca
