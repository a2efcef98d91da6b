#pragma once
// From the electricity that computers use to that of their facility, and to its impacts.

#include "lca/calc/formula.hpp"

namespace lca::physics {

/// PUE = energy of the facility / energy of its computers (ISO/IEC 30134-2), solved for either energy.
inline Expr<unit::Energy> facility_energy(Expr<unit::Energy> it, Expr<unit::None> pue) {
    return it * pue;
}
inline Expr<unit::Energy> it_energy(Expr<unit::Energy> facility, Expr<unit::None> pue) {
    return facility / pue;
}

/// The impact of electricity from the grid: energy × intensity (GHG Protocol Scope 2 Guidance, chapter 6;
/// location- or market-based, as the intensity is). For water the second term of Li et al.: e × PUE × EWIF.
inline Expr<unit::Impact> impact_of_supply(Expr<unit::Energy> facility,
                                           Expr<unit::ImpactPerEnergy> intensity) {
    return facility * intensity;
}

/// Water consumed for cooling at the site: e × WUE, the first term of W = Σ e (WUE + PUE × EWIF) (Li et al.,
/// "Making AI Less Thirsty", arXiv 2304.03271).
inline Expr<unit::Impact> on_site_water(Expr<unit::Energy> it, Expr<unit::ImpactPerEnergy> wue) {
    return it * wue;
}

/// All water, W in the formula above: the sum of its two terms.
inline Expr<unit::Impact> water(Expr<unit::Impact> of_supply, Expr<unit::Impact> on_site) {
    return of_supply + on_site;
}

/// The share of generated electricity that is delivered: 1 - losses in transmission and distribution.
inline Expr<unit::None> share_delivered(Expr<unit::None> losses) {
    return named<unit::None>(one_beside<unit::None>(losses) - losses, "share that arrives");
}

/// Impact per delivered kWh: one delivered kWh requires 1 / (1 - losses) kWh generated.
inline Expr<unit::ImpactPerEnergy> per_delivered(Expr<unit::ImpactPerEnergy> per_generated,
                                                 Expr<unit::None> delivered) {
    return per_generated / delivered;
}

/// The contribution of one source to a generation mix: its share × its factor.
inline Expr<unit::ImpactPerEnergy> of_source(Expr<unit::None> share, Expr<unit::ImpactPerEnergy> factor) {
    return share * factor;
}

/// The intensity of a mix: Σ bᵢ × factorᵢ / Σ bᵢ over its sources, where bᵢ are their shares (as EWIF in Li
/// et al., arXiv 2304.03271). Dividing by Σ bᵢ corrects for rounded shares.
inline Expr<unit::ImpactPerEnergy> mix_intensity(Expr<unit::ImpactPerEnergy> all_sources,
                                                 Expr<unit::None> all_shares) {
    return all_sources / all_shares;
}

}  // namespace lca::physics
