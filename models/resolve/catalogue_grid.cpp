// A grid of the catalogue: the year's intensity, and what is known of its region otherwise.

#include <fmt/core.h>

#include "models/catalog/entries.hpp"
#include "models/catalog/find_grid.hpp"
#include "models/catalog/meant_entry.hpp"
#include "models/catalog/region.hpp"
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
    const auto meant = values_.diagnostics().worth_a_hint() ? meant_entries(catalog, Section::grid, id)
                                                            : std::vector<std::string>();
    values_.diagnostics().error(at.place(), fmt::format("unknown grid `{}`", shown(id)),
                                "an id of `lca grid list`, {region, year}, {intensity: …}, {mix: …}",
                                did_you_mean(meant));
}

void SiteResolver::take_catalogue_grid(std::string_view id, const Location& at, std::optional<int> year,
                                       SiteFactors& to) {
    const auto found = find_grid(values_.catalog(), id, year);
    if (!found) return unknown_grid(id, at, year);
    const GridEntry entry = read_grid(*found, values_.sources(), values_.diagnostics());
    watch_basis(entry.basis, entry.id, at);
    take_intensity(entry.intensity, to);
    if (entry.water_intensity && !to.intensity[index_of::water])
        to.intensity[index_of::water] = as_impact(values_(entry.water_intensity));
    take_region(entry.region, to);
}

/// Other impacts, which the catalogue knows by region and not by year.
void SiteResolver::take_region(std::string_view region, SiteFactors& to) {
    const auto found = values_.catalog().find(Section::region, fmt::format("{}/impacts", region));
    if (!found) return;
    const RegionEntry entry = read_region(*found, values_.sources(), values_.diagnostics());
    take_intensity(entry.intensity, to);
    if (entry.water_intensity && !to.intensity[index_of::water])
        to.intensity[index_of::water] = as_impact(values_(entry.water_intensity));
}

}  // namespace lca
