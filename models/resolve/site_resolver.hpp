#pragma once
// Impacts per kWh at a site: intensity of the grid, PUE, water.

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lca/calc/expr.hpp"
#include "models/catalog/entries.hpp"
#include "models/catalog/find_grid.hpp"
#include "models/resolve/value_recorder.hpp"
#include "models/results/results.hpp"

namespace lca {

/// The factors of a site that formulas use. One that is empty is not known: what needs it is not assessed.
struct SiteFactors {
    std::string site;                     // id or path of the site, for labels
    std::optional<Expr<unit::None>> pue;  // set for every valid site
    std::array<std::optional<Expr<unit::ImpactPerEnergy>>, impact_count>
        intensity;                                        // per kWh of the facility; water: for generation
    std::array<std::string, impact_count> unknown;        // why an intensity is missing, for results
    std::string no_wue, no_market;                        // why WUE and market intensity are missing
    std::optional<Expr<unit::ImpactPerEnergy>> wue;       // on-site water, per kWh of the computers
    std::optional<Expr<unit::ImpactPerEnergy>> market;    // climate change, market-based
    std::optional<Expr<unit::ImpactPerEnergy>> upstream;  // climate change before the plant, for inventories
    std::optional<Expr<unit::None>> lost;  // share lost in the grid, if the intensity includes it
    /// For a grid that is a series, or energy over time: the hours in which the energy is used.
    struct Hours {
        std::shared_ptr<const SeriesInUse> series;  // null: the intensity is constant
        double start = 0;                           // s since 1970 UTC
        Expr<unit::Time> duration;
        std::shared_ptr<const TimeSeries> power = {};  // how energy is spread over the time; null: evenly
        std::shared_ptr<const PowerLog> log = {};      // the log with that `power`; null: none
    };
    std::optional<Hours> hours;
};

/// When an activity or an entry uses electricity; `start` is empty if the file does not state it.
struct TimeOfUse {
    const Activity& activity;
    std::optional<double> start;  // s since 1970 UTC
    std::optional<Expr<unit::Time>> duration;
    std::shared_ptr<const TimeSeries> power = {};  // how energy is spread over the time; null: evenly
    bool is_own = false;                           // whether of one entry, not of the whole activity
    Place place = {};                              // where it is stated; not known: at the activity's start
};

/// The energy that one entry of a phase uses.
struct ElectricityUse {
    std::optional<Expr<unit::Energy>> it;  // of the computers
    std::optional<Expr<unit::Energy>>
        facility;  // as drawn from the grid: with cooling and losses of power supply
};

/// From energy of the computers: facility energy = IT energy × PUE.
ElectricityUse use_of_it_energy(Expr<unit::Energy> it, const SiteFactors& site);
/// From a measured figure that includes cooling and conversion: IT energy = facility energy / PUE.
ElectricityUse use_of_facility_energy(Expr<unit::Energy> facility, const SiteFactors& site);

/// One impact of the energy used: facility energy × intensity; for water plus IT energy × WUE. `reason` says
/// what is not known; `value` is then empty, or only a part of the impact.
struct Assessed {
    std::optional<Expr<unit::Impact>> value;
    std::string_view reason;  // one of the texts in SiteFactors
};
Assessed impact_of(const ElectricityUse& drawn, const SiteFactors& site, std::size_t impact,
                   Recorder& recorder);
/// Climate change of the energy used, by the market-based method.
Assessed market_of(const ElectricityUse& drawn, const SiteFactors& site, Recorder& recorder);

/// The year wanted of a grid: `stated` by the file, which must be known, or that of an activity's `start`.
struct GridYears {
    std::optional<int> stated, start;
};

/// Converts water, which files write as a volume, to the impact "water" in m3.
std::optional<Expr<unit::ImpactPerEnergy>> as_impact(std::optional<Expr<unit::VolumePerEnergy>> water);

/// Finds SiteFactors, once for each site and year, and checks that the grids' intensities can be mixed (those
/// of the life cycle and those of combustion cannot).
class SiteResolver {
public:
    SiteResolver(ValueRecorder& values, const Scenario& scenario) : values_(values), scenario_(scenario) {}

    /// The factors for an activity that starts in `year`: the grid's figure of that year, unless the file
    /// states another. If there is none for that year, the newest is used, and a warning is given.
    const SiteFactors& at(std::size_t site, std::optional<int> year = std::nullopt);
    /// Whether the figure of the site's grid depends on the year in which an activity starts.
    bool follows_year(std::size_t site);
    /// Whether the site's grid is a series, so that its intensity depends on the hours of an activity.
    bool is_series(std::size_t site) const;
    /// The factors for the hours given by `time`. Reports an error if the start or the duration is not
    /// stated, or if the series does not cover these hours.
    SiteFactors over(std::size_t site, const TimeOfUse& time);
    /// Whether the file or the site's data centre states a PUE; otherwise the default is used.
    bool states_pue(std::size_t site) { return common(site).factors.pue.has_value(); }
    bool has_market(std::size_t site) { return common(site).factors.market.has_value(); }

    /// The grids whose figures are used for regions that have none of their own in the catalogue.
    std::vector<ProxyGrid> take_stand_ins() { return std::move(stand_ins_); }
    /// What the water figures of the sites count: consumption or withdrawal.
    const std::vector<WaterBasis>& water() const { return water_; }
    /// The accounting bases of the intensities that are used.
    std::vector<GridBasis> bases() const;

private:
    using Year = std::optional<int>;
    /// The factors of a site that do not depend on the year, and the grid that the site's data centre names
    /// if the site names none.
    struct Common {
        SiteFactors factors;
        Reference datacentre_grid;
    };
    const Common& common(std::size_t site);
    SiteFactors compile(std::size_t site, Year year, const TimeOfUse* time = nullptr);
    void warn_of_another_year(const Site& site, int year);
    std::optional<FoundGrid> find(std::string_view id, const Location& at, const GridYears& years);
    void note_stand_in(const FoundGrid& found, const GridEntry& entry, const Location& at);
    void note_once(ProxyGrid made);
    static void say_what_is_missing(SiteFactors& to);
    void take_grid(const GridChoice& grid, Year start, const TimeOfUse* time, SiteFactors& to);
    void take_series(const GridChoice& grid, const TimeOfUse* time, SiteFactors& to);
    bool knows_hours(const GridChoice& grid, const TimeOfUse& time);
    std::shared_ptr<const SeriesInUse> series_in_use(const GridChoice& grid, StepId mean,
                                                     const SiteFactors& to);
    void take_catalogue_grid(std::string_view id, const Location& at, const GridYears& years,
                             SiteFactors& to);
    void unknown_grid(std::string_view id, const Location& at, std::optional<int> year);
    void take_region(std::string_view region, SiteFactors& to);
    void take_country(const GridEntry& entry, const Location& at, SiteFactors& to);
    void take_mix(const GridChoice& grid, SiteFactors& to);
    void take_water_of_mix(const GridChoice& grid, std::span<const Expr<unit::None>> shares, SiteFactors& to);
    void take_losses(const GridChoice& grid, Year year, const SiteFactors& before, SiteFactors& to);
    std::optional<Expr<unit::None>> losses_of(const GridChoice& grid, Year year);
    void take_datacentre(const Site& site, Common& to);
    void take_intensity(const ImpactValues<unit::ImpactPerEnergy>& intensity, SiteFactors& to);
    /// An intensity in use. `chosen`: not by the file itself, but because a region uses another's grid, or by
    /// the year of an activity.
    struct Counted {
        IntensityBasis basis;
        std::string id;
        Place place;
        bool chosen = false;
    };
    void record_basis(Counted counted);
    void report_unlike(const Counted& counted, const Counted& other);

    ValueRecorder& values_;
    const Scenario& scenario_;
    std::map<std::size_t, Common> common_;
    std::map<std::size_t, Expr<unit::None>> default_pue_;
    std::map<std::pair<std::size_t, Year>, SiteFactors> known_;
    std::set<std::pair<std::string, int>> warned_years_;          // by the path of a grid
    std::set<std::pair<std::string, std::string>> warned_bases_;  // pairs of bases, in words
    std::vector<Counted> counted_;                                // one for each basis, kind and gas
    std::vector<ProxyGrid> stand_ins_;
    std::vector<WaterBasis> water_;
    std::map<const GridSeries*, std::shared_ptr<const SeriesInUse>> series_;
};

}  // namespace lca
