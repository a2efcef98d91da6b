#include "models/resolve/system_shares.hpp"

#include <fmt/core.h>

#include "models/physics/allocation.hpp"

namespace lca {
namespace {

std::string_view needed(Sharing sharing) {
    switch (sharing) {
        case Sharing::use:
            return "device_time (or node_time)";
        case Sharing::time:
            return "a duration";
        case Sharing::requests:
            return "requests";
        case Sharing::owner:
            return "a system time";
    }
    return "";
}

class Division {
public:
    Division(const System& system, const ResolvedSystem& resolved,
             const std::vector<SharingActivity>& sharers, const SystemInCommon* in_common,
             ActivityReader& activities, ValueRecorder& values)
        : system_(system),
          resolved_(resolved),
          sharers_(sharers),
          in_common_(in_common),
          activities_(activities),
          values_(values) {}

    SystemShares divide() {
        switch (system_.sharing) {
            case Sharing::use:
                return resolved_.accelerators ? by(&ActivityData::device_time) : by(&ActivityData::node_time);
            case Sharing::time:
                return by(&ActivityData::duration);
            case Sharing::requests:
                return by(&ActivityData::requests);
            case Sharing::owner:
                return leave_to_owner();
        }
        return {};
    }

private:
    /// Shares in proportion to one amount of all activities: nothing is left over.
    template <class Unit>
    SystemShares by(std::optional<Expr<Unit>> ActivityData::*measure) {
        const std::vector<Expr<Unit>> claims = all_claims(measure);
        if (claims.empty()) return {};
        const Expr<Unit> own = sum(claims), all = of_all(own);
        if (values_.now(all.value()) > 0) {
            SystemShares made{shares(claims, all), std::nullopt, own.value().id()};
            if (in_common_ && in_common_->of_rest) made.rest = values_.constant<unit::None>(0);
            return made;
        }
        values_.diagnostics().error(
            system_.location.place(),
            fmt::format("the idle time of `{}` is allocated by {}, which none of its activities has",
                        system_.id, needed(system_.sharing)),
            "above 0 in one of them, or `allocate: owner`");
        return {};
    }

    /// Each activity gets the share of the period in which it uses the system; the rest is the owner's.
    SystemShares leave_to_owner() {
        if (sharers_.empty()) return {{}, values_.constant<unit::None>(1)};
        const std::vector<Expr<unit::Time>> claims = all_claims(&ActivityData::system_time);
        if (claims.empty()) return {};
        const Expr<unit::Time> own = sum(claims), taken = of_all(own);
        const Expr<unit::Time> all = physics::whole_of_claims(taken, *resolved_.period);
        const Expr<unit::None> rest = physics::share_left_over(taken, all);
        Recorder& recorder = values_.recorder();
        if (claims.size() > 1 && !in_common_)
            recorder.label(taken, fmt::format("time that the activities take {}", system_.id));
        recorder.label(all, "the period, or the time that activities take where that is longer");
        recorder.label(rest, fmt::format("share of {} that no activity takes", system_.id));
        SystemShares made{shares(claims, all), rest, own.value().id()};
        if (in_common_ && !in_common_->of_rest) made.rest.reset();
        return made;
    }

    /// The sum of the amounts of all activities: if the system is used by several scenarios, of all these.
    template <class Unit>
    Expr<Unit> of_all(Expr<Unit> own) {
        if (!in_common_) return own;
        const auto all = values_.constant<Unit>(in_common_->claimed);
        values_.recorder().label(all, fmt::format("what all scenarios take of {}", system_.id));
        return all;
    }

    template <class Unit>
    std::vector<Expr<unit::None>> shares(const std::vector<Expr<Unit>>& claims, Expr<Unit> all) {
        std::vector<Expr<unit::None>> made;
        for (const Expr<Unit>& claim : claims) {
            made.push_back(physics::share_of_claim(claim, all));
            values_.recorder().label(made.back(), fmt::format("share of {} over its period", system_.id));
        }
        return made;
    }

    /// One amount of each activity; empty, after an error, if it is not known for one of them.
    template <class Unit>
    std::vector<Expr<Unit>> all_claims(std::optional<Expr<Unit>> ActivityData::*measure) {
        std::vector<Expr<Unit>> claims;
        for (const SharingActivity& sharer : sharers_) {
            if (const auto& claim = sharer.activity_data.*measure) {
                claims.push_back(*claim);
                continue;
            }
            const Activity activity = activities_.read(sharer.activity);
            values_.diagnostics().error(
                activity.location.place(),
                fmt::format("`{}` shares the idle time of `{}`, which is allocated by {}", activity.id,
                            system_.id, needed(system_.sharing)),
                std::string(needed(system_.sharing)));
        }
        if (claims.size() != sharers_.size()) claims.clear();
        return claims;
    }

    const System& system_;
    const ResolvedSystem& resolved_;
    const std::vector<SharingActivity>& sharers_;
    const SystemInCommon* in_common_;  // null: no other scenario uses the system
    ActivityReader& activities_;
    ValueRecorder& values_;
};

}  // namespace

SystemShares system_shares(const System& system, const ResolvedSystem& resolved,
                           const std::vector<SharingActivity>& sharers, const SystemInCommon* in_common,
                           ActivityReader& activities, ValueRecorder& values) {
    return Division(system, resolved, sharers, in_common, activities, values).divide();
}

ElectricityPhase idle_over_period(const System& system, const ResolvedSystem& resolved,
                                  const SiteFactors& electricity, ValueRecorder& values) {
    ElectricityPhase whole;
    whole.stated = true;
    for (const Line& line : system.idle.lines) {
        if (line.share || line.per_request) {
            values.diagnostics().error(line.location.place(),
                                       "`idle` of a shared system must be an energy or a power",
                                       "energy, power, node_power or device_power");
            continue;
        }
        if (line.state != LineState::stated) {
            whole.lines.push_back(line_without_figure(line));
            continue;
        }
        const auto energy = idle_energy(line, &resolved, ActivityData{}, resolved.period, values);
        if (!energy) continue;
        values.recorder().label(*energy, fmt::format("idle energy of {} over its period", system.id));
        whole.lines.push_back({.name = line.name, .drawn = drawn(*energy, line, electricity)});
    }
    return whole;
}

ElectricityPhase share_of_idle(const ElectricityPhase& whole, Expr<unit::None> share) {
    ElectricityPhase carried;
    carried.stated = true;
    for (const ElectricityLine& line : whole.lines) {
        carried.lines.push_back(line);
        if (line.is_drawn())
            carried.lines.back().drawn = {*line.drawn.it * share, *line.drawn.facility * share};
    }
    return carried;
}

}  // namespace lca
