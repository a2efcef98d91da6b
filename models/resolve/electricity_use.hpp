#pragma once
// Lines of the phases `idle` and `dynamic`, and the electricity that each draws.

#include <optional>
#include <string>
#include <vector>

#include "models/resolve/activity_data.hpp"
#include "models/resolve/resolved_system.hpp"
#include "models/resolve/site_resolver.hpp"

namespace lca {

/// One line of a phase and its electricity; without electricity it is zero, or not assessed: `missing` says
/// why.
struct ElectricityLine {
    std::string name;  // "" for the only figure of a phase
    ElectricityUse drawn = {};
    std::string missing = {};
    bool by_default = false;             // the host that a figure from the catalogue leaves open
    bool contains_idle = false;          // a figure that contains the idle energy
    bool contains_idle_by_load = false;  // only that of the time it covers: it follows from the load

    std::shared_ptr<const PowerLog> log = {};      // which the energy is from
    std::shared_ptr<const TimeSeries> shape = {};  // by UTC; how its load changes over the activity's time
    bool is_baseline = false;                      // that part of the log which is idle
    std::shared_ptr<const SiteFactors> of_hours = {};  // of its own hours; null: those of the activity

    bool is_drawn() const { return drawn.facility.has_value(); }
};

/// The line of a file that states no figure: zero, or not assessed.
ElectricityLine line_without_figure(const Line& line);

/// What a phase draws. `stated` false: not known, `reason` says why; `zero`: known to be zero;
/// `within_dynamic`: contained in a measured dynamic figure and not distinguished from it (no gap).
struct ElectricityPhase {
    bool stated = false;
    bool zero = false;
    bool within_dynamic = false;
    std::string reason;
    std::vector<ElectricityLine> lines;
};

/// What the formulas of electricity use need.
struct EnergyContext {
    const Activity& activity;
    const ResolvedSystem* machine;   // null: no system
    const SiteFactors* electricity;  // null: no site
    const ActivityData& activity_data;
    ValueRecorder& values;
};

/// The two electric phases of an activity. They are made together because a measured dynamic figure may
/// contain the idle one. `shared` is the activity's part of the idle energy of a system that several share;
/// null where it states its own.
struct ElectricPhases {
    ElectricityPhase idle, dynamic;
};
ElectricPhases electric_phases(const EnergyContext& context, const ElectricityPhase* shared);

/// `energy`, `per_request` or a power of an idle line, without PUE; `share` is none of them. `time` is how
/// long powers last where the line has no duration of its own.
std::optional<Expr<unit::Energy>> idle_energy(const Line& line, const ResolvedSystem* machine,
                                              const ActivityData& activity_data,
                                              std::optional<Expr<unit::Time>> time, ValueRecorder& values);

/// The lines of `dynamic`: `energy`, `per_request`, `per_token`, a power × the time of what draws it, or what
/// the catalogue says at a load. A host that is stated, or that the catalogue leaves open, is a line of its
/// own.
void add_dynamic_lines(const EnergyContext& context, ElectricityPhase& phase);

/// The load of a line over the time of its activity; null after an error.
std::shared_ptr<const TimeSeries> shape_of_load(const EnergyContext& context, const Line& line);

/// Gives lines from logs or with a load over time the factors of their own hours.
void take_own_hours(const EnergyContext& context, std::optional<std::size_t> site, SiteResolver& grid,
                    ElectricityPhase& phase);

/// IT or facility energy, as the line's `includes` says.
ElectricityUse drawn(Expr<unit::Energy> energy, const Line& line, const SiteFactors& site);

}  // namespace lca
