#include "models/resolve/site_resolver.hpp"

#include <fmt/core.h>

#include "models/catalog/entries.hpp"
#include "models/catalog/meant_entry.hpp"
#include "models/resolve/plausibility.hpp"

namespace lca {
namespace {

/// The dimension a file writes an impact per energy in.
Dimension per_energy(std::size_t impact) {
    return impact_per(impact, dimension_of<unit::Energy>());
}

}  // namespace

std::optional<Expr<unit::ImpactPerEnergy>> as_impact(std::optional<Expr<unit::VolumePerEnergy>> water) {
    if (!water) return std::nullopt;
    return unchecked<unit::ImpactPerEnergy>(water->value());
}

const SiteFactors& SiteResolver::at(std::size_t site) {
    const auto found = known_.find(site);
    if (found != known_.end()) return found->second;
    return known_.emplace(site, compile(scenario_.sites[site])).first->second;
}

SiteFactors SiteResolver::compile(const Site& site) {
    SiteFactors made;
    made.site = site.id.empty() ? site.location.path() : site.id;
    made.wue = as_impact(values_(site.wue));
    if (site.water_intensity) made.intensity[index_of::water] = as_impact(values_(site.water_intensity));
    if (site.market_intensity) {
        made.market = unchecked<unit::ImpactPerEnergy>(
            values_.checked(site.market_intensity, per_energy(index_of::climate)));
    }
    if (site.pue) made.pue = values_(site.pue);
    if (site.datacentre) take_datacentre(site, made);
    if (site.grid) take_grid(*site.grid, made);
    if (!made.pue) {
        made.pue =
            values_.or_default(site.pue, {.path = site.location.path() + ".pue",
                                          .value = 1,
                                          .why = "the language's default: no cooling or conversion losses"});
    }
    say_what_is_missing(made);
    check_plausible_site(site, values_);
    return made;
}

/// Once for a site, not once for each line that draws electricity there.
void SiteResolver::say_what_is_missing(SiteFactors& to) {
    for (std::string& why : to.unknown) {
        why = fmt::format("not known per kWh at site {}{}{}", to.site, why.empty() ? "" : ": ", why);
    }
    to.no_wue = fmt::format("no on-site water (wue) is given at {}", to.site);
    to.no_market = fmt::format("no market_intensity is given at {}", to.site);
}

void SiteResolver::take_intensity(const ImpactValues<unit::ImpactPerEnergy>& intensity, SiteFactors& to) {
    for (std::size_t i = 0; i < impact_count; ++i) {
        if (to.intensity[i] || !intensity[i]) continue;
        to.intensity[i] = unchecked<unit::ImpactPerEnergy>(values_.checked(intensity[i], per_energy(i)));
    }
}

void SiteResolver::take_grid(const GridChoice& grid, SiteFactors& to) {
    const SiteFactors before = to;
    switch (grid.kind) {
        case GridChoice::Kind::region:
            take_catalogue_grid(grid.region.text, grid.region.location, grid.year, to);
            break;
        case GridChoice::Kind::intensity:
            take_intensity(grid.intensity, to);
            break;
        case GridChoice::Kind::mix:
            take_mix(grid, to);
            break;
    }
    take_losses(grid, before, to);
}

void SiteResolver::take_datacentre(const Site& site, SiteFactors& to) {
    const std::string_view id = site.datacentre.text;
    const auto found = values_.catalog().find(Section::datacentre, id);
    if (!found) {
        const auto meant = values_.diagnostics().worth_a_hint()
                               ? meant_entries(values_.catalog(), Section::datacentre, id)
                               : std::vector<std::string>();
        values_.diagnostics().error(site.datacentre.location.place(),
                                    fmt::format("unknown data centre `{}`", shown(id)),
                                    "an id such as google/2023", did_you_mean(meant));
        return;
    }
    const DatacentreEntry entry = read_datacentre(*found, values_.sources(), values_.diagnostics());
    if (!to.pue) to.pue = values_(entry.pue);
    if (!to.wue) to.wue = as_impact(values_(entry.wue));
    // Water where the data centre stands is known better than that of its country, but not than the file
    // does.
    const bool stated = site.grid && static_cast<bool>(site.grid->intensity[index_of::water]);
    if (!to.intensity[index_of::water] && !stated)
        to.intensity[index_of::water] = as_impact(values_(entry.water_intensity));
    if (!to.market && entry.market_intensity) {
        to.market = unchecked<unit::ImpactPerEnergy>(
            values_.checked(entry.market_intensity, per_energy(index_of::climate)));
    }
    if (!site.grid && entry.grid) take_catalogue_grid(entry.grid.text, entry.grid.location, std::nullopt, to);
}

void SiteResolver::watch_basis(std::string_view basis, std::string_view id, const Location& at) {
    if (basis.empty()) return;
    if (!basis_) {
        basis_ = Basis{std::string(basis), std::string(id), at.place()};
    } else if (basis_->basis != basis && !scenario_.mixed_basis_accepted) {
        values_.diagnostics().add(
            {.place = at.place(),
             .message = fmt::format("grid `{}` counts {}, but `{}` counts {}: they do not mix", id, basis,
                                    basis_->id, basis_->basis),
             .expected = "intensities of one basis in one file, or `mixed_basis: accepted` at the top level",
             .related = {{basis_->place, fmt::format("`{}` is used here", basis_->id)}}});
    }
}

}  // namespace lca
