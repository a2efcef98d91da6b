// Energy of training and inference itself.

#include <fmt/core.h>

#include "models/physics/energy.hpp"
#include "models/resolve/electricity_use.hpp"
#include "models/resolve/power.hpp"

namespace lca {
namespace {

void report_not_stated(const Line& line, const EnergyContext& drawing, std::string_view what,
                       std::string_view needs) {
    drawing.values.diagnostics().error(line.location.place(),
                                       fmt::format("{} of `{}` needs {}", what, drawing.activity.id, needs));
}

/// The accelerator's maximum power from the catalogue × load.
std::optional<Expr<unit::PowerPerDevice>> power_by_default(const Line& line, const EnergyContext& drawing) {
    const ResolvedSystem* machine = drawing.machine;
    if (!machine || !machine->accelerator || machine->mixed_accelerators) {
        report_not_stated(
            line, drawing, "dynamic",
            "energy, power, per_request or per_token: its system has no one kind of accelerator to take "
            "a power from");
        return std::nullopt;
    }
    const auto maximum = drawing.values(machine->accelerator->power_max);
    if (!maximum) {
        report_not_stated(line, drawing, "dynamic",
                          fmt::format("a power: none is published for `{}`", machine->accelerator->id));
        return std::nullopt;
    }
    const Expr<unit::None> load =
        drawing.values.or_default(line.load, {.path = line.location.path() + ".load",
                                              .value = 1,
                                              .unit = "%",
                                              .unit_factor = 0.01,
                                              .why = "the language's default: maximum power all the time"});
    return physics::power_at_load(*maximum, load);
}

std::optional<Expr<unit::Energy>> accelerator_energy(const Line& line, const EnergyContext& drawing) {
    ValueRecorder& values = drawing.values;
    const ActivityData& activity_data = drawing.activity_data;
    if (line.energy) return values(line.energy);
    if (line.per_request) {
        if (activity_data.requests)
            return physics::energy(*values(line.per_request), *activity_data.requests);
        report_not_stated(line, drawing, "per_request", "requests, or request_rate and duration");
        return std::nullopt;
    }
    if (line.per_token) {
        if (activity_data.tokens) return physics::energy(*values(line.per_token), *activity_data.tokens);
        report_not_stated(line, drawing, "per_token", "tokens");
        return std::nullopt;
    }
    const auto power = line.power ? std::optional(power_per_accelerator(line.power, values))
                                  : power_by_default(line, drawing);
    if (!power) return std::nullopt;
    if (activity_data.device_time) return physics::energy(*power, *activity_data.device_time);
    report_not_stated(line, drawing, "power", "device_time, or devices and duration, or work and efficiency");
    return std::nullopt;
}

std::optional<Expr<unit::Energy>> host_energy(const Line& line, const EnergyContext& drawing) {
    if (!drawing.activity_data.node_time) {
        report_not_stated(line, drawing, "host_power", "a time on nodes: a system, or node_time");
        return std::nullopt;
    }
    const Expr<unit::PowerPerNode> each = power_per_node(line.host_power, drawing.values);
    return physics::energy(each, *drawing.activity_data.node_time);
}

bool only_host(const Line& line, const EnergyContext& drawing) {
    const bool no_figure = !line.energy && !line.power && !line.per_request && !line.per_token && !line.load;
    return line.host_power && no_figure && !(drawing.machine && drawing.machine->accelerators);
}

}  // namespace

ElectricityUse drawn(Expr<unit::Energy> energy, const Line& line, const SiteFactors& site) {
    return line.includes_pue ? drawn_by_facility(energy, site) : drawn_by_it(energy, site);
}

void add_dynamic_lines(const Line& line, const EnergyContext& drawing, ElectricityPhase& phase) {
    const auto add = [&](std::string name, std::optional<Expr<unit::Energy>> energy) {
        if (!energy) return;
        drawing.values.recorder().label(*energy,
                                        fmt::format("energy of {}", name.empty() ? "dynamic" : name));
        phase.lines.push_back({std::move(name), drawn(*energy, line, *drawing.electricity)});
    };
    const std::string own(line.name);
    if (!line.host_power) return add(own, accelerator_energy(line, drawing));
    const std::string prefix = own.empty() ? "" : own + "_";
    if (!only_host(line, drawing)) add(prefix + "accelerators", accelerator_energy(line, drawing));
    add(prefix + "host", host_energy(line, drawing));
}

}  // namespace lca
