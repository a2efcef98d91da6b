#include "models/resolve/shared_idle.hpp"

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

class Sharers {
public:
    Sharers(const System& system, const ResolvedSystem& machine, const SiteFactors& electricity,
            const std::vector<Sharer>& sharers, ValueRecorder& values)
        : system_(system), machine_(machine), electricity_(electricity), sharers_(sharers), values_(values) {}

    SharedIdle divide() {
        switch (system_.sharing) {
            case Sharing::use:
                return machine_.accelerators ? divide_by(&ActivityData::device_time)
                                             : divide_by(&ActivityData::node_time);
            case Sharing::time:
                return divide_by(&ActivityData::duration);
            case Sharing::requests:
                return divide_by(&ActivityData::requests);
            case Sharing::owner:
                return leave_to_owner();
        }
        return {};
    }

private:
    std::optional<Expr<unit::Time>> period() { return values_(system_.period); }

    /// In proportion to a measure of all activities: nothing is left over.
    template <class Unit>
    SharedIdle divide_by(std::optional<Expr<Unit>> ActivityData::*measure) {
        SharedIdle shared;
        shared.parts.resize(sharers_.size());
        const ElectricityPhase whole = whole_system();
        const std::vector<Expr<Unit>> claims = all_claims(measure);
        if (claims.size() != sharers_.size() || whole.lines.empty()) return shared;
        const Expr<Unit> all = sum(claims);
        for (std::size_t i = 0; i < claims.size(); ++i)
            shared.parts[i] = part(whole, physics::share_of_claim(claims[i], all));
        return shared;
    }

    /// Each activity carries the time it takes the system; the rest of the period is the owner's.
    SharedIdle leave_to_owner() {
        SharedIdle shared;
        shared.parts.resize(sharers_.size());
        const ElectricityPhase whole = whole_system();
        const std::vector<Expr<unit::Time>> claims = all_claims(&ActivityData::system_time);
        if (claims.size() != sharers_.size() || whole.lines.empty()) return shared;
        const Expr<unit::Time> taken = sum(claims);
        const Expr<unit::Time> all = *period();
        check_fits(taken.value(), all.value());
        for (std::size_t i = 0; i < claims.size(); ++i)
            shared.parts[i] = part(whole, physics::share_of_claim(claims[i], all));
        shared.rest = part(whole, physics::share_left_over(taken, all));
        return shared;
    }

    ElectricityPhase whole_system() {
        ElectricityPhase whole;
        if (!system_.period) {
            values_.diagnostics().error(system_.location.place(),
                                        fmt::format("system `{}` states idle but no period", system_.id),
                                        "period: how long the idle system is looked at, such as 1 yr");
            return whole;
        }
        whole.stated = true;
        for (const Line& line : system_.idle.lines) {
            if (line.share || line.per_request) {
                values_.diagnostics().error(line.location.place(),
                                            "idle of a shared system is an energy or a power",
                                            "energy, power, node_power or device_power");
                continue;
            }
            if (line.state != LineState::stated) {
                whole.lines.push_back(line_without_figure(line));
                continue;
            }
            const auto energy = idle_energy(line, &machine_, ActivityData{}, period(), values_);
            if (!energy) continue;
            values_.recorder().label(*energy, fmt::format("idle energy of {} over its period", system_.id));
            whole.lines.push_back({.name = line.name, .drawn = drawn(*energy, line, electricity_)});
        }
        return whole;
    }

    /// What each activity's claim on the idle energy is measured by; fewer where one does not know it.
    template <class Unit>
    std::vector<Expr<Unit>> all_claims(std::optional<Expr<Unit>> ActivityData::*measure) {
        std::vector<Expr<Unit>> claims;
        for (const Sharer& sharer : sharers_) {
            if (const auto& claim = sharer.activity_data.*measure) {
                claims.push_back(*claim);
            } else {
                values_.diagnostics().error(
                    sharer.activity.location.place(),
                    fmt::format("`{}` shares the idle energy of `{}`, which is divided by {}",
                                sharer.activity.id, system_.id, needed(system_.sharing)),
                    std::string(needed(system_.sharing)));
            }
        }
        return claims;
    }

    void check_fits(Step taken, Step period) {
        constexpr double rounding = 1e-12;  // of a sum of a few thousand times
        if (values_.now(taken) > values_.now(period) * (1 + rounding)) {
            values_.diagnostics().error(
                system_.period->text.place(),
                fmt::format(
                    "the activities take `{}` for {:.6g} h, which is longer than its period of {:.6g} h",
                    system_.id, values_.now(taken) / 3600, values_.now(period) / 3600),
                "a period that holds all of them");
        }
    }

    ElectricityPhase part(const ElectricityPhase& whole, Expr<unit::None> share) {
        values_.recorder().label(share, fmt::format("share of the idle energy of {}", system_.id));
        ElectricityPhase carried;
        carried.stated = true;
        for (const ElectricityLine& line : whole.lines) {
            carried.lines.push_back(line);
            if (line.is_drawn())
                carried.lines.back().drawn = {*line.drawn.it * share, *line.drawn.facility * share};
        }
        return carried;
    }

    const System& system_;
    const ResolvedSystem& machine_;
    const SiteFactors& electricity_;
    const std::vector<Sharer>& sharers_;
    ValueRecorder& values_;
};

}  // namespace

SharedIdle shared_idle(const System& system, const ResolvedSystem& machine, const SiteFactors& electricity,
                       const std::vector<Sharer>& sharers, ValueRecorder& values) {
    return Sharers(system, machine, electricity, sharers, values).divide();
}

}  // namespace lca
