#include "models/resolve/node_power.hpp"

#include <fmt/core.h>

#include "models/physics/energy.hpp"

namespace lca::resolve {
namespace {

bool is_server(const Hardware& hardware) {
    return hardware.kind == HardwareKind::server || hardware.kind == HardwareKind::instance;
}

/// Whether hardware is a cloud instance made of parts: it then uses no power other than that of its parts.
bool is_nothing_beside_parts(const Hardware& hardware) {
    return hardware.kind == HardwareKind::instance && !hardware.parts.empty();
}

/// Finds the servers and accelerators that a node contains, at any depth.
class Contents {
public:
    Contents(HardwareStore& hardware, NodePower& found) : hardware_(hardware), found_(found) {}

    void add(NodeHardware part, int depth, bool of_instance = false) {
        const Hardware& hardware = *part.hardware;
        if (hardware.kind == HardwareKind::accelerator) return found_.accelerators.push_back(std::move(part));
        if (is_server(hardware) && hardware.power_max) {
            found_.only_hosts &= of_instance;
            return found_.servers.push_back(std::move(part));
        }
        const bool is_sum = is_nothing_beside_parts(hardware);
        found_.other_servers |= is_server(hardware) && !is_sum;
        if (depth == max_hardware_depth) return;
        of_instance |= is_sum;
        for (const Hardware::IncludedAccelerator& held : hardware.included_accelerators)
            add_inner(part, held.hardware, held.count, depth, of_instance);
        for (const Component& inner : hardware.parts)
            add_inner(part, inner.hardware, inner.count, depth, of_instance);
    }

private:
    void add_inner(const NodeHardware& outer, const Reference& id, const Value<unit::None>& count, int depth,
                   bool of_instance) {
        const Hardware* inner = hardware_.find(id);
        if (!inner) return;
        NodeHardware part{inner, outer.counts};
        if (count) part.counts.push_back(count);
        add(std::move(part), depth + 1, of_instance);
    }

    HardwareStore& hardware_;
    NodePower& found_;
};

/// Adds up the maximum power of the parts of a node, in W.
class MaximumPower {
public:
    MaximumPower(HardwareStore& hardware, ValueRecorder& values, NodePower& found)
        : hardware_(hardware), values_(values), found_(found) {}

    void find(const System& system) {
        for (const Component& part : system.parts) {
            if (const Hardware* hardware = hardware_.find(part.hardware))
                add(*hardware, part.amount ? std::nullopt : factor(1, part.count), 0);
        }
        if (all_known_ && !system.parts.empty()) found_.max_of_all = sum_;
        if (server_ && compute_known_) found_.max_of_server = sum_;
    }

private:
    std::optional<double> factor(std::optional<double> outer, const Value<unit::None>& count) {
        if (!count || !outer) return outer;
        const auto these = value_now(count, values_);
        return these ? std::optional(*outer * *these) : std::nullopt;
    }

    void add(const Hardware& hardware, std::optional<double> count, int depth) {
        if (hardware.kind == HardwareKind::infrastructure) return;
        if (hardware.power_max) {
            const auto each = value_now(hardware.power_max, values_);
            if (each && count) {
                sum_ += *each * *count;
                server_ |= is_server(hardware);
            } else {
                all_known_ = compute_known_ = false;
            }
            return;
        }
        if (!is_nothing_beside_parts(hardware)) unknown(hardware.kind);
        if (depth == max_hardware_depth) return;
        for (const Component& inner : hardware.parts) {
            if (const Hardware* of = hardware_.find(inner.hardware))
                add(*of, inner.amount ? std::nullopt : factor(count, inner.count), depth + 1);
        }
    }

    /// Notes a part of unknown maximum power. Memory, storage and network are taken to be within a server's.
    void unknown(HardwareKind kind) {
        all_known_ = false;
        if (kind != HardwareKind::memory && kind != HardwareKind::storage && kind != HardwareKind::network)
            compute_known_ = false;
    }

    HardwareStore& hardware_;
    ValueRecorder& values_;
    NodePower& found_;
    double sum_ = 0;
    bool all_known_ = true, compute_known_ = true, server_ = false;
};

Expr<unit::Power> of_all(Expr<unit::Power> each, const NodeHardware& part, ValueRecorder& values) {
    for (const Value<unit::None>& count : part.counts) {
        const Expr<unit::None> these = *values(count);
        each = each * these;
    }
    return each;
}

Expr<unit::Power> server_at_load(const Hardware& server, Expr<unit::None> load, ValueRecorder& values) {
    const Expr<unit::Power> maximum = *values(server.power_max);
    const Expr<unit::Power> idle = values.or_default(
        server.power_idle,
        {.path = server.id + ".power.idle",
         .value = 0,
         .unit = "W",
         .why = "no idle power is known: load × maximum power is used, which is too low at a low load"});
    return physics::power_at_load(maximum, idle, load);
}

}  // namespace

NodePower node_power(const System& system, HardwareStore& hardware, ValueRecorder& values) {
    NodePower found;
    Contents contents(hardware, found);
    for (const Component& part : system.parts) {
        const Hardware* of = hardware.find(part.hardware);
        if (!of) continue;
        NodeHardware top{of, {}};
        if (part.count) top.counts.push_back(part.count);
        contents.add(std::move(top), 0);
    }
    MaximumPower(hardware, values, found).find(system);
    return found;
}

std::optional<double> value_now(const AnyValue& value, ValueRecorder& values) {
    if (!value) return std::nullopt;
    if (value->literal) return value->literal->value;
    if (value->uncertainty || !value->source.empty() || !value->note.empty() || !value->status.empty())
        return std::nullopt;
    return values.now(values.term(value).step);
}

std::optional<Expr<unit::PowerPerNode>> power_at_load(const NodePower& node, Expr<unit::None> load,
                                                      ValueRecorder& values) {
    std::vector<Step> powers;
    for (const NodeHardware& part : node.servers)
        powers.push_back(of_all(server_at_load(*part.hardware, load, values), part, values).value());
    for (const NodeHardware& part : node.accelerators) {
        const auto maximum = values(part.hardware->power_max);
        if (!maximum) return std::nullopt;
        powers.push_back(of_all(*maximum * load, part, values).value());
    }
    const auto all = unchecked<unit::Power>(values.recorder().sum(powers));
    values.recorder().label(all, "power of a node at this load");
    return physics::power_of_each<unit::Nodes>(all);
}

}  // namespace lca::resolve
