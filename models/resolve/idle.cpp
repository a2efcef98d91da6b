// Power drawn while nothing is computed: whole-system, per-node or per-accelerator powers over a time.

#include <fmt/core.h>

#include "models/physics/energy.hpp"
#include "models/resolve/electricity_use.hpp"
#include "models/resolve/power.hpp"

namespace lca {
namespace {

void report_missing(const Line& line, std::string_view what, std::string_view needs, ValueRecorder& values) {
    values.diagnostics().error(line.location.place(),
                               fmt::format("{} of `{}` needs {}", what, line.location.path(), needs));
}

/// The power of the whole system that the line states, or nothing where something it needs is not there.
std::optional<Expr<unit::Power>> system_power(const Line& line, const ResolvedSystem* machine,
                                              ValueRecorder& values) {
    if (line.power) return unchecked<unit::Power>(values.checked(line.power, dimension_of<unit::Power>()));
    if (!machine || !machine->nodes) {
        report_missing(line, line.node_power ? "node_power" : "device_power", "a system with nodes", values);
        return std::nullopt;
    }
    if (line.node_power) {
        const Expr<unit::PowerPerNode> each = power_per_node(line.node_power, values);
        return physics::system_power(each, *machine->nodes);
    }
    if (!machine->accelerators) {
        report_missing(line, "device_power", "a system with accelerators", values);
        return std::nullopt;
    }
    const Expr<unit::PowerPerDevice> each = power_per_accelerator(line.device_power, values);
    return physics::system_power(each, *machine->accelerators, *machine->nodes);
}

}  // namespace

std::optional<Expr<unit::Energy>> idle_energy(const Line& line, const ResolvedSystem* machine,
                                              const ActivityData& activity_data,
                                              std::optional<Expr<unit::Time>> time, ValueRecorder& values) {
    if (line.energy) return values(line.energy);
    if (line.per_request) {
        if (activity_data.requests)
            return physics::energy(*values(line.per_request), *activity_data.requests);
        report_missing(line, "per_request", "requests, or request_rate and duration", values);
        return std::nullopt;
    }
    if (!line.power && !line.node_power && !line.device_power) {
        report_missing(line, "idle", "energy, power, node_power, device_power, per_request or share", values);
        return std::nullopt;
    }
    const auto power = system_power(line, machine, values);
    if (line.duration) time = values(line.duration);
    if (!time)
        report_missing(line, "a power",
                       "a time: its own duration, the system's time, or the activity's duration", values);
    if (!power || !time) return std::nullopt;
    return physics::energy(*power, *time);
}

}  // namespace lca
