#pragma once
// Tables of keys and the members that hold their values, used to read values, name them and visit them.

#include <span>
#include <string_view>

#include "models/scenario/scenario.hpp"

namespace lca {

/// A key of a map, the member that holds its value, and what the value must be.
template <class Owner>
struct BoundKey {
    std::string_view key;
    AnyValue& (*member)(Owner&);
    const AnyValue& (*value)(const Owner&);
    std::span<const Dimension> dimensions;  // one dimension, or several that the value may have
    Bounds bounds;
    bool whole;  // whether a literal must be a whole number
};

namespace detail {

template <class Member>
struct MemberType;
template <class Of, class Class>
struct MemberType<Of Class::*> {
    using Owner = Class;
    using Content = Of;
};
template <class Of>
struct UnitOf;
template <class Unit>
struct UnitOf<Value<Unit>> {
    static constexpr Dimension dimensions[] = {dimension_of<Unit>()};
};

}  // namespace detail

template <auto Member>
constexpr auto bind(std::string_view key, std::span<const Dimension> dimensions,
                    Bounds bounds = Bounds::not_negative, bool whole = false) {
    using Owner = typename detail::MemberType<decltype(Member)>::Owner;
    return BoundKey<Owner>{key,
                           [](Owner& owner) -> AnyValue& { return owner.*Member; },
                           [](const Owner& owner) -> const AnyValue& { return owner.*Member; },
                           dimensions,
                           bounds,
                           whole};
}
/// Binds a key to a member; the dimension is that of the member's unit.
template <auto Member>
constexpr auto bind(std::string_view key, Bounds bounds = Bounds::not_negative, bool whole = false) {
    using Content = typename detail::MemberType<decltype(Member)>::Content;
    return bind<Member>(key, std::span<const Dimension>(detail::UnitOf<Content>::dimensions), bounds, whole);
}

namespace bound {

inline constexpr Dimension power[] = {dimension_of<unit::Power>()};
inline constexpr Dimension power_of_any[] = {
    dimension_of<unit::Power>(), dimension_of<unit::PowerPerDevice>(), dimension_of<unit::PowerPerNode>()};
inline constexpr Dimension power_of_each_accelerator[] = {dimension_of<unit::Power>(),
                                                          dimension_of<unit::PowerPerDevice>()};
inline constexpr Dimension power_of_each_node[] = {dimension_of<unit::Power>(),
                                                   dimension_of<unit::PowerPerNode>()};
/// Dimensions of the number of functional units: a plain number, or a number of requests, tokens and so on.
inline constexpr Dimension functional_amount[] = {Dimension{},
                                                  Dimension::of(Base::request),
                                                  Dimension::of(Base::token),
                                                  Dimension::of(Base::image),
                                                  Dimension::of(Base::user),
                                                  Dimension::of(Base::accelerator),
                                                  Dimension::of(Base::node)};
/// Dimensions of an embodied rate: impact per node time, device time, request or token.
inline constexpr Dimension rates[] = {
    dimension_of<unit::ImpactPerNodeTime>(), dimension_of<unit::ImpactPerDeviceTime>(),
    dimension_of<unit::ImpactPerRequest>(), dimension_of<unit::ImpactPerToken>()};

inline constexpr BoundKey<Activity> activity[] = {
    bind<&Activity::device_time>("device_time"),
    bind<&Activity::node_time>("node_time"),
    bind<&Activity::devices>("devices", Bounds::positive),
    bind<&Activity::duration>("duration"),
    bind<&Activity::work>("work"),
    bind<&Activity::efficiency>("efficiency", Bounds::positive_share),
    bind<&Activity::requests>("requests"),
    bind<&Activity::request_rate>("request_rate"),
    bind<&Activity::tokens>("tokens"),
};

inline constexpr BoundKey<Line> idle[] = {
    bind<&Line::energy>("energy"),
    bind<&Line::per_request>("per_request"),
    bind<&Line::power>("power", power_of_any),
    bind<&Line::node_power>("node_power", power_of_each_node),
    bind<&Line::device_power>("device_power", power_of_each_accelerator),
    bind<&Line::system_power>("system_power", power),
    bind<&Line::share>("share", Bounds::share),
    bind<&Line::duration>("duration"),
};

inline constexpr BoundKey<Line> dynamic[] = {
    bind<&Line::energy>("energy"),
    bind<&Line::power>("power", power_of_any),
    bind<&Line::node_power>("node_power", power_of_each_node),
    bind<&Line::device_power>("device_power", power_of_each_accelerator),
    bind<&Line::system_power>("system_power", power),
    bind<&Line::host_power>("host_power", power_of_each_node),
    bind<&Line::per_request>("per_request"),
    bind<&Line::per_token>("per_token"),
    bind<&Line::load>("load", Bounds::share),  // must be last: `load` may be a map (a load over time) instead
};

inline constexpr BoundKey<Site> site[] = {
    bind<&Site::pue>("pue", Bounds::at_least_one),
    bind<&Site::wue>("wue"),
    bind<&Site::water_intensity>("water_intensity"),
};

inline constexpr BoundKey<System> system[] = {
    bind<&System::nodes>("nodes", Bounds::positive, true),
    bind<&System::lifetime>("lifetime", Bounds::positive),
    bind<&System::utilisation>("utilisation", Bounds::positive_share),
    bind<&System::period>("period", Bounds::positive),
};

}  // namespace bound

/// Calls `visit(value)` for each value that a phase (or an activity) states.
template <class Visit>
void each_value(const Phase& phase, const Visit& visit) {
    const auto given = [&](const AnyValue& value) {
        if (value) visit(value);
    };
    for (const Line& line : phase.lines) {
        for (const BoundKey<Line>& key : bound::idle) given(key.value(line));
        for (const BoundKey<Line>& key : bound::dynamic) given(key.value(line));
        given(line.log_idle);
        for (const AnyValue& value : line.value.of) given(value);
        for (const AnyValue& value : line.rate) given(value);
    }
}
template <class Visit>
void each_value(const Activity& activity, const Visit& visit) {
    for (const BoundKey<Activity>& key : bound::activity) {
        if (const AnyValue& value = key.value(activity)) visit(value);
    }
    for (const Phase* phase : {&activity.embodied, &activity.idle, &activity.dynamic})
        each_value(*phase, visit);
}

}  // namespace lca
