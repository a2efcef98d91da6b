#pragma once
// The power of a node by the catalogue: at a load, and at most.

#include <optional>
#include <string>
#include <vector>

#include "models/catalog/hardware_store.hpp"
#include "models/resolve/value_recorder.hpp"

namespace lca::resolve {

inline constexpr int max_hardware_depth = 4;  // instance, server, baseboard, accelerator

/// Hardware in a node, at any depth; the count is the product of the counts on the way to it.
struct NodeHardware {
    const Hardware* hardware;
    std::vector<Value<unit::None>> counts;
};

/// Components of a node with power in the catalogue.
struct NodePower {
    /// Servers and instances that state a maximum: each counts as a whole, with what it holds and its parts.
    std::vector<NodeHardware> servers;
    std::vector<NodeHardware> accelerators;  // beside them
    bool other_servers = false;              // a server is there whose maximum is not known
    bool only_hosts = true;                  // each server is an instance's host, without its accelerators
    /// The maximum power of a node in W: `max_of_server` where a server states one and all accelerators and
    /// processors beside it do, `max_of_all` where every part that draws power does.
    std::optional<double> max_of_server, max_of_all;
};
NodePower node_power(const System& system, HardwareStore& hardware, ValueRecorder& values);

/// The present value of a figure that need not be recorded; empty for one that would be a separate input.
std::optional<double> value_now(const AnyValue& value, ValueRecorder& values);

/// The power of all servers of a node and of the accelerators beside them, at a load: idle + load × (max -
/// idle), or load × max where no idle power is known, which is listed among the defaults.
std::optional<Expr<unit::PowerPerNode>> power_at_load(const NodePower& node, Expr<unit::None> load,
                                                      ValueRecorder& values);

}  // namespace lca::resolve
