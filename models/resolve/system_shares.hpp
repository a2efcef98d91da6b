#pragma once
// Allocation of a system's idle energy and embodied impact over its period.

#include <optional>
#include <vector>

#include "models/resolve/activity_data.hpp"
#include "models/resolve/electricity_use.hpp"
#include "models/scenario/activity_reader.hpp"

namespace lca {

/// One activity that uses the system.
struct SharingActivity {
    std::size_t activity = 0;  // its number
    const ActivityData& activity_data;
};

/// The shares of `sharers`, in the same order (none after a fault), and with `allocate: owner` what is left
/// over. use: by device time (by node time where there are no accelerators); time: by duration; requests: by
/// requests; owner: each its system time, of the period. The shares always add up to the whole. A sharer
/// without the amount that is needed is a fault. With `in_common` the sharers are only some of those that
/// share it.
struct SystemShares {
    std::vector<Expr<unit::None>> parts;
    std::optional<Expr<unit::None>> rest;
    StepId claimed = no_step;  // by all sharers together
};
SystemShares system_shares(const System& system, const ResolvedSystem& machine,
                           const std::vector<SharingActivity>& sharers, const SystemInCommon* in_common,
                           ActivityReader& activities, ValueRecorder& values);

/// The idle energy of the whole system over its period, as the system states it.
ElectricityPhase idle_over_period(const System& system, const ResolvedSystem& machine,
                                  const SiteFactors& electricity, ValueRecorder& values);
/// A share of the whole idle energy.
ElectricityPhase share_of_idle(const ElectricityPhase& whole, Expr<unit::None> share);

}  // namespace lca
