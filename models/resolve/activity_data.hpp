#pragma once
// How much an activity uses and does: time on devices, nodes and the whole system; requests, tokens, work.

#include <optional>

#include "models/resolve/resolved_system.hpp"

namespace lca {

/// All amounts of an activity that the file states or that follow from what it states; otherwise empty.
struct ActivityData {
    std::optional<Expr<unit::DeviceTime>> device_time;
    std::optional<Expr<unit::NodeTime>> node_time;
    std::optional<Expr<unit::Time>> system_time;  // node time / nodes: the time of using the whole system
    std::optional<Expr<unit::Time>> duration;     // as stated; else device time / devices; else system time
    bool lasts_system_time = false;               // whether the duration is only known as the system time
    std::optional<Expr<unit::Accelerators>> devices;
    std::optional<Expr<unit::Operations>> work;
    std::optional<Expr<unit::Requests>> requests;
    std::optional<Expr<unit::Tokens>> tokens;
};

/// Finds the amounts of an activity. `system` is the system it runs on, null if it has none. Errors are
/// reported.
ActivityData activity_data(const Activity& activity, const ResolvedSystem* system, ValueRecorder& values);

}  // namespace lca
