// Electricity to impacts: three products.

#include "models/resolve/site_resolver.hpp"

#include <fmt/core.h>

namespace lca {

ElectricityUse drawn_by_it(Expr<unit::Energy> it, const SiteFactors& site) {
    return {it, it * *site.pue};
}

ElectricityUse drawn_by_facility(Expr<unit::Energy> facility, const SiteFactors& site) {
    return {facility / *site.pue, facility};
}

Assessed impact_of(const ElectricityUse& drawn, const SiteFactors& site, std::size_t impact,
                   Recorder& recorder) {
    Assessed result;
    if (site.intensity[impact]) {
        result.value = *drawn.facility * *site.intensity[impact];
    } else {
        result.missing = site.unknown[impact];
    }
    if (impact == index_of::water) {
        if (site.wue) {
            const Expr<unit::Impact> on_site = *drawn.it * *site.wue;
            result.value = result.value ? *result.value + on_site : on_site;
        } else if (result.value) {
            result.missing = site.no_wue;
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
    const Expr<unit::Impact> value = *drawn.facility * *site.market;
    recorder.label(value, "climate change of electricity, market-based", Category::climate);
    return {value, {}};
}

}  // namespace lca
