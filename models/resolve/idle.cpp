// Idle energy: power used while nothing is computed, of the system, each node or each accelerator, × time.

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

/// Converts a power of each accelerator or of each node to that of the whole system.
struct OfWholeSystem {
    const ResolvedSystem* system;
    const Line& line;
    std::string_view key;
    ValueRecorder& values;

    std::optional<Expr<unit::Power>> operator()(const Expr<unit::PowerPerDevice>& each) const {
        if (!has_nodes()) return std::nullopt;
        if (system->accelerators) return physics::system_power(each, *system->accelerators, *system->nodes);
        report_missing(line, key, "a system with accelerators", values);
        return std::nullopt;
    }
    std::optional<Expr<unit::Power>> operator()(const Expr<unit::PowerPerNode>& each) const {
        if (!has_nodes()) return std::nullopt;
        return physics::system_power(each, *system->nodes);
    }
    std::optional<Expr<unit::Power>> operator()(const Expr<unit::Power>& all) const { return all; }

    bool has_nodes() const {
        const bool known = system && system->nodes;
        if (!known) report_missing(line, key, "a system with nodes", values);
        return known;
    }
};

}  // namespace

std::optional<Expr<unit::Energy>> idle_energy(const Line& line, const ResolvedSystem* system,
                                              const ActivityData& activity_data,
                                              std::optional<Expr<unit::Time>> time, ValueRecorder& values) {
    if (line.energy) return values(line.energy);
    if (line.per_request) {
        if (activity_data.requests)
            return physics::energy(*values(line.per_request), *activity_data.requests);
        report_missing(line, "per_request", "requests, or request_rate and duration", values);
        return std::nullopt;
    }
    const resolve::PowerKey key = resolve::power_key(line, PhaseKind::idle, values);
    if (!key) {
        report_missing(line, "idle", "energy, system_power, node_power, device_power, per_request or share",
                       values);
        return std::nullopt;
    }
    const auto power =
        std::visit(OfWholeSystem{system, line, key.key, values}, resolve::stated_power(key, values));
    if (line.duration) time = values(line.duration);
    if (!time)
        report_missing(line, "a power",
                       "a time: its own duration, the system's time, or the activity's duration", values);
    if (!power || !time) return std::nullopt;
    return physics::energy(*power, *time);
}

}  // namespace lca
