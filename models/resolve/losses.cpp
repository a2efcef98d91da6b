// Losses in transmission and distribution. They are counted only if the file states `losses` or `losses_of`.

#include <fmt/core.h>

#include "lca/base/text.hpp"
#include "models/catalog/entries.hpp"
#include "models/catalog/find_grid.hpp"
#include "models/catalog/region.hpp"
#include "models/physics/electricity.hpp"
#include "models/resolve/site_resolver.hpp"

namespace lca {
namespace {

std::vector<int> years_of(const RegionEntry& region) {
    std::vector<int> years;
    for (const RegionEntry::Losses& one : region.losses) years.push_back(one.year);
    return years;
}

/// The losses in a year; null if they are not known.
const RegionEntry::Losses* of_year(const RegionEntry& region, int year) {
    for (const RegionEntry::Losses& one : region.losses) {
        if (one.year == year) return &one;
    }
    return nullptr;
}

}  // namespace

/// The losses that the file states, or those of the region it names: of the year in the region's id, else of
/// the year of the grid, else the newest known.
std::optional<Expr<unit::None>> SiteResolver::losses_of(const GridChoice& grid, Year year) {
    if (grid.losses) return values_(grid.losses);
    if (!grid.losses_of) return std::nullopt;
    Catalog& catalog = values_.catalog();
    const std::string_view id = std::string_view(grid.losses_of.text);
    const auto dated = region_year(id);
    const auto stands_in = find_grid(catalog, dated ? dated->region : id);
    const auto named = stands_in ? region_year(stands_in->id) : std::nullopt;
    const auto found =
        named ? catalog.find(Section::region, fmt::format("{}/losses", named->region)) : std::nullopt;
    const RegionEntry region =
        found ? read_region(*found, values_.sources(), values_.diagnostics()) : RegionEntry();
    if (region.losses.empty()) {
        values_.diagnostics().error(grid.losses_of.location.place(),
                                    fmt::format("no losses are known for `{}`", shown(id)),
                                    "a country of the catalogue, or `losses: 7 %`");
        return std::nullopt;
    }
    const RegionEntry::Losses* chosen = &region.losses.back();
    if (dated) {
        chosen = of_year(region, dated->year);
    } else if (const auto* same = year ? of_year(region, *year) : nullptr) {
        chosen = same;
    }
    if (!chosen) {
        values_.diagnostics().error(
            grid.losses_of.location.place(),
            fmt::format("losses of `{}` are not known for {}", shown(dated->region), dated->year),
            one_of_years(years_of(region)));
        return std::nullopt;
    }
    return values_(chosen->share);
}

/// Divides the intensities of the grid by 1 - losses, except those in `before`: stated per delivered kWh.
void SiteResolver::take_losses(const GridChoice& grid, Year year, const SiteFactors& before,
                               SiteFactors& to) {
    const auto lost = losses_of(grid, year);
    if (!lost || values_.is_faulty(grid.losses)) return;
    if (values_.now(lost->value()) >= 1) {
        const Location at = grid.losses ? grid.losses->text : grid.losses_of.location;
        values_.diagnostics().error(at.place(), "losses of 100 % leave no electricity", "losses below 100 %");
        return;
    }
    to.lost = lost;
    const Expr<unit::None> delivered = physics::share_delivered(*lost);
    for (std::size_t i = 0; i < impact_count; ++i) {
        if (!to.intensity[i] || before.intensity[i]) continue;
        to.intensity[i] = physics::per_delivered(*to.intensity[i], delivered);
        values_.recorder().label(to.intensity[i]->value(),
                                 fmt::format("{} per delivered kWh, losses counted", impacts()[i].name),
                                 impact_per(i, dimension_of<unit::Energy>()));
    }
}

}  // namespace lca
