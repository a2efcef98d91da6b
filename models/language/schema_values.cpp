// Types of values: one for each dimension, each of which also allows the long form.

#include <array>
#include <iterator>

#include "models/language/schema_types.hpp"

namespace lca::types {
namespace {

constexpr std::string_view shapes[] = {"normal", "lognormal", "uniform",   "triangular",
                                       "pert",   "discrete",  "empirical", "quantiles"};
constexpr std::string_view statuses[] = {"printed", "inferred", "fitted", "assumed"};

constexpr Type shape{.name = "distribution", .scalar = Scalar::choice, .choices = shapes};
constexpr Type status{.name = "status", .scalar = Scalar::choice, .choices = statuses};
constexpr Type plain_number{.name = "number", .scalar = Scalar::number};
constexpr Type plain_value{.name = "value", .scalar = Scalar::quantity, .dimension = "the value's own"};
constexpr Type plain_values{.name = "values", .items = &plain_value};
constexpr Type numbers{.name = "numbers", .items = &plain_number};
constexpr Type score{.name = "score", .scalar = Scalar::count};
constexpr Type scores{.name = "scores", .items = &score};

constexpr Key source_keys[] = {
    {"title", &text, "Title of the publication."},
    {"authors", &text, "Who wrote it."},
    {"year", &text, "The year it appeared.", "2023"},
    {"url", &text, "Address of the publication; nothing is fetched."},
    {"where", &text, "The place in the publication.", "Table 3"},
};

/// Percentiles are written as keys "p1" to "p99".
constexpr std::size_t max_percentile = 99;
constexpr auto percentile_names = [] {
    std::array<std::array<char, 3>, max_percentile> names{};
    for (std::size_t i = 0; i < max_percentile; ++i) {
        const std::size_t share = i + 1;
        names[i][0] = 'p';
        names[i][1] = static_cast<char>('0' + (share < 10 ? share : share / 10));
        if (share >= 10) names[i][2] = static_cast<char>('0' + share % 10);
    }
    return names;
}();

constexpr Key known_uncertainty_keys[] = {
    {"distribution", &shape, "Shape of the distribution.", "triangular"},
    {"sd", &plain_value, "Standard deviation of a normal distribution, in a unit of the value's dimension.",
     "20 W"},
    {"cv", &plain_number,
     "Coefficient of variation of a normal or lognormal distribution; the value is then the mean before any "
     "truncation.",
     "10 %"},
    {"gsd", &plain_number,
     "Geometric standard deviation of a lognormal distribution, at least 1; the value is the median.", "1.3"},
    {"low", &plain_value, "Lower end of a uniform, triangular or PERT distribution.", "4 yr"},
    {"high", &plain_value, "Upper end of a uniform, triangular or PERT distribution.", "8 yr"},
    {"values", &plain_values,
     "Values of a discrete distribution; values without a unit take that of the last value.",
     "[300 W, 400 W]"},
    {"weights", &numbers, "Weights of the values, in the same order; they are scaled to add up to one.",
     "[1, 3]"},
    {"file", &file_name, "CSV file of an empirical distribution, relative to the scenario.", "samples.csv"},
    {"column", &text, "Column of the file.", "power"},
    {"unit", &text, "Unit of the numbers in the column.", "W"},
    {"pedigree", &scores,
     "The five scores of the ecoinvent pedigree matrix, from 1 (best) to 5: reliability, completeness, "
     "temporal, geographical and technological correlation. They and `basic` make a lognormal distribution "
     "with the value as its median.",
     "[2, 3, 1, 1, 4]"},
    {"basic", &plain_number, "Basic uncertainty factor for `pedigree`, at least 1.", "1.05"},
    {"min", &plain_value, "Truncates the distribution below this value and renormalises it.", "0 W"},
    {"max", &plain_value, "Truncates the distribution above this value and renormalises it.", "500 W"},
    note_key,
    source_key,
};

constexpr auto uncertainty_keys = [] {
    std::array<Key, std::size(known_uncertainty_keys) + max_percentile> keys{};
    std::size_t at = 0;
    for (const Key& key : known_uncertainty_keys) keys[at++] = key;
    for (std::size_t i = 0; i < max_percentile; ++i) {
        const std::string_view name(percentile_names[i].data(), i + 1 < 10 ? 2 : 3);
        keys[at++] = {
            name, &plain_value,
            "A percentile of `quantiles`: two percentiles give a lognormal distribution, three a metalog.",
            "314 W"};
    }
    return keys;
}();

constexpr Key long_form_keys[] = {
    {"value", &plain_value, "The number with its unit, or an expression.", "6 yr"},
    {"uncertainty", &uncertainty, "Uncertainty of the value.", "{distribution: normal, cv: 10 %}"},
    {"status", &status, "How the value was obtained; default: `printed`.", "assumed"},
    title_key,
    note_key,
    source_key,
};

constexpr Type quantity(std::string_view name, std::string_view dimension) {
    return {.name = name, .scalar = Scalar::quantity, .dimension = dimension, .long_form = &long_form};
}
constexpr Type kinds(std::string_view name, std::string_view dimension, const Type* item) {
    return {.name = name,
            .scalar = Scalar::quantity,
            .dimension = dimension,
            .items = item,
            .long_form = &long_form};
}

constexpr Type one_impact = quantity("impact", "impact");
constexpr Type one_per_energy = quantity("impact per energy", "impact per energy");
constexpr Type one_of_hardware = quantity("impact of hardware", "impact, or impact per amount bought");

constexpr Type path{.name = "path", .scalar = Scalar::path};

}  // namespace

const constinit Type text{.name = "text", .scalar = Scalar::any};
const constinit Type truth{.name = "truth value", .scalar = Scalar::truth};
const constinit Type source{.name = "source",
                            .scalar = Scalar::any,
                            .keys = source_keys,
                            .help = "Source of a value: a text, or a map of these keys."};
const constinit Type anything{
    .name = "anything", .scalar = Scalar::any, .entries = &anything, .items = &anything, .free_keys = true};
const constinit Type paths{.name = "paths", .items = &path};
const constinit Type file_name{.name = "file", .scalar = Scalar::path};
const constinit Type zoned_time{.name = "time with zone", .scalar = Scalar::time};

const constinit Type uncertainty{
    .name = "uncertainty",
    .keys = uncertainty_keys,
    .help =
        "A distribution belongs to the value it is written at: everything that uses the value varies with "
        "it. Needs `distribution` or `pedigree`. Point results do not depend on it. An expression takes the "
        "relative forms only (`cv`, `gsd`, `pedigree`)."};
const constinit Type long_form{.name = "value in long form",
                               .keys = long_form_keys,
                               .help = "A map of these keys may replace any number with a unit."};

const constinit Type any_value = quantity("value", "any");
const constinit Type share{
    .name = "share", .scalar = Scalar::number, .dimension = "share", .long_form = &long_form};
const constinit Type number{.name = "number", .scalar = Scalar::number, .long_form = &long_form};
const constinit Type count{.name = "count", .scalar = Scalar::count};
const constinit Type energy = quantity("energy", "energy");
const constinit Type power = quantity("power", "power");
const constinit Type time = quantity("time", "time");
const constinit Type length = quantity("length", "length");
const constinit Type area = quantity("area", "area");
const constinit Type mass = quantity("mass", "mass");
const constinit Type volume_per_energy = quantity("water per energy", "volume per energy");
const constinit Type device_time = quantity("accelerator time", "accelerator time");
const constinit Type node_time = quantity("node time", "node time");
const constinit Type accelerators = quantity("accelerators", "number of accelerators");
const constinit Type nodes = quantity("nodes", "number of nodes");
const constinit Type operations = quantity("operations", "operations");
const constinit Type throughput = quantity("throughput", "operations per time");
const constinit Type information = quantity("information", "information");
const constinit Type requests = quantity("requests", "number of requests");
const constinit Type request_rate = quantity("request rate", "requests per time");
const constinit Type tokens = quantity("tokens", "number of tokens");
const constinit Type answer_tokens = quantity("tokens of answers", "tokens per request, or number of tokens");
const constinit Type energy_per_request = quantity("energy per request", "energy per request");
const constinit Type energy_per_token = quantity("energy per token", "energy per token");
const constinit Type electricity_intensity = quantity("intensity", "climate change impact per energy");
const constinit Type dynamic_power =
    quantity("power in dynamic", "power, or power per accelerator or per node");
const constinit Type idle_power = quantity("power in idle", "power, or power per accelerator or per node");
const constinit Type host_power = quantity("power per node", "power, or power per node");
const constinit Type node_power = quantity("power per node", "power, or power per node");
const constinit Type system_power = quantity("power of a system", "power");
const constinit Type device_power = quantity("power per accelerator", "power, or power per accelerator");
const constinit Type impact_rate =
    kinds("impact rate", "impact per node time, accelerator time, request or token", &any_value);

const constinit Type impact = kinds("impact", "impact", &one_impact);
const constinit Type impact_per_energy = kinds("impact per energy", "impact per energy", &one_per_energy);
const constinit Type impact_of_hardware =
    kinds("impact of hardware", "impact, or impact per amount bought", &one_of_hardware);

}  // namespace lca::types
