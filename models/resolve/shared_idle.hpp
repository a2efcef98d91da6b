#pragma once
// The idle energy of a system that several activities share, and who carries it.

#include <vector>

#include "models/resolve/electricity_use.hpp"

namespace lca {

/// One activity that uses the shared system.
struct Sharer {
    const Activity& activity;
    const ActivityData& activity_data;
};

/// The idle lines of the whole system over its period, cut into the parts of `sharers` (same order) and, with
/// `allocate: owner`, a rest. use: by device time (by node time where there are no accelerators); time: by
/// duration; requests: by requests; owner: each its system time, the rest of the period stays unallocated.
/// The parts always add up to the whole. A sharer without the needed extent is a fault.
struct SharedIdle {
    std::vector<ElectricityPhase> parts;
    ElectricityPhase rest;  // not stated: nothing is left over
};
SharedIdle shared_idle(const System& system, const ResolvedSystem& machine, const SiteFactors& electricity,
                       const std::vector<Sharer>& sharers, ValueRecorder& values);

}  // namespace lca
