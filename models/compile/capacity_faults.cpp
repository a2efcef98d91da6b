#include "models/compile/capacity_faults.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/text.hpp"
#include "lca/base/zoned_time.hpp"
#include "models/resolve/embodied.hpp"

namespace lca::compile_detail {
namespace {

using ExcessKind = CapacityExcess::Kind;
using EmbodiedAllocation = CapacityUse::EmbodiedAllocation;

/// The accelerator's name without its vendor: "A100 SXM4 80GB".
std::string name_of(const ResolvedSystem& resolved) {
    if (!resolved.accelerator || resolved.mixed_accelerators) return {};
    const Hardware& one = *resolved.accelerator;
    const bool has_vendor = !one.vendor.empty() && one.name.starts_with(one.vendor + " ");
    const std::string name = has_vendor ? one.name.substr(one.vendor.size() + 1) : one.name;
    return name.empty() ? one.id : name;
}

constexpr auto id = [](const auto& value) { return value ? value->value().id() : no_step; };

EmbodiedAllocation charge_of(const Activity& activity, const ResolvedSystem& resolved) {
    if (!resolved.lifetime || !follows_from_system(activity)) return EmbodiedAllocation::none;
    switch (activity.embodied.allocation) {
        case Allocation::used_time:
            return EmbodiedAllocation::used_time;
        case Allocation::calendar:
        case Allocation::sci:
            return EmbodiedAllocation::calendar;
        case Allocation::full:
        case Allocation::none:
            break;
    }
    return EmbodiedAllocation::none;
}

/// The value by which an activity states how much of its system it uses.
const AnyValue& amount(const Activity& activity) {
    for (const AnyValue* value :
         {static_cast<const AnyValue*>(&activity.device_time),
          static_cast<const AnyValue*>(&activity.node_time), static_cast<const AnyValue*>(&activity.work),
          static_cast<const AnyValue*>(&activity.devices)}) {
        if (*value) return *value;
    }
    return activity.duration;
}

/// Finds the places in the file that errors about too much use are reported at.
class Places {
public:
    Places(const Scenario& scenario, ActivityReader& activities, const Capacity& capacity)
        : scenario_(scenario), activities_(activities), capacity_(capacity) {}

    Location of(const CapacityExcess& excess) {
        const System& system = scenario_.systems[excess.system];
        switch (excess.kind) {
            case ExcessKind::period:
                return system.period->text;
            case ExcessKind::lifetimes:
                return (system.utilisation ? static_cast<const AnyValue&>(system.utilisation)
                                           : system.lifetime)
                    ->text;
            case ExcessKind::lifetime:
                return of_time(activity(excess, 0));
            case ExcessKind::overlap:
                return activity(excess, 0).start.location;
            case ExcessKind::devices:
                return activity(excess, 0).devices->text;
            default:
                return text(activity(excess, 0));
        }
    }

    /// Other places for the message: of the system's capacity, or of the other activities.
    std::vector<Related> related(const CapacityExcess& excess) {
        std::vector<Related> others;
        const bool sum = excess.kind == ExcessKind::period || excess.kind == ExcessKind::lifetimes;
        for (std::size_t k = sum ? 0 : 1; k < excess.uses.size(); ++k) {
            const Activity one = activity(excess, k);
            others.push_back({text(one).place(), fmt::format("`{}` takes this", one.id)});
        }
        if (sum) return others;
        const System& system = scenario_.systems[excess.system];
        const bool life = excess.kind == ExcessKind::lifetime;
        const AnyValue& has = life ? static_cast<const AnyValue&>(system.lifetime) : system.nodes;
        if (has)
            others.push_back({has->text.place(),
                              fmt::format("{} of `{}`", life ? "the lifetime" : "the nodes", system.id)});
        return others;
    }

private:
    Activity activity(const CapacityExcess& excess, std::size_t k) {
        return activities_.read(capacity_.uses[excess.uses[k]].activity);
    }
    /// The place where an activity states for how long it uses the system.
    static Location of_time(const Activity& activity) {
        const bool stated = activity.device_time || activity.node_time || activity.work;
        return !stated && activity.duration ? activity.duration->text : text(activity);
    }
    static Location text(const Activity& activity) {
        const AnyValue& value = amount(activity);
        return value ? value->text : activity.location;
    }

    const Scenario& scenario_;
    ActivityReader& activities_;
    const Capacity& capacity_;
};

}  // namespace

SystemCapacity capacity_of(const ResolvedSystem& resolved) {
    return {.id = resolved.id,
            .nodes = id(resolved.nodes),
            .accelerators = id(resolved.accelerators),
            .period = id(resolved.period),
            .lifetime = id(resolved.lifetime),
            .utilisation = id(resolved.utilisation),
            .accelerator = name_of(resolved)};
}

CapacityUse use_of(const Activity& activity, const ResolvedSystem& resolved, const ActivityData& reach,
                   std::size_t number) {
    CapacityUse use;
    use.activity = static_cast<std::uint32_t>(number);
    use.system = static_cast<std::uint32_t>(*activity.system);
    use.devices = id(reach.devices);
    use.device_time = id(reach.device_time);
    use.node_time = id(reach.node_time);
    if (!reach.lasts_system_time) use.duration = id(reach.duration);
    use.start = instant_of_time(activity.start.text);
    use.charge = charge_of(activity, resolved);
    use.included = activity.included;
    use.states_node_time = static_cast<bool>(activity.node_time);
    use.duration_alone = activity.duration && !activity.device_time && !activity.node_time &&
                         !activity.devices && !activity.work;
    return use;
}

void report_excesses(const Scenario& scenario, ActivityReader& activities, const Capacity& capacity,
                     Recorder& recorder, Diagnostics& diagnostics) {
    const ValueOf value = [&](StepId step) { return recorder.value(Step(recorder, step)); };
    const auto id_of = [&](std::uint32_t number) { return std::string(activities.id_of(number)); };
    Places places(scenario, activities, capacity);
    for (const CapacityExcess& excess : excesses(capacity, value)) {
        CapacityText text = text_of(excess, capacity, value, id_of);
        const Location at = places.of(excess);
        diagnostics.add({.place = at.place(),
                         .message = std::move(text.message),
                         .expected = std::move(text.expected),
                         .related = places.related(excess),
                         .width = std::max<std::size_t>(1, at.width())});
    }
}

}  // namespace lca::compile_detail
