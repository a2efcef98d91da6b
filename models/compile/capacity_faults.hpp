#pragma once
// Checks that no more hardware is used than exists: collects the capacity of systems and its use by
// activities, and reports errors at their places in the file.

#include "models/resolve/activity_data.hpp"
#include "models/resolve/resolved_system.hpp"
#include "models/results/capacity.hpp"
#include "models/scenario/activity_reader.hpp"

namespace lca::compile_detail {

SystemCapacity capacity_of(const ResolvedSystem& resolved);
/// The use of a system by an activity; `number` is the activity's index in the results.
CapacityUse use_of(const Activity& activity, const ResolvedSystem& resolved, const ActivityData& reach,
                   std::size_t number);

/// Reports one error for each case of too much use, with the recorded values.
void report_excesses(const Scenario& scenario, ActivityReader& activities, const Capacity& capacity,
                     Recorder& recorder, Diagnostics& diagnostics);

}  // namespace lca::compile_detail
