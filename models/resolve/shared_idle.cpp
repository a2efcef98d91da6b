#include "models/resolve/shared_idle.hpp"

#include <fmt/core.h>

namespace lca {
namespace {

/// What an activity's claim on the idle energy is measured by.
std::optional<Step> claim(Sharing sharing, const ActivityData& activity_data, bool has_accelerators) {
    const auto step = [](const auto& value) { return value ? std::optional(value->value()) : std::nullopt; };
    switch (sharing) {
        case Sharing::use:
            return has_accelerators ? step(activity_data.device_time) : step(activity_data.node_time);
        case Sharing::time:
            return step(activity_data.duration);
        case Sharing::requests:
            return step(activity_data.requests);
        case Sharing::owner:
            return step(activity_data.system_time);
    }
    return std::nullopt;
}

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
            const std::vector<Sharer>& sharers, Values& values)
        : system_(system), machine_(machine), electricity_(electricity), sharers_(sharers), values_(values) {}

    SharedIdle divide() {
        SharedIdle shared;
        shared.parts.resize(sharers_.size());
        const ElectricityPhase whole = whole_system();
        const std::vector<Step> claims = all_claims();
        if (claims.size() != sharers_.size() || whole.lines.empty()) return shared;
        const Step sum = values_.recorder().sum(claims);
        const Step base = system_.sharing == Sharing::owner ? period()->value() : sum;
        if (system_.sharing == Sharing::owner) check_fits(sum, base);
        for (std::size_t i = 0; i < claims.size(); ++i) shared.parts[i] = part(whole, claims[i] / base);
        if (system_.sharing == Sharing::owner) shared.rest = part(whole, (base - sum) / base);
        return shared;
    }

private:
    std::optional<Expr<unit::Time>> period() { return values_(system_.period); }

    ElectricityPhase whole_system() {
        ElectricityPhase whole;
        if (!system_.period) {
            values_.diagnostics().error(system_.node.place(),
                                        fmt::format("system `{}` states idle but no period", system_.id),
                                        "period: how long the idle system is looked at, such as 1 yr");
            return whole;
        }
        whole.stated = true;
        for (const Line& line : system_.idle.lines) {
            if (line.share || line.per_request) {
                values_.diagnostics().error(line.node.place(),
                                            "idle of a shared system is an energy or a power",
                                            "energy, power, node_power or device_power");
                continue;
            }
            const auto energy = idle_energy(line, &machine_, ActivityData{}, period(), values_);
            if (!energy) continue;
            values_.recorder().label(*energy, fmt::format("idle energy of {} over its period", system_.id));
            whole.lines.push_back({std::string(line.name), drawn(*energy, line, electricity_)});
        }
        return whole;
    }

    std::vector<Step> all_claims() {
        std::vector<Step> claims;
        for (const Sharer& sharer : sharers_) {
            if (const auto step =
                    claim(system_.sharing, sharer.activity_data, machine_.accelerators.has_value())) {
                claims.push_back(*step);
            } else {
                values_.diagnostics().error(
                    sharer.activity.node.place(),
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
                system_.period.given->node.place(),
                fmt::format(
                    "the activities take `{}` for {:.6g} h, which is longer than its period of {:.6g} h",
                    system_.id, values_.now(taken) / 3600, values_.now(period) / 3600),
                "a period that holds all of them");
        }
    }

    ElectricityPhase part(const ElectricityPhase& whole, Step share) {
        values_.recorder().label(share, fmt::format("share of the idle energy of {}", system_.id),
                                 Dimension{});
        const auto factor = unchecked<unit::None>(share);
        ElectricityPhase cut;
        cut.stated = true;
        for (const ElectricityLine& line : whole.lines) {
            cut.lines.push_back({line.name, {*line.drawn.it * factor, *line.drawn.facility * factor}});
        }
        return cut;
    }

    const System& system_;
    const ResolvedSystem& machine_;
    const SiteFactors& electricity_;
    const std::vector<Sharer>& sharers_;
    Values& values_;
};

}  // namespace

SharedIdle shared_idle(const System& system, const ResolvedSystem& machine, const SiteFactors& electricity,
                       const std::vector<Sharer>& sharers, Values& values) {
    return Sharers(system, machine, electricity, sharers, values).divide();
}

}  // namespace lca
