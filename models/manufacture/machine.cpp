#include "models/manufacture/machine.hpp"

#include <fmt/core.h>

namespace lca {

const Machine& Machines::at(std::size_t system) {
    const auto found = known_.find(system);
    if (found != known_.end()) return found->second;
    return known_.emplace(system, compile(scenario_.systems[system])).first->second;
}

Machine Machines::compile(const System& system) {
    Machine machine;
    machine.id = system.id;
    machine.system = &system;
    machine.site = system.site;
    machine.nodes = values_(system.nodes);
    machine.utilisation =
        values_.or_default(system.utilisation, {.path = system.node.path() + ".utilisation",
                                                .value = 1,
                                                .unit = "%",
                                                .unit_factor = 0.01,
                                                .why = "the language's default: in use all its life"});
    for (const Part& part : system.parts) machine.parts.push_back(build(part, system));
    for (const Part& part : system.shared) machine.shared.push_back(build(part, system));
    count_accelerators(system, machine);
    return machine;
}

/// The part's lifetime wins over the system's, and that over the hardware's own.
BuiltPart Machines::build(const Part& part, const System& system) {
    BuiltPart built;
    built.name = part.hardware.text();
    const Hardware* hardware = hardware_.find(part.hardware);
    if (!hardware) return built;
    built.name = hardware->id;
    built.impact = footprint(*hardware, part.amount, *scenario_.figures, values_);
    if (const auto count = values_(part.count)) {
        for (std::size_t i = 0; i < impact_count; ++i) {
            if (!built.impact[i]) continue;
            built.impact[i] = *built.impact[i] * *count;
            values_.recorder().label(
                built.impact[i]->value(),
                fmt::format("embodied {} of all items of {}", impacts()[i].name, built.name),
                impacts()[i].dimension);
        }
    }
    if (part.lifetime) {
        built.lifetime = values_(part.lifetime);
    } else {
        built.lifetime = values_(system.lifetime ? system.lifetime : hardware->lifetime);
    }
    bool any = false;
    for (const auto& impact : built.impact) any = any || impact;
    if (!any)
        built.missing = "no embodied figure is known";
    else if (!built.lifetime)
        built.missing = "no lifetime is given";
    return built;
}

void Machines::count_accelerators(const System& system, Machine& machine) {
    for (const Part& part : system.parts) {
        if (const Hardware* hardware = hardware_.find(part.hardware))
            add_accelerators(*hardware, values_(part.count), machine, 0);
    }
}

/// An accelerator counts itself; a server or instance counts what it holds.
void Machines::add_accelerators(const Hardware& hardware, std::optional<Expr<unit::None>> count,
                                Machine& machine, int depth) {
    constexpr int deepest = 4;  // instance, server, baseboard, accelerator
    if (hardware.kind == HardwareKind::accelerator) {
        const auto one = values_.constant<unit::DevicesPerNode>(1);
        const Expr<unit::DevicesPerNode> these = count ? one * *count : one;
        machine.accelerators = machine.accelerators ? *machine.accelerators + these : these;
        machine.mixed_accelerators |= machine.accelerator && machine.accelerator != &hardware;
        machine.accelerator = &hardware;
        return;
    }
    if (depth == deepest) return;
    for (const Hardware::Held& held : hardware.holds) {
        const Hardware* inner = hardware_.find(held.hardware);
        if (!inner) continue;
        auto inner_count = values_(held.count);
        if (inner_count && count) inner_count = *inner_count * *count;
        add_accelerators(*inner, inner_count ? inner_count : count, machine, depth + 1);
    }
}

}  // namespace lca
