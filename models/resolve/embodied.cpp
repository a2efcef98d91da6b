#include "models/resolve/embodied.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "models/physics/allocation.hpp"
#include "models/resolve/embodied_lines.hpp"

namespace lca {
namespace {

constexpr std::string_view carried_for = "carried for";

bool states_figures(const Phase& embodied) {
    return std::any_of(embodied.lines.begin(), embodied.lines.end(), [](const Line& line) {
        return line.state != LineState::stated || line.value ||
               std::any_of(line.rate.begin(), line.rate.end(),
                           [](const AnyValue& one) { return static_cast<bool>(one); });
    });
}

bool is_none(const Phase& embodied) {
    return embodied.state == Phase::State::none ||
           (embodied.state == Phase::State::stated && embodied.allocation == Allocation::none &&
            !states_figures(embodied));
}

/// For how long an activity reserves hardware, and which share of the system.
struct Reservation {
    Expr<unit::Time> time;
    Expr<unit::None> share;
};

/// Finds the reservation that the allocation method of the SCI needs, or reports what is missing for it.
class ReservationReader {
public:
    ReservationReader(const Activity& activity, const ResolvedSystem& system,
                      const ActivityData& activity_data, ValueRecorder& values)
        : activity_(activity), system_(system), data_(activity_data), values_(values) {}

    std::optional<Reservation> find() {
        if (!activity_.duration)
            return need("the time for which its hardware is reserved",
                        "`duration`: time in use does not say for how long it was reserved");
        if (!system_.nodes) return std::nullopt;  // its error has been reported already
        const auto share = resource_share();
        if (!share) return std::nullopt;
        values_.recorder().label(*share, fmt::format("share of {} that is reserved", system_.id));
        return Reservation{*data_.duration, *share};
    }

private:
    std::optional<Expr<unit::None>> resource_share() {
        if (data_.devices && system_.accelerators)
            return physics::resource_share(*data_.devices, *system_.accelerators, *system_.nodes);
        if (activity_.node_time)
            return physics::resource_share(*data_.node_time, *data_.duration, *system_.nodes);
        if (activity_.devices || activity_.device_time || activity_.work) {
            need("the share of its system that is reserved",
                 system_.accelerators
                     ? "`devices`: time in use does not say how many were reserved"
                     : "`node_time`, or `duration` alone for the whole system, which has no accelerators");
            return std::nullopt;
        }
        return values_.constant<unit::None>(1);
    }

    std::nullopt_t need(std::string_view what, std::string expected) {
        values_.diagnostics().error(
            activity_.embodied.location.place(),
            fmt::format("`{}` allocates by `sci`, which needs {}", activity_.id, what), std::move(expected));
        return std::nullopt;
    }

    const Activity& activity_;
    const ResolvedSystem& system_;
    const ActivityData& data_;
    ValueRecorder& values_;
};

class Embodied {
public:
    Embodied(const Activity& activity, const ResolvedSystem* system, const ActivityData& activity_data,
             ValueRecorder& values)
        : activity_(activity),
          system_(system),
          data_(activity_data),
          values_(values),
          lines_(values, carried_for) {}

    EmbodiedPhase find() {
        const Phase& phase = activity_.embodied;
        if (is_none(phase)) {
            found_.stated = found_.zero = true;
        } else if (phase.state == Phase::State::not_assessed) {
            found_.reason = "embodied is `not_assessed` in the file";
        } else if (states_figures(phase)) {
            found_.stated = true;
            for (const Line& line : phase.lines) add_direct(line);
        } else if (system_) {
            found_.stated = true;
            if (allocation() == Allocation::sci)
                reservation_ = ReservationReader(activity_, *system_, data_, values_).find();
            for (const BuiltComponent& part : system_->parts) add_of_node(part);
            for (const BuiltComponent& part : system_->shared) add_shared(part);
            found_.lines = lines_.finish();
        } else {
            found_.reason = "no system gives the hardware used";
        }
        return found_;
    }

private:
    void add_direct(const Line& line) {
        EmbodiedLine made;
        made.name = line.name;
        if (line.state == LineState::not_assessed) made.reason = "`not_assessed` in the file";
        for (std::size_t i = 0; i < impact_count; ++i) {
            if (line.value[i])
                made.impact[i] =
                    unchecked<unit::Impact>(values_.checked(line.value[i], impacts()[i].dimension));
            if (line.rate[i]) made.impact[i] = by_rate(line, line.rate[i], i);
            if (line.state == LineState::none) made.impact[i] = values_.constant<unit::Impact>(0);
            if (line.state == LineState::stated && made.impact[i])
                lines_.label(*made.impact[i], {i, ""}, line.name.empty() ? activity_.id : line.name);
        }
        found_.lines.push_back(std::move(made));
    }

    std::optional<Expr<unit::Impact>> by_rate(const Line& line, const AnyValue& rate, std::size_t impact) {
        const std::array<Dimension, 4> per = {impact_per(impact, dimension_of<unit::NodeTime>()),
                                              impact_per(impact, dimension_of<unit::DeviceTime>()),
                                              impact_per(impact, dimension_of<unit::Requests>()),
                                              impact_per(impact, dimension_of<unit::Tokens>())};
        const auto step = [](const auto& value) {
            return value ? std::optional(value->value()) : std::nullopt;
        };
        const std::array<std::optional<Step>, 4> amounts = {step(data_.node_time), step(data_.device_time),
                                                            step(data_.requests), step(data_.tokens)};
        constexpr std::array<std::string_view, 4> names = {"node time", "device time", "requests", "tokens"};
        const auto found = values_.one_of(rate, per);
        if (!amounts[found.which]) {
            values_.diagnostics().error(line.location.place(),
                                        fmt::format("a rate per {} needs the {} of `{}`", names[found.which],
                                                    names[found.which], activity_.id));
            return std::nullopt;
        }
        return unchecked<unit::Impact>(found.step * *amounts[found.which]);
    }

    void add_of_node(const BuiltComponent& part) {
        const bool has_time = data_.node_time.has_value();
        if (allocation() == Allocation::used_time) {
            add_part(part, part.per_node_time, has_time, [&](Expr<unit::ImpactPerNodeTime> each) {
                return physics::by_used_time(each, *data_.node_time);
            });
        } else if (allocation() == Allocation::sci) {
            add_reserved(
                part, [&](Expr<unit::Impact> impact) { return physics::in_full(impact, *system_->nodes); });
        } else {
            add_part(part, part.impact, has_time, [&](Expr<unit::Impact> impact) {
                return full() ? physics::in_full(impact, *system_->nodes)
                              : physics::by_calendar(impact, *part.lifetime, *data_.node_time);
            });
        }
    }

    void add_shared(const BuiltComponent& part) {
        const bool has_time = data_.system_time.has_value();
        if (allocation() == Allocation::used_time) {
            add_part(part, part.per_time, has_time, [&](Expr<unit::ImpactPerTime> all) {
                return physics::by_used_time(all, *data_.system_time);
            });
        } else if (allocation() == Allocation::sci) {
            add_reserved(part, [](Expr<unit::Impact> impact) { return impact; });
        } else {
            add_part(part, part.impact, has_time, [&](Expr<unit::Impact> impact) {
                return full() ? impact : physics::by_calendar(impact, *part.lifetime, *data_.system_time);
            });
        }
    }

    /// Adds a part allocated by reservation. `in_system` turns the impact of a part into that of the system.
    template <class InSystem>
    void add_reserved(const BuiltComponent& part, InSystem in_system) {
        add_part(part, part.impact, reservation_.has_value(), [&](Expr<unit::Impact> impact) {
            return physics::by_reservation(in_system(impact), reservation_->time, *part.lifetime,
                                           reservation_->share);
        });
    }

    template <class Unit, class Carried>
    void add_part(const BuiltComponent& part, const FootprintByLifeCycleStage<Unit>& of, bool has_time,
                  Carried carried) {
        std::string reason;
        if (!part.impact.has_any() || (!full() && !part.lifetime))
            reason = part.reason;
        else if (!has_time && !full())
            reason = fmt::format("the time for which {} uses it is not given", activity_.id);
        lines_.add(part, of, std::move(reason), carried);
    }

    Allocation allocation() const { return activity_.embodied.allocation; }
    bool full() const { return allocation() == Allocation::full; }

    const Activity& activity_;
    const ResolvedSystem* system_;
    const ActivityData& data_;
    ValueRecorder& values_;
    resolve::EmbodiedLines lines_;
    std::optional<Reservation> reservation_;  // set only if allocated as in the SCI
    EmbodiedPhase found_;
};

/// Reports `full` or `sci` for a system with a `period`, which already divides its impact among activities.
bool refuse_beside_period(const Activity& activity, const ResolvedSystem& system, ValueRecorder& values) {
    const bool full = activity.embodied.allocation == Allocation::full;
    if (!full && activity.embodied.allocation != Allocation::sci) return false;
    values.diagnostics().error(
        activity.embodied.location.place(),
        fmt::format(
            "`{}` is allocated {} of `{}`, whose `period` already allocates it over time", activity.id,
            full ? "the whole embodied impact" : "the embodied impact of what it reserves", system.id),
        "used_time or calendar (with a period they agree), or no `period` at the system");
    return true;
}

}  // namespace

bool follows_from_system(const Activity& activity) {
    const Phase& phase = activity.embodied;
    return phase.state != Phase::State::not_assessed && !is_none(phase) && !states_figures(phase);
}

EmbodiedPhase embodied_phase(const Activity& activity, const ResolvedSystem* system,
                             const ActivityData& activity_data, const Expr<unit::None>* share,
                             ValueRecorder& values) {
    if (!share || !follows_from_system(activity))
        return Embodied(activity, system, activity_data, values).find();
    if (refuse_beside_period(activity, *system, values)) return {};
    return share_of_parts(*system, *share, carried_for, values);
}

EmbodiedPhase share_of_parts(const ResolvedSystem& system, Expr<unit::None> share, std::string_view way,
                             ValueRecorder& values) {
    resolve::EmbodiedLines lines(values, way);
    const auto add = [&](const BuiltComponent& part) {
        lines.add(part, part.over_period, part.reason,
                  [&](Expr<unit::Impact> whole) { return whole * share; });
    };
    for (const BuiltComponent& part : system.parts) add(part);
    for (const BuiltComponent& part : system.shared) add(part);
    EmbodiedPhase phase;
    phase.stated = true;
    phase.lines = lines.finish();
    return phase;
}

}  // namespace lca
