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
#include "models/resolve/values.hpp"

namespace lca {

/// A site as the formulas see it. An absent figure is not known: what needs it is not assessed.
struct Electricity {
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
struct Drawn {
    std::optional<Expr<unit::Energy>> it;        // what computers take
    std::optional<Expr<unit::Energy>> facility;  // with cooling and conversion: what the grid delivers
};

/// Facility energy = IT energy × PUE.
Drawn drawn_by_it(Expr<unit::Energy> it, const Electricity& site);
/// A measured figure that contains the PUE already: IT energy = facility energy / PUE.
Drawn drawn_by_facility(Expr<unit::Energy> facility, const Electricity& site);

/// One impact of drawn energy: facility energy × intensity; for water also IT energy × WUE. `missing` says
/// what is not known: both nothing and a partial value can come with it.
struct Assessed {
    std::optional<Expr<unit::Impact>> value;
    std::string_view missing;  // a text of the site
};
Assessed impact_of(const Drawn& drawn, const Electricity& site, std::size_t impact, Recorder& recorder);
/// The same by what contracts claim.
Assessed market_of(const Drawn& drawn, const Electricity& site, Recorder& recorder);

/// Water is written as a volume; inside, it is the impact "water", in m3.
std::optional<Expr<unit::ImpactPerEnergy>> as_impact(std::optional<Expr<unit::VolumePerEnergy>> water);

/// Makes Electricity of sites, each once, and watches over the bases of their grids (life cycle and
/// combustion do not mix).
class Grid {
public:
    Grid(Values& values, const Scenario& scenario) : values_(values), scenario_(scenario) {}
    const Electricity& at(std::size_t site);

private:
    Electricity compile(const Site& site);
    static void say_what_is_missing(Electricity& to);
    void take_grid(const GridChoice& grid, Electricity& to);
    void take_catalogue_grid(std::string_view id, Node at, std::optional<int> year, Electricity& to);
    void unknown_grid(std::string_view id, Node at, std::optional<int> year);
    void take_region(std::string_view region, Electricity& to);
    void take_mix(const GridChoice& grid, Electricity& to);
    void take_water_of_mix(const GridChoice& grid, std::span<const Step> shares, Electricity& to);
    void take_losses(const GridChoice& grid, const Electricity& before, Electricity& to);
    std::optional<Expr<unit::None>> losses_of(const GridChoice& grid);
    void take_datacentre(const Site& site, Electricity& to);
    void take_intensity(const ImpactFigure<unit::ImpactPerEnergy>& intensity, Electricity& to);
    void watch_basis(std::string_view basis, std::string_view id, Node at);

    Values& values_;
    const Scenario& scenario_;
    std::map<std::size_t, Electricity> known_;
    struct Basis {
        std::string basis, id;
        Place place;
    };
    std::optional<Basis> basis_;
};

}  // namespace lca
