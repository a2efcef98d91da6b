#pragma once
// Lines of the phases `idle` and `dynamic`: which energy each draws.

#include <optional>
#include <string>
#include <vector>

#include "models/resolve/activity_data.hpp"
#include "models/resolve/resolved_system.hpp"
#include "models/resolve/site_resolver.hpp"

namespace lca {

/// One line of a phase and its electricity.
struct ElectricityLine {
    std::string name;  // "" for the only figure of a phase
    ElectricityUse drawn;
};

/// What a phase draws. `stated` false: not known, `reason` says why; `zero`: known to be nothing;
/// `within_dynamic`: contained in a measured dynamic figure and not distinguished from it (no gap).
struct ElectricityPhase {
    bool stated = false;
    bool zero = false;
    bool within_dynamic = false;
    std::string reason;
    std::vector<ElectricityLine> lines;
};

/// Everything a drawing formula may need.
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
ElectricPhases electric_phases(const EnergyContext& drawing, const ElectricityPhase* shared);

/// `energy`, `per_request`, `power`, `node_power`, `device_power` of an idle line, without PUE; `share` is
/// none of them. `time` is how long whole-system powers last where the line has no duration of its own.
std::optional<Expr<unit::Energy>> idle_energy(const Line& line, const ResolvedSystem* machine,
                                              const ActivityData& activity_data,
                                              std::optional<Expr<unit::Time>> time, ValueRecorder& values);

/// `energy`, `per_request`, `per_token`, `power` × device time, or the catalogue's maximum power × load ×
/// device time. Adds the lines `accelerators` and `host` where the line has a host_power.
void add_dynamic_lines(const Line& line, const EnergyContext& drawing, ElectricityPhase& phase);

/// IT or facility energy, as the line's `includes` says.
ElectricityUse drawn(Expr<unit::Energy> energy, const Line& line, const SiteFactors& site);

}  // namespace lca
