#pragma once
// Entries of the phases `idle` and `dynamic`, and the electricity that each uses.

#include <optional>
#include <string>
#include <vector>

#include "models/resolve/activity_data.hpp"
#include "models/resolve/resolved_system.hpp"
#include "models/resolve/site_resolver.hpp"

namespace lca {

/// One entry of a phase and its electricity. Without electricity it is zero, or not assessed: then `reason`
/// says why.
struct ElectricityLine {
    std::string name;  // "" for the only figure of a phase
    ElectricityUse drawn = {};
    std::string reason = {};
    bool by_default = false;             // not stated: the host, which a catalogue figure does not contain
    bool contains_idle = false;          // whether the figure contains idle energy
    bool contains_idle_by_load = false;  // from a load: contains idle energy of its own time only

    std::shared_ptr<const PowerLog> log = {};      // the log that the energy was measured in
    std::shared_ptr<const TimeSeries> shape = {};  // the entry's load over time (UTC), during the activity
    Place spread_at = {};                          // where the file states `log` or `shape`; for messages
    bool is_baseline = false;                      // whether the energy is that of the log's baseline
    std::shared_ptr<const SiteFactors> of_hours = {};  // for this entry's hours; null: the activity's

    bool is_drawn() const { return drawn.facility.has_value(); }
    /// Takes over the log of a line of the file, if it has one.
    void take_log(const Line& line) {
        if (!line.log) return;
        log = line.log;
        spread_at = line.energy->text.place();
    }
};

/// The entry for a line of the file that states no figure: zero, or not assessed.
ElectricityLine line_without_figure(const Line& line);

/// The electricity of a phase. If not `stated`, it is not known, and `reason` says why. `zero`: known to be
/// zero. `within_dynamic`: contained in a measured dynamic figure, without a figure of its own.
struct ElectricityPhase {
    bool stated = false;
    bool zero = false;
    bool within_dynamic = false;
    std::string reason;
    std::vector<ElectricityLine> lines;
};

/// What the functions that calculate electricity need to know about an activity.
struct EnergyContext {
    const Activity& activity;
    const ResolvedSystem* system;    // null: the activity has no system
    const SiteFactors* electricity;  // null: the activity has no site
    const ActivityData& activity_data;
    ValueRecorder& values;
};

/// The two electric phases of an activity, calculated together because a measured dynamic figure may contain
/// the idle energy. `shared`: the activity's share of the idle energy of a system that several activities
/// share; null if the activity's own `idle` counts.
struct ElectricPhases {
    ElectricityPhase idle, dynamic;
};
ElectricPhases electric_phases(const EnergyContext& context, const ElectricityPhase* shared);

/// The energy of an entry of `idle` that states `energy`, `per_request` or a power, as stated: PUE is not
/// applied. Not for `share`. `time`: how long a power lasts if the entry states no duration.
std::optional<Expr<unit::Energy>> idle_energy(const Line& line, const ResolvedSystem* system,
                                              const ActivityData& activity_data,
                                              std::optional<Expr<unit::Time>> time, ValueRecorder& values);

/// Adds the entries of `dynamic` to `phase`: with `energy`, `per_request`, `per_token`, a power × the time it
/// is used, or the catalogue's power at a load. A host that is stated, or that the catalogue's figure does
/// not contain, becomes an entry of its own.
void add_dynamic_lines(const EnergyContext& context, ElectricityPhase& phase);

/// The load of an entry over the time of its activity; null after an error.
std::shared_ptr<const TimeSeries> shape_of_load(const EnergyContext& context, const Line& line);

/// Sets, for entries from logs or with a load that changes, the site's factors in the hours they use power.
void take_own_hours(const EnergyContext& context, std::optional<std::size_t> site, SiteResolver& grid,
                    ElectricityPhase& phase);

/// Energy of an entry before and after PUE; which of the two `energy` is, follows from the key `includes`.
ElectricityUse drawn(Expr<unit::Energy> energy, const Line& line, const SiteFactors& site);

}  // namespace lca
