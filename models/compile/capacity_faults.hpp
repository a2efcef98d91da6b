#pragma once
// Checks that no more is used than exists: collects systems and activities, and reports errors at their
// places.

#include "models/resolve/activity_data.hpp"
#include "models/resolve/resolved_system.hpp"
#include "models/results/capacity.hpp"
#include "models/scenario/activity_reader.hpp"

namespace lca::compile_detail {

SystemCapacity capacity_of(const ResolvedSystem& machine);
/// `number`: that of the activity in the results.
CapacityUse use_of(const Activity& activity, const ResolvedSystem& machine, const ActivityData& reach,
                   std::size_t number);

/// One fault for each excess, at the values that are recorded.
void report_excesses(const Scenario& scenario, ActivityReader& activities, const Capacity& capacity,
                     Recorder& recorder, Diagnostics& diagnostics);

}  // namespace lca::compile_detail
