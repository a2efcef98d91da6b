#include "models/resolve/resolved_system.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/text.hpp"
#include "models/physics/allocation.hpp"
#include "models/resolve/double_counting.hpp"
#include "models/resolve/plausibility.hpp"

namespace lca {
namespace {

/// The lifetime that the file states for a part: its own, or that of the system.
Value<unit::Time> kept(const Component& part, const System& system) {
    return part.lifetime ? part.lifetime : system.lifetime;
}

/// Whether any part states no lifetime of its own, so that it uses that of the system.
bool any_uses_system_lifetime(const System& system) {
    const auto no_own = [](const Component& part) { return !part.lifetime; };
    return std::any_of(system.parts.begin(), system.parts.end(), no_own) ||
           std::any_of(system.shared.begin(), system.shared.end(), no_own);
}

/// Whether an edit from outside the file (`--set`, sweep) replaces an embodied figure that the catalogue has.
bool is_replaced(const Hardware& hardware, const KeyedValues& replaced) {
    if (!replaced) return false;
    const std::vector<std::string_view> paths = replaced.keys();
    const std::string own = hardware.id + ".embodied";
    return std::any_of(paths.begin(), paths.end(),
                       [&own](std::string_view path) { return path.starts_with(own); });
}

/// Checks that hardware bought by amount has an `amount`, and other hardware none. An error is reported at
/// the part, because the figure that it does not fit may be in the catalogue.
bool check_amount_given(const Component& part, const Hardware& hardware, Diagnostics& diagnostics) {
    for (const LifeCycleStageImpact& stage : hardware.embodied) {
        for (const LifeCycleStageImpact::Contribution& component : stage.components) {
            for (std::size_t i = 0; i < impact_count; ++i) {
                const AnyValue& figure = component.impact[i];
                if (!figure || !figure->literal || (part.amount && !part.amount->literal)) continue;
                const Dimension is = figure->literal->unit.dimension;
                const auto per = divide(impacts()[i].dimension, is);
                const Dimension bought = part.amount ? part.amount->literal->unit.dimension : Dimension{};
                if (!per || *per == bought) continue;
                const Location at = part.amount ? part.amount->text : part.hardware.location;
                const std::string unit = customary_unit(*per);
                diagnostics.add({.place = at.place(),
                                 .message = fmt::format("the embodied figures of `{}` are {}", hardware.id,
                                                        unit.empty() ? "per piece" : "per " + name(*per)),
                                 .expected = unit.empty() ? "`count` in place of `amount`"
                                                          : fmt::format("the amount: `amount: 1 {}`", unit),
                                 .width = characters(at.text())});
                return false;
            }
        }
    }
    return true;
}

}  // namespace

const BuiltComponent* ResolvedSystem::find(std::string_view name) const {
    for (const std::vector<BuiltComponent>* some : {&parts, &shared}) {
        for (const BuiltComponent& part : *some) {
            if (part.name == name) return &part;
        }
    }
    return nullptr;
}

const ResolvedSystem& SystemResolver::at(std::size_t system) {
    const auto found = known_.find(system);
    if (found != known_.end()) return found->second;
    return known_.emplace(system, compile(scenario_.systems[system])).first->second;
}

ResolvedSystem SystemResolver::compile(const System& system) {
    ResolvedSystem resolved;
    resolved.id = system.id;
    resolved.stated = &system;
    resolved.site = system.site;
    resolved.nodes = values_(system.nodes);
    resolved.period = values_(system.period);
    if (resolved.period) {
        values_(system.utilisation);  // not needed, but reading it reports its errors
    } else {
        resolved.utilisation = values_.or_default(
            system.utilisation, {.path = system.location.path() + ".utilisation",
                                 .value = 1,
                                 .unit = "%",
                                 .unit_factor = 0.01,
                                 .why = "the language's default: in use over the whole lifetime"});
    }
    for (const Component& part : system.parts)
        build({part, values_(part.count), kept(part, system), {}, 0}, resolved.parts);
    for (const Component& part : system.shared)
        build({part, values_(part.count), kept(part, system), {}, 0}, resolved.shared);
    if (any_uses_system_lifetime(system)) resolved.lifetime = values_(system.lifetime);
    resolved.period ? spread_over_period(resolved) : divide_by_time_in_use(resolved);
    count_accelerators(system, resolved);
    resolved.power = resolve::node_power(system, hardware_, values_);
    resolve::warn_about_contained_hardware(system, hardware_, values_.diagnostics());
    resolve::check_plausible_lifetime(system.lifetime, values_);
    return resolved;
}

/// Calculates impacts per time in use once for the system, as thousands of activities may use it.
void SystemResolver::divide_by_time_in_use(ResolvedSystem& resolved) {
    const Expr<unit::None> utilisation = *resolved.utilisation;
    for (BuiltComponent& part : resolved.parts) {
        if (!part.lifetime) continue;
        const Expr<unit::Time> in_use = physics::lifetime_in_use(*part.lifetime, utilisation);
        part.per_node_time = changed<unit::ImpactPerNodeTime>(
            part.impact,
            [&](Expr<unit::Impact> impact, const auto&) { return physics::per_node_time(impact, in_use); });
    }
    for (BuiltComponent& part : resolved.shared) {
        if (!part.lifetime) continue;
        const Expr<unit::Time> in_use = physics::lifetime_in_use(*part.lifetime, utilisation);
        part.per_time = changed<unit::ImpactPerTime>(
            part.impact,
            [&](Expr<unit::Impact> impact, const auto&) { return physics::per_time(impact, in_use); });
    }
}

/// Calculates impacts over the system's period, which are then divided among activities. As the period
/// includes idle time, utilisation is not used.
void SystemResolver::spread_over_period(ResolvedSystem& resolved) {
    const auto label = [&](Expr<unit::Impact> value, const FootprintComponent& part, std::string_view of) {
        const ImpactCategory& kind = impacts()[part.impact];
        const std::string what = part.stage.empty() ? fmt::format("embodied {}", kind.name) : part.stage;
        values_.recorder().label(value.value(), fmt::format("{} of {} over the period", what, of),
                                 kind.dimension);
        return value;
    };
    for (BuiltComponent& part : resolved.parts) {
        if (!part.lifetime || !resolved.nodes) continue;
        part.over_period = changed<unit::Impact>(part.impact, [&](Expr<unit::Impact> impact, const auto& of) {
            return label(physics::over_period(impact, *resolved.nodes, *resolved.period, *part.lifetime), of,
                         part.name);
        });
    }
    for (BuiltComponent& part : resolved.shared) {
        if (!part.lifetime) continue;
        part.over_period = changed<unit::Impact>(part.impact, [&](Expr<unit::Impact> impact, const auto& of) {
            return label(physics::over_period(impact, *resolved.period, *part.lifetime), of, part.name);
        });
    }
}

/// Adds the hardware's own figures and then its parts, each as an entry of its own. A cloud instance has no
/// figures in addition to those of its parts; other hardware has a case or a board that contains the parts.
void SystemResolver::build(const ComponentInContext& placed, std::vector<BuiltComponent>& built) {
    const Hardware* hardware = hardware_.find(placed.part.hardware);
    if (!hardware) return;
    if (placed.depth > resolve::max_hardware_depth) {
        values_.diagnostics().error(
            placed.part.hardware.location.place(),
            fmt::format("hardware is nested {} levels deep (in a cycle?)", placed.depth),
            "parts that do not contain the hardware they are in");
        return;
    }
    const bool only_parts = hardware->kind == HardwareKind::instance && !hardware->parts.empty();
    if (!only_parts || !hardware->embodied.empty()) build_own(placed, *hardware, built);
    for (const Component& inner : hardware->parts) {
        build({inner, times(placed.count, inner.count), placed.lifetime,
               hardware->lifetime ? hardware->lifetime : placed.parent_lifetime, placed.depth + 1},
              built);
    }
}

/// Adds hardware without its parts. Its lifetime is that of the part in the file, else of the system, else of
/// the hardware's entry, else of the hardware that contains it.
void SystemResolver::build_own(const ComponentInContext& placed, const Hardware& hardware,
                               std::vector<BuiltComponent>& built) {
    BuiltComponent own;
    own.name = hardware.id;
    own.kind = hardware.kind;
    own.holds_accelerators = !hardware.included_accelerators.empty();
    own.from_file = hardware.from_file;
    if (!is_replaced(hardware, values_.keyed(scenario_.replaced))) own.basis = hardware.basis;
    if (check_amount_given(placed.part, hardware, values_.diagnostics()))
        own.impact = footprint(hardware, placed.part.amount, values_);
    resolve::check_plausible_making(hardware, own.impact, values_);
    if (placed.count) {
        own.impact = changed<unit::Impact>(own.impact, [&](const Expr<unit::Impact>& impact,
                                                           const FootprintComponent& part) {
            const ImpactCategory& kind = impacts()[part.impact];
            const std::string what = part.stage.empty() ? fmt::format("embodied {}", kind.name) : part.stage;
            const Expr<unit::Impact> all = impact * *placed.count;
            values_.recorder().label(all.value(), fmt::format("{} of all items of {}", what, own.name),
                                     kind.dimension);
            return all;
        });
    }
    const Value<unit::Time> of_hardware = hardware.lifetime ? hardware.lifetime : placed.parent_lifetime;
    own.lifetime = values_(placed.lifetime ? placed.lifetime : of_hardware);
    resolve::check_plausible_lifetime(placed.part.lifetime, values_);
    resolve::check_plausible_lifetime(of_hardware, values_);
    if (!own.impact.has_any())
        own.reason = no_embodied_figure;
    else if (!own.lifetime)
        own.reason = "no lifetime is given";
    built.push_back(std::move(own));
}

/// The product of two counts; empty, which means one, if neither is stated.
std::optional<Expr<unit::None>> SystemResolver::times(std::optional<Expr<unit::None>> outer,
                                                      const Value<unit::None>& inner) {
    const auto these = values_(inner);
    if (outer && these) return *outer * *these;
    return these ? these : outer;
}

void SystemResolver::count_accelerators(const System& system, ResolvedSystem& resolved) {
    for (const Component& part : system.parts) {
        if (const Hardware* hardware = hardware_.find(part.hardware))
            add_accelerators(*hardware, values_(part.count), resolved, 0);
    }
}

/// Adds the accelerators of hardware: itself, or those that it lists as contained or that its parts are.
void SystemResolver::add_accelerators(const Hardware& hardware, std::optional<Expr<unit::None>> count,
                                      ResolvedSystem& resolved, int depth) {
    if (hardware.kind == HardwareKind::accelerator) {
        const auto one = values_.constant<unit::DevicesPerNode>(1);
        const Expr<unit::DevicesPerNode> these = count ? one * *count : one;
        resolved.accelerators = resolved.accelerators ? *resolved.accelerators + these : these;
        resolved.mixed_accelerators |= resolved.accelerator && resolved.accelerator != &hardware;
        resolved.accelerator = &hardware;
        return;
    }
    if (depth == resolve::max_hardware_depth) return;
    for (const Hardware::IncludedAccelerator& held : hardware.included_accelerators) {
        const Hardware* inner = hardware_.find(held.hardware);
        if (inner) add_accelerators(*inner, times(count, held.count), resolved, depth + 1);
    }
    for (const Component& part : hardware.parts) {
        const Hardware* inner = hardware_.find(part.hardware);
        if (inner) add_accelerators(*inner, times(count, part.count), resolved, depth + 1);
    }
}

}  // namespace lca
