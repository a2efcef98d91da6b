// Tables of keys for `sites` and for grids.

#include <string_view>
#include <vector>

#include "models/language/schema_types.hpp"

namespace lca::types {
namespace {

constexpr std::string_view gap_rules[] = {"interpolate", "hold"};
constexpr Type gaps{.name = "gaps", .scalar = Scalar::choice, .choices = gap_rules};
const std::vector<std::string_view> series_formats = [] {
    std::vector<std::string_view> names;
    for (const std::string_view* name : series_format_names()) names.push_back(*name);
    return names;
}();
const Type series_format{.name = "format", .scalar = Scalar::choice, .choices = series_formats};
constexpr std::string_view emission_columns[] = {"life_cycle", "direct"};
constexpr Type emissions{.name = "emissions", .scalar = Scalar::choice, .choices = emission_columns};
constexpr std::string_view stamp_ends[] = {"start", "end"};
constexpr Type stamp{.name = "stamp", .scalar = Scalar::choice, .choices = stamp_ends};
constexpr std::string_view own_bases[] = {"life_cycle", "combustion", "co2_only", "marginal"};
constexpr std::string_view grid_kinds[] = {"average", "marginal", "residual"};
constexpr std::string_view grid_gases[] = {"CO2e", "CO2"};
constexpr Type own_basis{.name = "basis", .scalar = Scalar::choice, .choices = own_bases};
constexpr std::string_view factor_sets[] = {"ipcc-ar5", "unece-2022"};
constexpr Type factors{.name = "factors", .scalar = Scalar::choice, .choices = factor_sets};
constexpr Type region{.name = "region", .scalar = Scalar::reference};
constexpr Type datacentre{.name = "data centre", .scalar = Scalar::reference};
constexpr Type mix_share{
    .name = "share", .scalar = Scalar::number, .dimension = "share", .long_form = &long_form};
constexpr Type mix{
    .name = "mix",
    .entries = &mix_share,
    .help =
        "Shares of generation by source. They must add up to 100 % ± 0.5 % and are then scaled to 100 %."};

constexpr Key grid_keys[] = {
    {"region", &region, "An id of the catalogue.", "FRA"},
    {"year", &count, "Year of the region's figure; default: the newest, which results name.", "2022"},
    {"intensity", &impact_per_energy, "Impact of the electricity that the grid delivers.", "57 gCO2e/kWh"},
    {"basis", &own_basis,
     "Accounting basis: the life cycle of generation, or combustion alone. `co2_only` is combustion and "
     "`gas: CO2`; `marginal` is `kind: marginal`.",
     "life_cycle"},
    {"kind", &grid_kind,
     "Kind of intensity: average, marginal, or residual (the mix that remains without contracted "
     "electricity).",
     "marginal"},
    {"gas", &grid_gas, "All greenhouse gases, or CO2 alone.", "CO2"},
    {"gwp", &gwp_of_figure, "The IPCC report whose global warming potentials were used.", "AR5"},
    {"mix", &mix, "Shares of generation by source.", "{nuclear: 70 %, hydro: 20 %, gas: 10 %}"},
    {"factors", &factors,
     "Source of the factors of the mix: the IPCC's medians (AR5, 2014) or UNECE's for the European "
     "Union.",
     "unece-2022"},
    {"losses", &share,
     "Losses of transmission and distribution, as a share of generation: impacts are then divided by 1 - "
     "losses. Default, without `losses_of`: no losses.",
     "7 %"},
    {"losses_of", &region,
     "A country whose losses are taken from the catalogue, of the grid's year if known.", "FRA"},
    {"series", &file_name,
     "File of intensities over time, hourly or finer. Each value lasts until the next, the last for "
     "one step. "
     "An activity on this grid needs a `start` and a `duration`, over which its electricity is spread "
     "evenly.",
     "grid.csv"},
    {"format", &series_format, "Format of the series, if not recognised from its first lines.",
     "electricity-maps"},
    {"time", &text, "Column of the times of a `csv` series.", "utc_time"},
    {"value", &text, "Column of the intensities of a `csv` series.", "intensity"},
    {"unit", &text, "Unit of the intensities, if the heading does not give it in square brackets.",
     "gCO2e/kWh"},
    {"emissions", &emissions,
     "Which column of an Electricity Maps export to use: life-cycle emissions (default), or direct emissions "
     "from combustion.",
     "life_cycle"},
    {"stamp", &stamp, "Which end of its interval a time marks: `start` (default) or `end`.", "end"},
    {"zone", &text, "Time zone of times without one: a name or an offset.", "Europe/Paris"},
    {"gaps", &gaps,
     "What to do about gaps in the series while an activity runs, which are errors otherwise: `interpolate` "
     "linearly, or `hold` the value before the gap (the last value also after the end of the series).",
     "interpolate"},
    title_key,
    note_key,
    source_key,
};

constexpr Key site_keys[] = {
    {"grid", &grid,
     "Where the electricity comes from: an id of the catalogue, or one of region, intensity, mix and series.",
     "FRA"},
    {"pue", &number, "Power usage effectiveness, at least 1: facility energy per IT energy; default: 1.",
     "1.2"},
    {"wue", &volume_per_energy, "Water consumed on the site per IT energy.", "1.8 L/kWh"},
    {"wue_counts", &water_counted, "Whether `wue` is water consumption or water withdrawal.", "withdrawal"},
    {"water_intensity", &volume_per_energy,
     "Water consumed in generating the electricity, per facility energy.", "3.1 L/kWh"},
    {"market_intensity", &electricity_intensity,
     "Market-based intensity of the electricity, from contracts; results are then shown location-based and "
     "market-based.",
     "25 gCO2e/kWh"},
    {"upstream_intensity", &electricity_intensity,
     "Emissions per kWh of supplying the fuel, of building the plants and of losses in the grid: category 3 "
     "of the GHG Protocol in `lca export --as ghg`. A life-cycle intensity contains them, a combustion "
     "intensity does not. The key changes no total.",
     "60 gCO2e/kWh"},
    {"datacentre", &datacentre,
     "A data centre of the catalogue, whose figures are used for keys not given here.", "google-fleet"},
    title_key,
    note_key,
    source_key,
};

}  // namespace

const constinit Type grid_kind{.name = "kind of intensity", .scalar = Scalar::choice, .choices = grid_kinds};
const constinit Type grid_gas{.name = "gas", .scalar = Scalar::choice, .choices = grid_gases};
const constinit Type grid{
    .name = "grid",
    .scalar = Scalar::reference,
    .keys = grid_keys,
    .help =
        "Where electricity comes from: an id of the catalogue as a text, or a map with one of `region`, "
        "`intensity`, `mix` and `series`."};
const constinit Type site{
    .name = "site", .keys = site_keys, .help = "A place of hardware: its electricity, cooling and water."};
const constinit Type site_or_id{.name = "site", .scalar = Scalar::reference, .keys = site_keys};
const constinit Type sites{.name = "sites", .entries = &site};

}  // namespace lca::types
