// Reads systems and their parts.

#include <fmt/core.h>

#include "models/scenario/read_bound.hpp"
#include "models/scenario/reader.hpp"

namespace lca::scenario {
namespace {

std::vector<Component> read_parts(Reader& reader, Node list) {
    std::vector<Component> parts;
    if (!list) return parts;
    if (list.size() == 0) {
        reader.error(list.place(), fmt::format("`{}` is empty", list.path()),
                     "at least one part: `[{hardware: …, count: 8}]`");
    }
    for (const Node node : list.children()) {
        if (node.faulty()) continue;
        Component part;
        part.location = node;
        part.hardware = node.find("hardware");
        if (node.written("count") && node.written("amount")) {
            reader.conflict(node.written("count"), node.written("amount"),
                            "`count` of items, or `amount` of hardware bought by capacity");
            continue;
        }
        part.count = reader.values.read_count(node.find("count"));
        part.amount = reader.values.read_any(node.find("amount"));
        part.lifetime = reader.values.read<unit::Time>(node.find("lifetime"), Bounds::positive);
        if (part.hardware) parts.push_back(part);
    }
    return parts;
}

Sharing read_sharing(Node node) {
    if (!node) return Sharing::use;
    if (node.text() == "time") return Sharing::time;
    if (node.text() == "requests") return Sharing::requests;
    if (node.text() == "owner") return Sharing::owner;
    return Sharing::use;
}

void read_shared_idle(Reader& reader, Node node, System& system) {
    system.sharing = read_sharing(node.find("allocate"));
    const Node idle = node.written("idle"), period = node.written("period"),
               allocate = node.written("allocate");
    if (idle && !idle.faulty()) system.idle = read_phase(reader, PhaseKind::idle, idle);
    if (idle && !period) {
        reader.error_at_key(
            idle, fmt::format("`{}` gives the idle power of a shared system without a period", node.path()),
            "`period: 1 yr` beside it");
    }
    if (allocate && !period) {
        reader.error_at_key(allocate, fmt::format("`{}` allocates idle time without a period", node.path()),
                            "`period: 1 yr` beside it");
    }
    for (const Line& line : system.idle.lines) {
        if (line.share) {
            reader.error_at_key(line.location.node().find("share"),
                                "the idle of a shared system cannot be a share of one activity's energy",
                                "energy, power, node_power or device_power");
        }
    }
}

}  // namespace

void read_systems(Reader& reader) {
    const Node systems = reader.root.find("systems");
    if (!systems) return;
    for (const Node node : systems.children()) {
        if (node.faulty()) continue;
        System system;
        const std::size_t errors = reader.diagnostics.errors();
        system.id = node.key();
        system.location = node;
        system.site = site_of(reader, node.find("site"));
        system.parts = read_parts(reader, node.find("node"));
        system.shared = read_parts(reader, node.find("shared"));
        read_bound<System>(reader.values, node, bound::system, system);
        read_shared_idle(reader, node, system);
        system.faulty = reader.diagnostics.errors() > errors || (errors > 0 && holds_faults(node));
        reader.systems.emplace(node.key(), reader.scenario.systems.size());
        reader.scenario.systems.push_back(std::move(system));
    }
}

}  // namespace lca::scenario
