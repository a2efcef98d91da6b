#pragma once
// The impacts of a kWh at a site: grid intensity, PUE, water.

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

/// A site as the formulas see it. An absent figure is not known: what needs it is not assessed.
struct SiteFactors {
    std::string site;                     // its id or path, for labels
    std::optional<Expr<unit::None>> pue;  // always there for a usable site
    std::array<std::optional<Expr<unit::ImpactPerEnergy>>, impact_count>
        intensity;                                        // per facility kWh; water: of its generation
    std::array<std::string, impact_count> unknown;        // reason shown if missing
    std::string no_wue, no_market;                        // the reasons for WUE and market intensity
    std::optional<Expr<unit::ImpactPerEnergy>> wue;       // on-site water per IT kWh
    std::optional<Expr<unit::ImpactPerEnergy>> market;    // climate change, market-based
    std::optional<Expr<unit::ImpactPerEnergy>> upstream;  // climate change before the plant, for inventories
    std::optional<Expr<unit::None>> lost;  // share lost in the grid, where the intensity includes it
    /// Where the grid is a series: over which of its hours.
    struct Hours {
        std::shared_ptr<const SeriesInUse> series;  // null: the same all the time
        double start = 0;                           // seconds since 1970 UTC
        Expr<unit::Time> duration;
        std::shared_ptr<const TimeSeries> power = {};  // how the energy is spread over them; null: evenly
        std::shared_ptr<const PowerLog> log = {};      // the log that `power` is from
    };
    std::optional<Hours> hours;
};

/// When an activity draws electricity; empty without a `start`.
struct TimeOfUse {
    const Activity& activity;
    std::optional<double> start;  // seconds since 1970 UTC
    std::optional<Expr<unit::Time>> duration;
    std::shared_ptr<const TimeSeries> power = {};  // how it is spread over that time; null: evenly
    bool is_own = false;                           // of a line, not of the activity
    Place place = {};                              // of what states it; none: the activity's start
};

/// Energy drawn in one line of a phase.
struct ElectricityUse {
    std::optional<Expr<unit::Energy>> it;        // at the computers
    std::optional<Expr<unit::Energy>> facility;  // with cooling and conversion: what the grid delivers
};

/// Facility energy = IT energy × PUE.
ElectricityUse use_of_it_energy(Expr<unit::Energy> it, const SiteFactors& site);
/// A measured figure that contains the PUE already: IT energy = facility energy / PUE.
ElectricityUse use_of_facility_energy(Expr<unit::Energy> facility, const SiteFactors& site);

/// One impact of drawn energy: facility energy × intensity; for water also IT energy × WUE. `missing` says
/// what is not known: the value is then empty, or counts only a part.
struct Assessed {
    std::optional<Expr<unit::Impact>> value;
    std::string_view missing;  // a text of the site
};
Assessed impact_of(const ElectricityUse& drawn, const SiteFactors& site, std::size_t impact,
                   Recorder& recorder);
/// The market-based climate change of drawn energy.
Assessed market_of(const ElectricityUse& drawn, const SiteFactors& site, Recorder& recorder);

/// The year a grid is asked for: by the file, which must then be known, or by the start of an activity.
struct GridYears {
    std::optional<int> stated, start;
};

/// Water is written as a volume; internally it is the impact "water", in m3.
std::optional<Expr<unit::ImpactPerEnergy>> as_impact(std::optional<Expr<unit::VolumePerEnergy>> water);

/// Makes SiteFactors, each once, and checks that the bases of their grids can be mixed (life cycle and
/// combustion cannot).
class SiteResolver {
public:
    SiteResolver(ValueRecorder& values, const Scenario& scenario) : values_(values), scenario_(scenario) {}

    /// The factors for what starts in `year`: the grid's figure is of that year, unless the file states a
    /// year. Where there is none of that year it is the newest, with a warning.
    const SiteFactors& at(std::size_t site, std::optional<int> year = std::nullopt);
    /// Whether the year of an activity chooses the figure.
    bool follows_year(std::size_t site);
    /// Whether its grid is a series, whose mean depends on the hours of an activity.
    bool is_series(std::size_t site) const;
    /// The factors for the hours of an activity, over which its electricity is spread evenly. A fault where
    /// it does not state them, or where the series does not cover them.
    SiteFactors over(std::size_t site, const TimeOfUse& time);
    /// Whether the file or its data centre states the PUE; else it is the default.
    bool states_pue(std::size_t site) { return common(site).factors.pue.has_value(); }
    bool has_market(std::size_t site) { return common(site).factors.market.has_value(); }

    /// The grids whose figures were used for regions of the file that have none.
    std::vector<ProxyGrid> take_stand_ins() { return std::move(stand_ins_); }
    /// What the water of the sites counts.
    const std::vector<WaterBasis>& water() const { return water_; }
    /// What the intensities in use count.
    std::vector<GridBasis> bases() const;

private:
    using Year = std::optional<int>;
    /// What is the same in every year, and the grid that the site's data centre names where the site names
    /// none.
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
    /// An intensity that the scenario uses. `chosen`: not by the file, but as the grid of a region, or by the
    /// year of an activity.
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
    std::set<std::pair<std::string, std::string>> warned_bases_;  // in words
    std::vector<Counted> counted_;                                // one of each basis, kind and gas
    std::vector<ProxyGrid> stand_ins_;
    std::vector<WaterBasis> water_;
    std::map<const GridSeries*, std::shared_ptr<const SeriesInUse>> series_;
};

}  // namespace lca
