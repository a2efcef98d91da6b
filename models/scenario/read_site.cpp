// Reads sites and the source of their electricity.

#include <fmt/core.h>

#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "models/scenario/read_bound.hpp"
#include "models/scenario/reader.hpp"
#include "models/series/read_grid_series.hpp"
#include "models/values/place_in_text.hpp"

namespace lca::scenario {
namespace {

std::optional<int> read_year(Reader& reader, Node node) {
    if (!node || !node.is_text()) return std::nullopt;
    const Parsed<double> parsed = parse_number(node.text());
    const double* year = std::get_if<double>(&parsed);
    if (year && *year >= 1900 && *year <= 2100 && *year == static_cast<int>(*year))
        return static_cast<int>(*year);
    reader.error_at(node, fmt::format("`{}` is {}", node.path(), as_written(node)), "a year, such as 2022");
    return std::nullopt;
}

std::vector<GridChoice::Share> read_mix(Reader& reader, Node mix) {
    std::vector<GridChoice::Share> shares;
    if (mix.size() == 0)
        reader.error(mix.place(), "an empty mix", "shares by source: `{nuclear: 70 %, gas: 30 %}`");
    for (const Node share : mix.children()) {
        if (share.faulty()) continue;
        const auto figure = reader.values.read<unit::None>(share, Bounds::share);
        if (figure) shares.push_back({std::string(share.key()), figure, share});
    }
    return shares;
}

/// Reports those of `keys` that are stated without `owner`, although they are allowed only together with it.
void only_with(Reader& reader, Node grid, std::string_view owner,
               std::initializer_list<std::string_view> keys) {
    if (grid.written(owner)) return;
    for (const std::string_view key : keys) {
        if (const Node here = grid.written(key)) {
            reader.error_at_key(here, fmt::format("`{}` is allowed only together with `{}`", key, owner),
                                fmt::format("`{}` beside it", owner));
        }
    }
}

/// The intensity that represents a series: its mean. An activity weights it by the values in its own hours.
AnyValue mean_of(const GridSeries& series, Node at) {
    auto stated = std::make_shared<Statement>();
    stated->text = stated->owner = at;
    stated->literal = Quantity{.value = series.mean(),
                               .written = series.written,
                               .unit = {impact_per(index_of::climate, dimension_of<unit::Energy>()),
                                        series.unit_factor, series.unit}};
    stated->note = "the mean of the series; activities use the hours they run in";
    if (!series.note.empty()) stated->note += "; " + series.note;
    return AnyValue(std::move(stated));
}

/// Whether a value looks like the id of a region ("FRA") instead of a figure.
bool names_region(Node value) {
    if (!value.is_text() || value.faulty() || value.text().empty() || !is_letter(value.text().front()))
        return false;
    return value.text().find(' ') == std::string_view::npos;
}

std::optional<GridChoice> read_grid_choice(Reader& reader, Node node) {
    if (!node) return std::nullopt;
    GridChoice grid;
    grid.location = node;
    if (node.is_text()) {
        grid.region = node;
        return grid;
    }
    constexpr std::string_view ways[] = {"region", "intensity", "mix", "series"};
    if (reader.exclusive(node, ways, "one of region, intensity, mix and series")) return std::nullopt;
    only_with(reader, node, "region", {"year"});
    only_with(reader, node, "mix", {"factors"});
    only_with(reader, node, "series",
              {"format", "time", "value", "unit", "emissions", "stamp", "zone", "gaps"});
    if (!node.written("series")) only_with(reader, node, "intensity", {"basis", "kind", "gas", "gwp"});
    constexpr std::string_view losses[] = {"losses", "losses_of"};
    if (reader.exclusive(node, losses, "one of losses and losses_of")) return std::nullopt;
    grid.losses = reader.values.read<unit::None>(node.find("losses"), Bounds::share);
    grid.losses_of = node.find("losses_of");
    grid.factors = node.find("factors");
    if (const Node region = node.find("region")) {
        grid.region = region;
        grid.year = read_year(reader, node.find("year"));
        return grid;
    }
    if (const Node intensity = node.find("intensity")) {
        grid.kind = GridChoice::Kind::intensity;
        if (names_region(intensity)) {
            reader.error_at(
                intensity,
                fmt::format("`{}` is {}, which is not a figure", intensity.path(), as_written(intensity)),
                "climate change impact per energy, such as `57 gCO2e/kWh`",
                fmt::format("a region is written as `grid: {}`", shown(intensity.text())));
        } else {
            grid.intensity = reader.values.read_impacts<unit::ImpactPerEnergy>(intensity);
        }
        grid.basis = IntensityBasis::read(node);
        return grid;
    }
    if (const Node mix = node.find("mix")) {
        grid.kind = GridChoice::Kind::mix;
        grid.mix = read_mix(reader, mix);
        return grid;
    }
    if (const Node series = node.find("series")) {
        grid.kind = GridChoice::Kind::series;
        grid.series = read_grid_series(node, reader.sources, reader.diagnostics);
        if (!grid.series) return std::nullopt;
        grid.intensity.of[index_of::climate] = mean_of(*grid.series, series);
        grid.basis = grid.series->basis;
        return grid;
    }
    if (!node.written("series") && !node.written("region") && !node.written("intensity") &&
        !node.written("mix")) {
        reader.error(node.place(), fmt::format("`{}` gives no source of electricity", node.path()),
                     "one of region, intensity, mix and series");
    }
    return std::nullopt;
}

}  // namespace

Site read_site(Reader& reader, std::string_view id, Node node) {
    Site site;
    site.id = id;
    site.location = node;
    site.datacentre = node.find("datacentre");
    site.grid = read_grid_choice(reader, node.find("grid"));
    read_bound<Site>(reader.values, node, bound::site, site);
    if (const Node counts = node.find("wue_counts"); counts && !counts.faulty())
        site.wue_counts = counts.text();
    const auto market = reader.values.read_impacts<unit::ImpactPerEnergy>(node.find("market_intensity"));
    site.market_intensity = Value<unit::ImpactPerEnergy>(market[index_of::climate]);
    const auto upstream = reader.values.read_impacts<unit::ImpactPerEnergy>(node.find("upstream_intensity"));
    site.upstream_intensity = Value<unit::ImpactPerEnergy>(upstream[index_of::climate]);
    return site;
}

void read_sites(Reader& reader) {
    const Node sites = reader.root.find("sites");
    if (!sites) return;
    for (const Node node : sites.children()) {
        if (node.faulty()) continue;
        reader.sites.emplace(node.key(), reader.scenario.sites.size());
        reader.scenario.sites.push_back(read_site(reader, node.key(), node));
    }
}

std::optional<std::size_t> site_of(Reader& reader, Node node) {
    if (!node) return std::nullopt;
    if (node.is_map()) {
        reader.scenario.sites.push_back(read_site(reader, "", node));
        return reader.scenario.sites.size() - 1;
    }
    const auto found = reader.sites.find(node.text());
    if (found != reader.sites.end()) return found->second;
    const Node sites = reader.root.find("sites");
    const bool faulty = sites && sites.is_map() && sites.written(node.text());
    if (!faulty) unknown_reference(reader, node, "a site", "sites", reader.sites);
    return std::nullopt;
}

}  // namespace lca::scenario
