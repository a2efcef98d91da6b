#include "models/resolve/site_resolver.hpp"
#include "lca/base/text.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "models/catalog/meant_entry.hpp"
#include "models/catalog/region.hpp"
#include "models/resolve/plausibility.hpp"

namespace lca {
namespace {

/// The dimension of an impact per energy, as files write it.
Dimension per_energy(std::size_t impact) {
    return impact_per(impact, dimension_of<unit::Energy>());
}

/// Whether a climate intensity is zero or missing, so that it can be mixed with intensities of any basis.
bool is_zero(const ImpactValues<unit::ImpactPerEnergy>& intensity) {
    const AnyValue& climate = intensity[index_of::climate];
    return !climate || (climate->literal && climate->literal->value == 0);
}

}  // namespace

std::optional<Expr<unit::ImpactPerEnergy>> as_impact(std::optional<Expr<unit::VolumePerEnergy>> water) {
    if (!water) return std::nullopt;
    return unchecked<unit::ImpactPerEnergy>(water->value());
}

const SiteFactors& SiteResolver::at(std::size_t site, std::optional<int> year) {
    if (year && !follows_year(site)) {
        warn_of_another_year(scenario_.sites[site], *year);
        year.reset();
    }
    const std::pair key(site, year);
    const auto found = known_.find(key);
    if (found != known_.end()) return found->second;
    return known_.emplace(key, compile(site, year)).first->second;
}

bool SiteResolver::follows_year(std::size_t number) {
    if (const auto& grid = scenario_.sites[number].grid)
        return grid->kind == GridChoice::Kind::region && !grid->year && !region_year(grid->region.text);
    const Reference& grid = common(number).datacentre_grid;
    return grid && !region_year(grid.text);
}

/// Warns if the file states a year for a grid and an activity starts in another; the stated year is used.
void SiteResolver::warn_of_another_year(const Site& site, int year) {
    if (!site.grid || site.grid->kind != GridChoice::Kind::region) return;
    const auto parts = region_year(site.grid->region.text);
    const Year stated = site.grid->year ? site.grid->year : parts ? Year(parts->year) : Year();
    if (!stated || *stated == year || !warned_years_.emplace(site.grid->location.path(), year).second) return;
    const std::string_view region = parts ? parts->region : std::string_view(site.grid->region.text);
    values_.diagnostics().warning(
        site.grid->location.place(),
        fmt::format("the grid `{}` is of {}, but activities on it start in {}", region, *stated, year),
        "without a year the grid follows the `start` of each activity");
}

const SiteResolver::Common& SiteResolver::common(std::size_t number) {
    const auto found = common_.find(number);
    if (found != common_.end()) return found->second;
    const Site& site = scenario_.sites[number];
    Common known;
    SiteFactors& made = known.factors;
    made.site = site.id.empty() ? site.location.path() : site.id;
    made.wue = as_impact(values_(site.wue));
    if (site.wue) water_.push_back({site.location.path() + ".wue", site.wue_counts});
    if (site.water_intensity) made.intensity[index_of::water] = as_impact(values_(site.water_intensity));
    if (site.market_intensity) {
        made.market = unchecked<unit::ImpactPerEnergy>(
            values_.checked(site.market_intensity, per_energy(index_of::climate)));
    }
    if (site.upstream_intensity) {
        made.upstream = unchecked<unit::ImpactPerEnergy>(
            values_.checked(site.upstream_intensity, per_energy(index_of::climate)));
    }
    if (site.pue) made.pue = values_(site.pue);
    if (site.datacentre) take_datacentre(site, known);
    resolve::check_plausible_site(site, values_);
    return common_.emplace(number, std::move(known)).first->second;
}

bool SiteResolver::is_series(std::size_t site) const {
    const std::optional<GridChoice>& grid = scenario_.sites[site].grid;
    return grid && grid->kind == GridChoice::Kind::series;
}

SiteFactors SiteResolver::over(std::size_t site, const TimeOfUse& time) {
    return compile(site, std::nullopt, &time);
}

SiteFactors SiteResolver::compile(std::size_t number, Year year, const TimeOfUse* time) {
    const Site& site = scenario_.sites[number];
    const Common& known = common(number);
    SiteFactors made = known.factors;
    if (site.grid) {
        take_grid(*site.grid, year, time, made);
    } else if (known.datacentre_grid) {
        take_catalogue_grid(known.datacentre_grid.text, known.datacentre_grid.location, {{}, year}, made);
    }
    if (!made.pue && !default_pue_.contains(number)) {
        default_pue_.emplace(
            number,
            values_.or_default(site.pue, {.path = site.location.path() + ".pue",
                                          .value = 1,
                                          .why = "the language's default: no cooling or conversion losses"}));
    }
    if (!made.pue) made.pue = default_pue_.at(number);
    say_what_is_missing(made);
    return made;
}

/// Sets the reasons for missing figures, once for a site and not for each entry of a phase that uses
/// electricity there.
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

void SiteResolver::take_grid(const GridChoice& grid, Year start, const TimeOfUse* time, SiteFactors& to) {
    const SiteFactors before = to;
    switch (grid.kind) {
        case GridChoice::Kind::region:
            take_catalogue_grid(grid.region.text, grid.region.location, {grid.year, start}, to);
            break;
        case GridChoice::Kind::intensity:
            take_intensity(grid.intensity, to);
            if (!is_zero(grid.intensity))
                record_basis({grid.basis, grid.location.path(), grid.location.place()});
            break;
        case GridChoice::Kind::mix:
            take_mix(grid, to);
            break;
        case GridChoice::Kind::series:
            take_series(grid, time, to);
            break;
    }
    take_losses(grid, grid.year ? grid.year : start, before, to);
}

void SiteResolver::take_datacentre(const Site& site, Common& known) {
    SiteFactors& to = known.factors;
    const std::string_view id = site.datacentre.text;
    const auto found = values_.catalog().find(Section::datacentre, id);
    if (!found) {
        const auto meant = values_.diagnostics().worth_a_hint()
                               ? meant_entries(values_.catalog(), Section::datacentre, id)
                               : std::vector<std::string>();
        values_.diagnostics().error(
            site.datacentre.location.place(), fmt::format("unknown data centre `{}`", shown(id)),
            "an id such as google/2023",
            find_grid(values_.catalog(), id) ? fmt::format("`{0}` is a grid: write `grid: {0}`", shown(id))
                                             : did_you_mean(meant));
        return;
    }
    const DatacentreEntry entry = read_datacentre(*found, values_.sources(), values_.diagnostics());
    if (!site.grid && entry.grid) known.datacentre_grid = entry.grid;
    if (!to.pue) to.pue = values_(entry.pue);
    if (!to.wue && entry.wue) {
        to.wue = as_impact(values_(entry.wue));
        water_.push_back({entry.id, site.wue_counts.empty() ? entry.wue_counts : site.wue_counts});
    }
    // The water per energy of the data centre takes precedence over that of its country, but not over what
    // the file states.
    const bool stated = site.grid && static_cast<bool>(site.grid->intensity[index_of::water]);
    if (!to.intensity[index_of::water] && !stated)
        to.intensity[index_of::water] = as_impact(values_(entry.water_intensity));
    if (!to.market && entry.market_intensity) {
        to.market = unchecked<unit::ImpactPerEnergy>(
            values_.checked(entry.market_intensity, per_energy(index_of::climate)));
    }
}

void SiteResolver::record_basis(Counted counted) {
    const auto other = std::find_if(counted_.begin(), counted_.end(),
                                    [&](const Counted& known) { return unlike(known.basis, counted.basis); });
    if (other != counted_.end() && !scenario_.mixed_basis_accepted) report_unlike(counted, *other);
    const bool is_new = std::none_of(counted_.begin(), counted_.end(), [&](const Counted& known) {
        return known.basis.in_words() == counted.basis.in_words() && known.chosen == counted.chosen &&
               known.basis.gwp == counted.basis.gwp && known.basis.imports == counted.basis.imports;
    });
    if (is_new) counted_.push_back(std::move(counted));
}

std::vector<GridBasis> SiteResolver::bases() const {
    std::vector<GridBasis> found;
    for (const Counted& one : counted_)
        found.push_back(
            {one.id, one.basis.basis, one.basis.kind, one.basis.gas, one.basis.gwp, one.basis.imports});
    return found;
}

/// Reports intensities that cannot be mixed; only a warning, given once, if the file did not choose both.
void SiteResolver::report_unlike(const Counted& counted, const Counted& other) {
    const bool same_kind = counted.basis.kind == other.basis.kind && counted.basis.gas == other.basis.gas;
    const bool chosen = same_kind && (counted.chosen || other.chosen);
    if (chosen && !warned_bases_.emplace(counted.basis.in_words(), other.basis.in_words()).second) return;
    values_.diagnostics().add(
        {.place = counted.place,
         .message = fmt::format("grid `{}` counts {}, but `{}` counts {}: they cannot be mixed", counted.id,
                                counted.basis.in_words(), other.id, other.basis.in_words()),
         .expected = "intensities of one basis in one file, or `mixed_basis: accepted` at the top level",
         .related = {{other.place, fmt::format("`{}` is used here", other.id)}},
         .severity = chosen ? Severity::warning : Severity::error});
}

}  // namespace lca
