#pragma once
// What a kWh costs the climate at a site: grid intensity, PUE, water.

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lca/calc/expr.hpp"
#include "models/resolve/value_recorder.hpp"

namespace lca {

/// A site as the formulas see it. An absent figure is not known: what needs it is not assessed.
struct SiteFactors {
    std::string site;                     // its id or path, for labels
    std::optional<Expr<unit::None>> pue;  // always there for a usable site
    std::array<std::optional<Expr<unit::ImpactPerEnergy>>, impact_count>
        intensity;                                      // per facility kWh; water: of its generation
    std::array<std::string, impact_count> unknown;      // what is said where there is none
    std::string no_wue, no_market;                      // the same of these two
    std::optional<Expr<unit::ImpactPerEnergy>> wue;     // on-site water per IT kWh
    std::optional<Expr<unit::ImpactPerEnergy>> market;  // climate change, as contracts claim it
};

/// Energy drawn in one line of a phase.
struct ElectricityUse {
    std::optional<Expr<unit::Energy>> it;        // what computers take
    std::optional<Expr<unit::Energy>> facility;  // with cooling and conversion: what the grid delivers
};

/// Facility energy = IT energy × PUE.
ElectricityUse drawn_by_it(Expr<unit::Energy> it, const SiteFactors& site);
/// A measured figure that contains the PUE already: IT energy = facility energy / PUE.
ElectricityUse drawn_by_facility(Expr<unit::Energy> facility, const SiteFactors& site);

/// One impact of drawn energy: facility energy × intensity; for water also IT energy × WUE. `missing` says
/// what is not known: both nothing and a partial value can come with it.
struct Assessed {
    std::optional<Expr<unit::Impact>> value;
    std::string_view missing;  // a text of the site
};
Assessed impact_of(const ElectricityUse& drawn, const SiteFactors& site, std::size_t impact,
                   Recorder& recorder);
/// The same by what contracts claim.
Assessed market_of(const ElectricityUse& drawn, const SiteFactors& site, Recorder& recorder);

/// Water is written as a volume; inside, it is the impact "water", in m3.
std::optional<Expr<unit::ImpactPerEnergy>> as_impact(std::optional<Expr<unit::VolumePerEnergy>> water);

/// Makes Electricity of sites, each once, and watches over the bases of their grids (life cycle and
/// combustion do not mix).
class SiteResolver {
public:
    SiteResolver(ValueRecorder& values, const Scenario& scenario) : values_(values), scenario_(scenario) {}
    const SiteFactors& at(std::size_t site);

private:
    SiteFactors compile(const Site& site);
    static void say_what_is_missing(SiteFactors& to);
    void take_grid(const GridChoice& grid, SiteFactors& to);
    void take_catalogue_grid(std::string_view id, const Location& at, std::optional<int> year,
                             SiteFactors& to);
    void unknown_grid(std::string_view id, const Location& at, std::optional<int> year);
    void take_region(std::string_view region, SiteFactors& to);
    void take_mix(const GridChoice& grid, SiteFactors& to);
    void take_water_of_mix(const GridChoice& grid, std::span<const Expr<unit::None>> shares, SiteFactors& to);
    void take_losses(const GridChoice& grid, const SiteFactors& before, SiteFactors& to);
    std::optional<Expr<unit::None>> losses_of(const GridChoice& grid);
    void take_datacentre(const Site& site, SiteFactors& to);
    void take_intensity(const ImpactValues<unit::ImpactPerEnergy>& intensity, SiteFactors& to);
    void watch_basis(std::string_view basis, std::string_view id, const Location& at);

    ValueRecorder& values_;
    const Scenario& scenario_;
    std::map<std::size_t, SiteFactors> known_;
    struct Basis {
        std::string basis, id;
        Place place;
    };
    std::optional<Basis> basis_;
};

}  // namespace lca
