// Tables of keys for what a scenario asks for: outputs, variants, published figures, sweeps.

#include "models/language/schema_types.hpp"

namespace lca::types {
namespace {

constexpr std::string_view as_choices[] = {"share"};
constexpr std::string_view per_choices[] = {"request", "token", "functional_unit"};
constexpr std::string_view rounding_choices[] = {"truncate"};
constexpr Type as_type{.name = "as", .scalar = Scalar::choice, .choices = as_choices};
constexpr Type per_type{.name = "per", .scalar = Scalar::choice, .choices = per_choices};
constexpr Type rounding{.name = "rounding", .scalar = Scalar::choice, .choices = rounding_choices};
constexpr Type published{.name = "published figure", .scalar = Scalar::quantity, .dimension = "any"};
constexpr Type plain_share{.name = "share", .scalar = Scalar::number};
constexpr Type result_name{.name = "result", .scalar = Scalar::path};
constexpr Type what_if_id{.name = "what-if id", .scalar = Scalar::id};

constexpr Type set{.name = "set", .entries = &anything, .free_keys = true};
constexpr Key what_if_keys[] = {
    title_key,
    {"set", &set,
     "New values by path: the value at the path is replaced whole; an allowed key that the file lacks is "
     "added.",
     "{sites.idris.grid: WLD}"},
    {"remove", &paths, "Paths of the values to remove.", "[systems.jean_zay.shared]"},
    note_key,
    source_key,
};
constexpr Type what_if{.name = "what-if",
                       .keys = what_if_keys,
                       .help = "A variant of this file. Paths are those of the file, list items from 0."};

constexpr Key expectation_keys[] = {
    {.name = "of",
     .type = &result_name,
     .help = "The result to compare, by any of its names.",
     .example = "total",
     .required = true},
    {"value", &published, "The published figure, as printed: its precision sets the allowed deviation.",
     "50.5 tCO2e"},
    {"at_least", &published, "A lower bound in place of a value.", "25 tCO2e"},
    {"at_most", &published, "An upper bound in place of a value.", "60 tCO2e"},
    {"as", &as_type, "`share`: the figure is the result's share of the total.", "share"},
    {"per", &per_type, "The figure is for one request, one token or one functional unit.", "request"},
    {"what_if", &what_if_id, "The what-if whose result is compared; default: the file itself.", "world_grid"},
    {"where", &text, "Place in the publication.", "Table 3"},
    {"tolerance", &plain_share, "Allowed deviation, relative to the value; needs `because`.", "0.5 %"},
    {"because", &text, "Reason for the tolerance or rounding."},
    {"rounding", &rounding, "`truncate`: the publication truncated the result at its last digit.",
     "truncate"},
    {"inconsistent", &text,
     "Why the figure does not follow from the publication's own inputs; a deviation is then not a failure."},
    title_key,
    note_key,
    source_key,
};
constexpr Type expectation{
    .name = "expect", .keys = expectation_keys, .help = "A published figure, compared by `lca replicate`."};

constexpr Key correlation_keys[] = {
    {.name = "of",
     .type = &paths,
     .help = "The paths of two uncertain values.",
     .example = "[parameters.a, parameters.b]",
     .required = true},
    {.name = "r",
     .type = &plain_share,
     .help = "Rank correlation of the two values, from -1 to 1.",
     .example = "0.6",
     .required = true},
    note_key,
    source_key,
};
constexpr Type correlation{.name = "correlation", .keys = correlation_keys};

constexpr Key range_keys[] = {
    {.name = "from", .type = &published, .help = "First value.", .example = "1.05", .required = true},
    {.name = "to", .type = &published, .help = "Last value.", .example = "1.6", .required = true},
    {.name = "steps",
     .type = &count,
     .help = "Number of points, both ends included.",
     .example = "12",
     .required = true},
};
constexpr Type range_or_list{.name = "range", .keys = range_keys, .items = &anything};
constexpr Type vary{.name = "vary", .entries = &range_or_list, .free_keys = true};
constexpr Key sweep_keys[] = {
    {.name = "vary",
     .type = &vary,
     .help = "Ranges or lists of values by path; their full grid is computed.",
     .example = "{sites.idris.pue: {from: 1.05, to: 1.6, steps: 12}}",
     .required = true},
    title_key,
    note_key,
};

constexpr Key rebound_keys[] = {
    {.name = "elasticity",
     .type = &number,
     .help = "Elasticity of demand: in a what-if the demand is multiplied by (new / old cost)^-elasticity.",
     .example = "0.6",
     .required = true},
    {.name = "of",
     .type = &result_name,
     .help = "Cost of one use: a result, an output, a figure of an activity or a parameter.",
     .example = "inference.per_request",
     .required = true},
    {.name = "demand",
     .type = &result_name,
     .help = "The demand that grows: a figure of an activity, such as `inference.requests`, or a parameter.",
     .example = "inference.requests",
     .required = true},
    title_key,
    note_key,
    source_key,
};

}  // namespace

const constinit Type outputs{
    .name = "outputs",
    .entries = &any_value,
    .help = "Figures of your own: expressions over parameters, results and quantities of activities."};
const constinit Type what_ifs{.name = "what_if", .entries = &what_if};
const constinit Type expectations{.name = "expectations", .items = &expectation};
const constinit Type correlations{.name = "correlations", .items = &correlation};
const constinit Type sweep{.name = "sweep", .keys = sweep_keys};
const constinit Type rebound{.name = "rebound", .keys = rebound_keys};

}  // namespace lca::types
