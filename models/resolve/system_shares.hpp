#pragma once
// Allocation of a system's idle energy and embodied impact over its period among activities.

#include <optional>
#include <vector>

#include "models/resolve/activity_data.hpp"
#include "models/resolve/electricity_use.hpp"
#include "models/scenario/activity_reader.hpp"

namespace lca {

/// One of the activities that use the system.
struct SharingActivity {
    std::size_t activity = 0;  // its index in the scenario
    const ActivityData& activity_data;
};

/// The shares of `sharers`, in their order (none after an error), and with `allocate: owner` the share left
/// over. use: by device time, or by node time in a system without accelerators; time: by duration; requests:
/// by requests; owner: system time / period. All shares add up to 1. It is an error if a sharer does not have
/// the amount needed. With `in_common`, sharers of other scenarios use the system, too, and have shares in
/// it.
struct SystemShares {
    std::vector<Expr<unit::None>> parts;
    std::optional<Expr<unit::None>> rest;
    StepId claimed = no_step;  // the sum of the sharers' amounts
};
SystemShares system_shares(const System& system, const ResolvedSystem& resolved,
                           const std::vector<SharingActivity>& sharers, const SystemInCommon* in_common,
                           ActivityReader& activities, ValueRecorder& values);

/// The idle energy of the whole system over its period, as stated in the system's `idle`.
ElectricityPhase idle_over_period(const System& system, const ResolvedSystem& resolved,
                                  const SiteFactors& electricity, ValueRecorder& values);
/// A share of the idle energy of a whole system.
ElectricityPhase share_of_idle(const ElectricityPhase& whole, Expr<unit::None> share);

}  // namespace lca
