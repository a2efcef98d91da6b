// A grid of the catalogue: its intensity in the year, and the other impacts known for its region.

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/text.hpp"
#include "lca/units/quantity.hpp"
#include "models/catalog/meant_entry.hpp"
#include "models/catalog/region.hpp"
#include "models/language/examples.hpp"
#include "models/resolve/site_resolver.hpp"

namespace lca {

void SiteResolver::unknown_grid(std::string_view id, const Location& at, std::optional<int> year) {
    Catalog& catalog = values_.catalog();
    const auto parts = year ? RegionYear{id, *year} : region_year(id).value_or(RegionYear{});
    const auto known = parts.region.empty() ? std::nullopt : find_grid(catalog, parts.region);
    if (known) {
        const std::string_view own = known->id.substr(0, known->id.rfind('/'));
        values_.diagnostics().error(
            at.place(), fmt::format("grid `{}` is not known for {}", shown(parts.region), parts.year),
            one_of_years(catalog.years(Section::grid, own)));
        return;
    }
    if (std::holds_alternative<Quantity>(parse_quantity(id))) {
        values_.diagnostics().error(
            at.place(), fmt::format("`{}` is a number, not the id of a grid", shown(id)),
            "an id of `lca grid list`, {region, year}, {intensity: …}, {mix: …}",
            fmt::format(
                "an intensity is written as `{{intensity: {}}}`",
                example_at("sites.x.grid.intensity",
                           std::vector{impact_per(index_of::climate, dimension_of<unit::Energy>())})));
        return;
    }
    const auto meant = values_.diagnostics().worth_a_hint() ? meant_entries(catalog, Section::grid, id)
                                                            : std::vector<std::string>();
    values_.diagnostics().error(
        at.place(), fmt::format("unknown grid `{}`", shown(id)),
        "an id of `lca grid list`, {region, year}, {intensity: …}, {mix: …}",
        catalog.find(Section::datacentre, id)
            ? fmt::format("`{0}` is a data centre: write `datacentre: {0}`", shown(id))
            : did_you_mean(meant));
}

/// The grid in the year that the file states, else in the year an activity starts in, else in the newest.
std::optional<FoundGrid> SiteResolver::find(std::string_view id, const Location& at, const GridYears& years) {
    Catalog& catalog = values_.catalog();
    if (years.stated || !years.start || region_year(id)) return find_grid(catalog, id, years.stated);
    if (auto found = find_grid(catalog, id, years.start)) return found;
    auto newest = find_grid(catalog, id);
    if (newest) {
        values_.diagnostics().warning(
            at.place(),
            fmt::format(
                "no figure of grid `{}` is known for {}, in which an activity starts: the newest is taken, "
                "`{}`",
                shown(id), *years.start, newest->id));
    }
    return newest;
}

void SiteResolver::note_stand_in(const FoundGrid& found, const GridEntry& entry, const Location& at) {
    if (found.stands_for.empty()) return;
    ProxyGrid made{at.path(), fmt::format("`{}` has no figures of its own: those of {} ({}, {})",
                                          found.stands_for, entry.name, entry.id, entry.basis.in_words())};
    note_once(std::move(made));
}

void SiteResolver::note_once(ProxyGrid made) {
    const bool known = std::any_of(stand_ins_.begin(), stand_ins_.end(), [&](const ProxyGrid& one) {
        return one.path == made.path && one.message == made.message;
    });
    if (!known) stand_ins_.push_back(std::move(made));
}

void SiteResolver::take_catalogue_grid(std::string_view id, const Location& at, const GridYears& years,
                                       SiteFactors& to) {
    Catalog& catalog = values_.catalog();
    const auto found = find(id, at, years);
    if (!found) return unknown_grid(id, at, years.stated);
    GridEntry entry = read_grid(*found, values_.sources(), values_.diagnostics());
    if (entry.basis.gwp.empty()) entry.basis.gwp = gwp_of_source(catalog, *found, "intensity");
    entry.basis.imports = word_of_source(catalog, *found, "intensity", "imports");
    note_stand_in(*found, entry, at);
    record_basis({entry.basis, entry.id, at.place(), !found->stands_for.empty() || years.start.has_value()});
    take_intensity(entry.intensity, to);
    if (entry.water_intensity && !to.intensity[index_of::water])
        to.intensity[index_of::water] = as_impact(values_(entry.water_intensity));
    take_region(entry.region, to);
    take_country(entry, at, to);
}

/// For a part of a country the catalogue has only the intensity: other impacts of its electricity are taken
/// from the country.
void SiteResolver::take_country(const GridEntry& entry, const Location& at, SiteFactors& to) {
    const auto known = [&to] {
        return std::count_if(to.intensity.begin(), to.intensity.end(),
                             [](const auto& one) { return one.has_value(); });
    };
    const auto before = known();
    if (!entry.country.empty()) take_region(entry.country, to);
    if (known() > before)
        note_once({at.path(), fmt::format("impacts of {} ({}) beside its intensity are those of {}",
                                          entry.name, entry.id, entry.country)});
}

/// Adds impacts other than climate change, which the catalogue has by region and not by year.
void SiteResolver::take_region(std::string_view region, SiteFactors& to) {
    const auto found = values_.catalog().find(Section::region, fmt::format("{}/impacts", region));
    if (!found) return;
    const RegionEntry entry = read_region(*found, values_.sources(), values_.diagnostics());
    take_intensity(entry.intensity, to);
    if (entry.water_intensity && !to.intensity[index_of::water])
        to.intensity[index_of::water] = as_impact(values_(entry.water_intensity));
}

}  // namespace lca
