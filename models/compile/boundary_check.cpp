#include "models/compile/boundary_check.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace lca::compile_detail {
namespace {

constexpr std::uint32_t every_impact = (1U << impact_count) - 1;
constexpr std::uint32_t every_amount = every_impact | 1U << energy_measure;
constexpr BoundaryItem stages_of_hardware[] = {BoundaryItem::manufacturing, BoundaryItem::transport,
                                               BoundaryItem::end_of_life};
constexpr BoundaryItem things[] = {BoundaryItem::accelerators, BoundaryItem::host, BoundaryItem::network,
                                   BoundaryItem::storage, BoundaryItem::building};

bool is_of(const BuiltComponent& component, BoundaryItem part) {
    switch (part) {
        case BoundaryItem::accelerators:
            return component.kind == HardwareKind::accelerator || component.holds_accelerators;
        case BoundaryItem::host:
            return component.kind == HardwareKind::server || component.kind == HardwareKind::instance ||
                   component.kind == HardwareKind::cpu;
        case BoundaryItem::network:
            return component.kind == HardwareKind::network;
        case BoundaryItem::storage:
            return component.kind == HardwareKind::storage;
        default:
            return false;
    }
}

/// The impacts, as bits, for which an entry has a figure.
std::uint32_t measures_of_line(const EmbodiedLine& line) {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < impact_count; ++i) bits |= line.impact[i] ? 1U << i : 0;
    return bits;
}

bool draws(const ElectricityPhase& phase) {
    return std::any_of(phase.lines.begin(), phase.lines.end(),
                       [](const ElectricityLine& line) { return line.is_drawn(); });
}

bool is_known(const ElectricityPhase& phase) {
    return phase.zero || std::any_of(phase.lines.begin(), phase.lines.end(), [](const ElectricityLine& line) {
               return line.is_drawn() || line.reason.empty();
           });
}

bool includes_pue(const Phase& phase) {
    return std::all_of(phase.lines.begin(), phase.lines.end(),
                       [](const Line& line) { return line.includes_pue || line.state == LineState::none; });
}

bool is_called(std::string_view name, std::string_view word) {
    return name == word || name.ends_with("_" + std::string(word));
}

/// Whether an entry states the power of a whole node or of the whole system.
bool is_of_node(const Line& line) {
    const bool per_node = line.power && line.power->literal &&
                          line.power->literal->unit.dimension == dimension_of<unit::PowerPerNode>();
    return line.node_power || line.system_power || per_node;
}

/// Whether an entry of `dynamic` covers the power of hosts: it is named `host`, states a power of whole nodes
/// or `includes: [host]`, or uses the catalogue's power of whole servers. In a system without accelerators,
/// every entry does.
bool shows_host(const BoundaryCheck::ActivityView& seen, const ElectricityLine& line) {
    if (!line.reason.empty()) return false;
    if (is_called(line.name, "host") || line.contains_idle_by_load) return true;
    if (seen.system && !seen.system->accelerators) return true;
    const std::vector<Line>& lines = seen.activity.dynamic.lines;
    return std::any_of(lines.begin(), lines.end(), [&](const Line& written) {
        return (written.name == line.name || lines.size() == 1) &&
               (is_of_node(written) || written.includes_host);
    });
}

bool shows_accelerators(const ElectricityLine& line) {
    return line.reason.empty() && !is_called(line.name, "host");
}

}  // namespace

void BoundaryCheck::look_at_stages(const EmbodiedLine& line) {
    StagesShown& shown = hardware_[line.name];
    for (std::size_t k = 0; k < std::size(stages_of_hardware); ++k) {
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < impact_count; ++i) {
            if (!line.impact[i]) continue;
            const bool has_stage = line.stages.empty() ? k == 0 : line.stages[k][i].has_value();
            if (has_stage) bits |= 1U << i;
        }
        State& state = of(stages_of_hardware[k]);
        state.shown |= bits;
        if (const std::uint32_t lacks = measures_of_line(line) & ~bits; lacks != 0) {
            const std::string name = line.name.empty() ? "the stated figure" : fmt::format("`{}`", line.name);
            state.lacking[fmt::format("the embodied figure of {} does not cover it", name)] |= lacks;
        }
        if (!line.impact[index_of::climate]) continue;
        shown.stages[k] = (bits >> index_of::climate & 1U) != 0;
        shown.not_by_stage = line.stages.empty();
    }
}

void BoundaryCheck::check_equipment(const ResolvedSystem* system, const EmbodiedLine& line) {
    const BuiltComponent* component = system ? system->find(line.name) : nullptr;
    for (const BoundaryItem part : things) {
        if ((component && is_of(*component, part)) || line.name == to_string(part))
            of(part).shown |= measures_of_line(line);
    }
}

void BoundaryCheck::look_at_use(const ActivityView& seen) {
    if (is_known(seen.electric.dynamic) || is_known(seen.electric.idle)) {
        of(BoundaryItem::use).shown |= every_amount;
    } else {
        of(BoundaryItem::use)
            .lacking[fmt::format("`{}` has neither a dynamic nor an idle figure", seen.activity.id)] |=
            every_amount;
    }
}

void BoundaryCheck::look_at_cooling(const ActivityView& seen) {
    if (!draws(seen.electric.dynamic) && !draws(seen.electric.idle)) return;
    const bool included = includes_pue(seen.activity.dynamic) && includes_pue(seen.activity.idle) &&
                          !(seen.system && seen.system->period);
    if (seen.pue_is_stated || included) {
        of(BoundaryItem::cooling).shown |= every_amount;
    } else {
        of(BoundaryItem::cooling)
            .lacking[fmt::format("the PUE of `{}` is the default: only a stated PUE covers it",
                                 seen.activity.id)] |= every_amount;
    }
}

/// Notes if no entry covers the power of the accelerators, where the system has any, or that of hosts.
void BoundaryCheck::look_at_energy(const ActivityView& seen) {
    const ElectricityPhase& dynamic = seen.electric.dynamic;
    if (dynamic.zero) return;
    const auto any = [&](auto shows) {
        return std::any_of(dynamic.lines.begin(), dynamic.lines.end(), shows);
    };
    const auto lack = [&](BoundaryItem part) {
        of(part)
            .lacking[fmt::format("no dynamic figure of `{}` covers {}", seen.activity.id,
                                 part == BoundaryItem::host
                                     ? "host power (`includes: [host]` says so of a figure of whole machines)"
                                     : "accelerator power")] |= every_amount;
    };
    if (seen.system && seen.system->accelerators && !any(shows_accelerators))
        lack(BoundaryItem::accelerators);
    if (!any([&](const ElectricityLine& line) { return shows_host(seen, line); })) lack(BoundaryItem::host);
}

void BoundaryCheck::look_at(const ActivityView& seen) {
    for (const EmbodiedLine& line : seen.embodied.lines) {
        look_at_stages(line);
        check_equipment(seen.system, line);
    }
    if (seen.embodied.zero) {  // `none`: known to be zero, so that every stage is provided
        for (const BoundaryItem stage : stages_of_hardware) of(stage).shown |= every_impact;
        for (const BoundaryItem part : things) {
            const auto holds = [&](const BuiltComponent& one) { return is_of(one, part); };
            if (seen.system && (std::any_of(seen.system->parts.begin(), seen.system->parts.end(), holds) ||
                                std::any_of(seen.system->shared.begin(), seen.system->shared.end(), holds)))
                of(part).shown |= every_impact;
        }
    }
    look_at_use(seen);
    look_at_cooling(seen);
    look_at_energy(seen);
}

void BoundaryCheck::look_at(const ResolvedSystem& system, const EmbodiedPhase& rest) {
    for (const EmbodiedLine& line : rest.lines) {
        look_at_stages(line);
        check_equipment(&system, line);
    }
}

void BoundaryCheck::add_gap(BoundaryItem part, std::uint32_t measures, std::string reason,
                            Results& results) const {
    if (results.has_market && (measures >> index_of::climate & 1U) != 0) measures |= 1U << market_measure;
    const bool electric = part == BoundaryItem::use || part == BoundaryItem::cooling;
    results.gaps.push_back({.activity = {},
                            .phase = electric ? PhaseKind::dynamic : PhaseKind::embodied,
                            .measures = measures,
                            .reason = static_cast<std::uint32_t>(results.texts.size()),
                            .boundary = part});
    results.texts.push_back(std::move(reason));
}

void BoundaryCheck::finish(Results& results) const {
    if (results.activities.empty()) return;
    BoundaryReport report{.stated = stated_, .provided = {}, .not_provided = {}, .hardware = {}};
    for (const BoundaryItem part : stated_.parts) {
        const State& state = states_[static_cast<std::size_t>(part)];
        const bool electric = part == BoundaryItem::use || part == BoundaryItem::cooling;
        std::uint32_t missing = (electric ? every_amount : every_impact) & ~state.shown;
        std::string reason =
            missing == 0 ? "" : "the boundary includes it, and no figure of the file covers it";
        if (!state.lacking.empty()) reason = "the boundary includes it";
        std::size_t said = 0;
        for (const auto& [why, measures] : state.lacking) {
            missing |= measures;
            if (said++ < 2) reason += (said == 1 ? ", and " : "; ") + why;
        }
        if (said > 2) reason += fmt::format("; and {} more", said - 2);
        const bool climate = (missing >> index_of::climate & 1U) != 0;
        (climate ? report.not_provided : report.provided).push_back(part);
        if (missing != 0) add_gap(part, missing, std::move(reason), results);
    }
    for (const auto& [name, shown] : hardware_) {
        report.hardware.push_back(shown);
        report.hardware.back().of = name;
    }
    results.boundary = std::move(report);
}

}  // namespace lca::compile_detail
