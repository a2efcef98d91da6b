// Impacts of the energy used at a site, calculated with those factors of the site that are known.

#include <fmt/core.h>

#include "models/physics/electricity.hpp"
#include "models/resolve/site_resolver.hpp"

namespace lca {

ElectricityUse use_of_it_energy(Expr<unit::Energy> it, const SiteFactors& site) {
    return {it, physics::facility_energy(it, *site.pue)};
}

ElectricityUse use_of_facility_energy(Expr<unit::Energy> facility, const SiteFactors& site) {
    return {physics::it_energy(facility, *site.pue), facility};
}

Assessed impact_of(const ElectricityUse& drawn, const SiteFactors& site, std::size_t impact,
                   Recorder& recorder) {
    Assessed result;
    if (site.intensity[impact]) {
        result.value = physics::impact_of_supply(*drawn.facility, *site.intensity[impact]);
    } else {
        result.reason = site.unknown[impact];
    }
    if (impact == index_of::water) {
        if (site.wue) {
            const Expr<unit::Impact> on_site = physics::on_site_water(*drawn.it, *site.wue);
            result.value = result.value ? physics::water(*result.value, on_site) : on_site;
        } else if (result.value) {
            result.reason = site.no_wue;
        }
    }
    if (result.value) {
        recorder.label(result.value->value(), fmt::format("{} of electricity", impacts()[impact].name),
                       impacts()[impact].dimension);
    }
    return result;
}

Assessed market_of(const ElectricityUse& drawn, const SiteFactors& site, Recorder& recorder) {
    if (!site.market) return {{}, site.no_market};
    const Expr<unit::Impact> value = physics::impact_of_supply(*drawn.facility, *site.market);
    recorder.label(value, "climate change of electricity, market-based", Category::climate);
    return {value, {}};
}

}  // namespace lca
