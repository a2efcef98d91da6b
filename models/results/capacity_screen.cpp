#include "models/results/capacity_screen.hpp"

#include <algorithm>

namespace lca {
namespace {

/// Half the slack of the full search; the other half is far more than the rounding of its sums.
constexpr double screen_slack = 1 + capacity_slack / 2;

bool within(double taken, double there_is) {
    return taken <= there_is * screen_slack;
}

}  // namespace

CapacityScreen::CapacityScreen(const Capacity& capacity, std::span<const StepId> steps,
                               std::span<const double> at_point) {
    const auto value_of = [&](StepId step) -> StepValue {
        if (step == no_step) return {};
        const auto at = std::find(steps.begin(), steps.end(), step);
        if (at == steps.end()) return {StepValue::Kind::fixed, 0, at_point[step]};
        return {StepValue::Kind::given, static_cast<std::size_t>(at - steps.begin()), 0};
    };
    for (const SystemCapacity& one : capacity.systems) {
        systems_.push_back({value_of(one.nodes), value_of(one.accelerators), value_of(one.period),
                            value_of(one.lifetime), value_of(one.utilisation)});
    }
    for (const CapacityUse& one : capacity.uses) {
        const System& system = systems_[one.system];
        const bool by_nodes = one.states_node_time || one.device_time == no_step ||
                              !system.accelerators.known() || !system.nodes.known();
        uses_.push_back({one.system, value_of(one.devices), value_of(one.device_time),
                         value_of(one.node_time), value_of(one.duration), one.start.has_value(), by_nodes});
    }
    std::stable_sort(uses_.begin(), uses_.end(),
                     [](const Use& a, const Use& b) { return a.system < b.system; });
}

/// Checks one activity by itself; sets `time` to the longest time, in s, that it could use the whole system.
bool CapacityScreen::is_use_within_capacity(const Use& use, std::span<const double> low,
                                            std::span<const double> high, double& time) const {
    const System& system = systems_[use.system];
    const bool counts_devices = system.accelerators.known() && system.nodes.known();
    const double nodes = system.nodes.in(low), all = nodes * system.accelerators.in(low);
    time = 0;
    if (use.device_time.known() && counts_devices)
        time = use.device_time.in(high) / all;
    else if (use.node_time.known() && system.nodes.known())
        time = use.node_time.in(high) / nodes;
    if (use.devices.known() && counts_devices && !within(use.devices.in(high), all)) return false;
    if (use.duration.known()) {
        const double duration = use.duration.in(low);
        if (use.by_nodes && system.nodes.known() && use.node_time.known() &&
            !within(use.node_time.in(high), nodes * duration))
            return false;
        if (!use.by_nodes && !within(use.device_time.in(high), all * duration)) return false;
        if (use.dated && !(duration > 0)) return false;
    }
    return !system.lifetime.known() || within(time, system.lifetime.in(low));
}

/// Comparisons with NaN or after a division by zero fail, so that such values are never reported as within
/// capacity.
bool CapacityScreen::is_within_capacity(std::span<const double> low, std::span<const double> high) const {
    for (std::size_t i = 0; i < uses_.size();) {
        const std::size_t s = uses_[i].system;
        const System& system = systems_[s];
        double times = 0, shares = 0;
        for (; i < uses_.size() && uses_[i].system == s; ++i) {
            double time = 0;
            if (!is_use_within_capacity(uses_[i], low, high, time)) return false;
            times += time;
            if (uses_[i].dated && uses_[i].duration.known()) shares += time / uses_[i].duration.in(low);
        }
        const double used = system.utilisation.known() ? system.utilisation.in(low) : 1;
        if (system.period.known() && !within(times, system.period.in(low))) return false;
        if (system.lifetime.known() && !within(times, system.lifetime.in(low)*std::min(used, 1.0)))
            return false;
        if (!within(shares, 1)) return false;
    }
    return true;
}

}  // namespace lca
