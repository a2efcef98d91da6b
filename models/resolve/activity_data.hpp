#pragma once
// How much an activity does: time on devices, nodes and the whole system, and what it serves.

#include <optional>

#include "models/resolve/resolved_system.hpp"

namespace lca {

/// Every amount that follows from what the file states; empty if it does not follow.
struct ActivityData {
    std::optional<Expr<unit::DeviceTime>> device_time;
    std::optional<Expr<unit::NodeTime>> node_time;
    std::optional<Expr<unit::Time>> system_time;  // node time / nodes: how long the whole system was taken
    std::optional<Expr<unit::Time>> duration;     // as stated; else device time / devices; else system time
    bool lasts_system_time = false;               // the duration is only the last of these
    std::optional<Expr<unit::Accelerators>> devices;
    std::optional<Expr<unit::Operations>> work;
    std::optional<Expr<unit::Requests>> requests;
    std::optional<Expr<unit::Tokens>> tokens;
};

/// Derives the amounts of an activity. `machine` is null for an activity without a system. Faults are
/// reported.
ActivityData activity_data(const Activity& activity, const ResolvedSystem* machine, ValueRecorder& values);

}  // namespace lca
