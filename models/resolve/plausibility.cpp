#include "models/resolve/plausibility.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/number.hpp"
#include "models/resolve/power.hpp"
#include "models/values/place_in_text.hpp"

namespace lca::resolve {
namespace {

constexpr double usual_pue = 10;
constexpr double usual_wue = 20 * 1e-3 / 3.6e6;      // in m3/J: 20 L/kWh
constexpr double max_intensity = 2 / 3.6e6;          // in kgCO2e/J: 2 kg/kWh
constexpr double min_intensity = 1e-3 / 3.6e6;       // in kgCO2e/J: 1 g/kWh
constexpr double min_lifetime = 28 * 86400.0;        // s: the shortest month
constexpr double max_lifetime = 30 * 365 * 86400.0;  // in s: 30 years
constexpr double max_making = 5000;                  // kgCO2e per accelerator
constexpr double above_maximum = 1.1, below_maximum = 1e-3;

/// Whether the scenario states a value. Those of the catalogue were checked when they were entered; the value
/// of an expression is not known if there have been errors.
bool is_stated(const AnyValue& value, ValueRecorder& values) {
    if (!value || (!value->literal && values.diagnostics().has_errors())) return false;
    const Place place = value->text.place();
    return !place.known() || values.sources()[place.file].kind != Source::Kind::catalogue;
}

/// "`sites.here.pue` is 12", or "`sites.here.pue` amounts to …" if it is an expression.
std::string said_of(const AnyValue& value, const std::string& computed) {
    if (value->literal) return fmt::format("`{}` is {}", value->owner.path(), as_written(value->text));
    return fmt::format("`{}` amounts to {}", value->owner.path(), computed);
}

void warn(const Location& at, std::string message, ValueRecorder& values, std::string hint = {}) {
    values.diagnostics().add({.place = at.place(),
                              .message = std::move(message),
                              .hint = std::move(hint),
                              .width = at.text().empty() ? 1 : at.width(),
                              .severity = Severity::warning});
}

/// A value that the scenario states, in base units; empty if it does not, or in another dimension.
std::optional<double> stated_now(const AnyValue& value, Dimension dimension, ValueRecorder& values) {
    if (!is_stated(value, values)) return std::nullopt;
    const Step step = values.checked(value, dimension);
    return values.is_faulty(value) ? std::nullopt : std::optional(values.now(step));
}

void check_intensity(const AnyValue& intensity, ValueRecorder& values) {
    const auto stated =
        stated_now(intensity, impact_per(index_of::climate, dimension_of<unit::Energy>()), values);
    if (!stated) return;
    const double now = *stated;
    if (now == 0 || (now >= min_intensity && now <= max_intensity)) return;
    warn(intensity->text,
         fmt::format("{}; grids and contracts are from 1 to 2000 gCO2e/kWh, or 0",
                     said_of(intensity, readable(now * 3.6e9, 4) + " gCO2e/kWh")),
         values);
}

std::string watts(double power) {
    if (power >= 1e6) return readable(power / 1e6, 4) + " MW";
    if (power >= 1e3) return readable(power / 1e3, 4) + " kW";
    return readable(power, 4) + " W";
}
std::string watt_hours(double energy) {
    const double in_kwh = energy / 3.6e6;
    return in_kwh >= 1e3 ? readable(in_kwh / 1e3, 4) + " MWh" : readable(in_kwh, 4) + " kWh";
}

/// A ratio in words: "1000 times", or "0.02 % of".
std::string ratio(double part) {
    if (part >= 1) return readable(part, 3) + " times";
    return readable(part * 100, 2) + " % of";
}

/// The maximum power that a stated power is compared with.
struct HardwareMaximum {
    double watts;
    std::string of;  // whose maximum, for the message: "`nvidia-a100-sxm4-80gb`", "a node", "its nodes"
};

class PowerCheck {
public:
    explicit PowerCheck(const EnergyContext& context) : context_(context), values_(context.values) {}

    /// Checks the powers of a phase; true if one was implausible and a warning was given.
    bool check_powers(const Phase& phase, PhaseKind kind) {
        bool warned = false;
        for (const Line& line : phase.lines) {
            if (line.state != LineState::stated) continue;
            if (const PowerKey key = power_key(line, kind, values_)) warned |= check(line, key, kind);
            if (line.host_power) warned |= check(line, {&line.host_power, "host_power", DrawnBy::node}, kind);
        }
        return warned;
    }

    /// Warns if the energy of all entries is implausible beside the nodes' maximum power over that time.
    void check_energy(const ElectricityPhase& dynamic) {
        const auto highest = context_.system->power.max_of_all;
        const auto& time = context_.activity_data.node_time;
        if (!highest || !time) return;
        double energy = 0;
        for (const ElectricityLine& line : dynamic.lines) {
            if (line.is_drawn()) energy += values_.now(line.drawn.it->value());
        }
        const double at_most = *highest * values_.now(time->value());
        if (energy == 0 || at_most == 0) return;
        const bool too_little = energy < below_maximum * at_most && !by_service();
        if (energy <= above_maximum * at_most && !too_little) return;
        warn(
            context_.activity.dynamic.location,
            fmt::format(
                "`{}` draws {}, {} the maximum {} that all components of its nodes can draw in {} node hours",
                context_.activity.dynamic.location.path(), watt_hours(energy), ratio(energy / at_most),
                watt_hours(at_most), readable(values_.now(time->value()) / 3600, 4)),
            values_);
    }

    /// Warns if one entry of `idle` states more energy than all nodes can use at maximum power in its time.
    void check_idle_energy(const Phase& idle) {
        const ResolvedSystem& resolved = *context_.system;
        if (!resolved.power.max_of_all || !resolved.nodes || !resolved.stated->shared.empty()) return;
        const double highest = *resolved.power.max_of_all * values_.now(resolved.nodes->value());
        for (const Line& line : idle.lines) {
            const auto time =
                line.state == LineState::stated && line.energy ? time_of_idle(idle, line) : std::nullopt;
            if (!time) continue;
            double energy = values_.now(values_.term(line.energy).step);
            if (line.includes_pue) energy /= values_.now(context_.electricity->pue->value());
            const double at_most = highest * *time;
            if (at_most == 0 || energy <= above_maximum * at_most) continue;
            warn(line.energy->text,
                 fmt::format("{}, {} the maximum {} that all components of its nodes can draw in {} h",
                             said_of(line.energy, watt_hours(energy)), ratio(energy / at_most),
                             watt_hours(at_most), readable(*time / 3600, 4)),
                 values_);
        }
    }

private:
    /// The time that an entry of `idle` covers: as it states, else the period of the system that several
    /// share, else the time of the activity.
    std::optional<double> time_of_idle(const Phase& idle, const Line& line) {
        if (line.duration) return values_.now(values_.term(line.duration).step);
        const System& system = *context_.system->stated;
        if (&idle == &system.idle)
            return system.period ? std::optional(values_.now(values_.term(system.period).step))
                                 : std::nullopt;
        const ActivityData& reach = context_.activity_data;
        const auto& time = reach.system_time ? reach.system_time : reach.duration;
        return time ? std::optional(values_.now(time->value())) : std::nullopt;
    }

    /// Whether an energy per request or token is stated: requests may be few, and the energy therefore small.
    bool by_service() const {
        const std::vector<Line>& lines = context_.activity.dynamic.lines;
        return std::any_of(lines.begin(), lines.end(),
                           [](const Line& line) { return line.per_request || line.per_token; });
    }

    bool check(const Line& line, const PowerKey& key, PhaseKind kind) {
        const auto highest = max_of(key.drawn_by);
        if (!highest || highest->watts == 0) return false;
        double power = values_.now(values_.term(*key.value).step);
        if (line.includes_pue) power /= values_.now(context_.electricity->pue->value());
        // A named entry, or a system that is idle, may use a small part of the maximum: not "too little".
        const bool whole = line.name.empty() && key.key != "host_power" &&
                           (kind == PhaseKind::dynamic || key.drawn_by != DrawnBy::system);
        const bool too_little = whole && power > 0 && power < below_maximum * highest->watts;
        if (power <= above_maximum * highest->watts && !too_little) return false;
        warn((*key.value)->text,
             fmt::format("{} {}, {} the maximum of {} ({})", said_of(*key.value, watts(power)),
                         of_each(key.drawn_by), ratio(power / highest->watts), highest->of,
                         watts(highest->watts)),
             values_, hint(key, kind));
        return true;
    }

    static std::string_view of_each(DrawnBy drawn_by) {
        switch (drawn_by) {
            case DrawnBy::accelerator:
                return "for each accelerator";
            case DrawnBy::node:
                return "for each node";
            case DrawnBy::system:
                break;
        }
        return "for the whole system";
    }

    /// A hint on whose power the key `power` means, if its unit does not say so.
    static std::string hint(const PowerKey& key, PhaseKind kind) {
        const DrawnBy usual = kind == PhaseKind::dynamic ? DrawnBy::accelerator : DrawnBy::system;
        if (key.key != "power" || key.drawn_by != usual) return {};
        if (kind == PhaseKind::dynamic)
            return "`power` in `dynamic` is the power of each accelerator: `system_power` is that of the "
                   "whole system, `node_power` that of a node";
        return "`power` in `idle` is the power of the whole system: `device_power` is that of each "
               "accelerator, `node_power` that of a node";
    }

    std::optional<HardwareMaximum> max_of(DrawnBy drawn_by) {
        const ResolvedSystem& resolved = *context_.system;
        if (drawn_by == DrawnBy::accelerator) return max_of_accelerator();
        if (drawn_by == DrawnBy::node) {
            const auto highest =
                resolved.power.max_of_all ? resolved.power.max_of_all : resolved.power.max_of_server;
            return highest ? std::optional(HardwareMaximum{*highest, "a node"}) : std::nullopt;
        }
        const bool shares_nothing = resolved.stated->shared.empty();
        if (!resolved.power.max_of_all || !resolved.nodes || !shares_nothing) return std::nullopt;
        return HardwareMaximum{*resolved.power.max_of_all * values_.now(resolved.nodes->value()),
                               "its nodes"};
    }

    std::optional<HardwareMaximum> max_of_accelerator() {
        const Hardware* accelerator = context_.system->accelerator;
        if (!accelerator || context_.system->mixed_accelerators) return std::nullopt;
        const auto highest = value_now(accelerator->power_max, values_);
        return highest ? std::optional(HardwareMaximum{*highest, fmt::format("`{}`", accelerator->id)})
                       : std::nullopt;
    }

    const EnergyContext& context_;
    ValueRecorder& values_;
};

}  // namespace

void check_plausible_site(const Site& site, ValueRecorder& values) {
    const auto pue = stated_now(site.pue, Dimension{}, values);
    if (pue.value_or(0) > usual_pue)
        warn(site.pue->text,
             fmt::format("{}; data centres have a PUE from 1 to 3", said_of(site.pue, readable(*pue, 4))),
             values);
    const auto wue = stated_now(site.wue, dimension_of<unit::VolumePerEnergy>(), values);
    if (wue.value_or(0) > usual_wue)
        warn(site.wue->text,
             fmt::format("{}; data centres use from 0 to some 5 L/kWh",
                         said_of(site.wue, readable(*wue * 3.6e9, 4) + " L/kWh")),
             values);
    if (site.grid) check_intensity(site.grid->intensity[index_of::climate], values);
    check_intensity(site.market_intensity, values);
}

void check_plausible_lifetime(const AnyValue& lifetime, ValueRecorder& values) {
    const auto stated = stated_now(lifetime, Dimension::of(Base::time), values);
    if (!stated) return;
    const double now = *stated;
    if (now >= min_lifetime && now <= max_lifetime) return;
    warn(lifetime->text,
         fmt::format("{}; hardware is kept from a month to 30 years",
                     said_of(lifetime, readable(now / (365 * 86400.0), 4) + " yr")),
         values);
}

void check_plausible_making(const Hardware& hardware, const ImpactByLifeCycleStage& each,
                            ValueRecorder& values) {
    if (hardware.kind != HardwareKind::accelerator || hardware.embodied.empty()) return;
    const auto now = [&](const Footprint& footprint) {
        const auto& climate = footprint[index_of::climate];
        return climate ? values.now(climate->value()) : 0;
    };
    double making = now(each.whole);
    for (const Footprint& stage : each.stages) making += now(stage);
    if (making <= max_making) return;
    const std::vector<LifeCycleStageImpact::Contribution>& figures = hardware.embodied.front().components;
    const AnyValue figure = figures.empty() ? AnyValue() : figures.front().impact[index_of::climate];
    if (figure && !is_stated(figure, values)) return;
    warn(figure ? figure->text : Location(),
         fmt::format("making one `{}` is {} tCO2e; accelerators are below 5 tCO2e", hardware.id,
                     readable(making / 1000, 4)),
         values);
}

void check_plausible_power(const EnergyContext& context, const ElectricityPhase& dynamic) {
    if (!context.system) return;
    PowerCheck check(context);
    if (!check.check_powers(context.activity.dynamic, PhaseKind::dynamic)) check.check_energy(dynamic);
}

void check_plausible_idle(const EnergyContext& context, const Phase& idle) {
    if (!context.system) return;
    PowerCheck check(context);
    check.check_powers(idle, PhaseKind::idle);
    check.check_idle_energy(idle);
}

}  // namespace lca::resolve
