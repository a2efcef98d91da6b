#pragma once
// The power of a node from figures in the catalogue: at a load, and the maximum.

#include <optional>
#include <string>
#include <vector>

#include "models/catalog/hardware_store.hpp"
#include "models/resolve/value_recorder.hpp"

namespace lca::resolve {

inline constexpr int max_hardware_depth = 4;  // as of an instance with a server, a baseboard, an accelerator

/// Hardware in a node, at any depth. There are as many items of it as the product of `counts`.
struct NodeHardware {
    const Hardware* hardware;
    std::vector<Value<unit::None>> counts;
};

/// The components of a node from whose figures its power is calculated.
struct NodePower {
    /// Servers and instances with a maximum power. Each stands for everything that it contains.
    std::vector<NodeHardware> servers;
    std::vector<NodeHardware> accelerators;  // those that none of `servers` contains
    bool other_servers = false;              // whether a server has no known maximum power
    bool only_hosts = true;                  // all `servers` are hosts of instances, without accelerators
    /// The maximum power of a node in W. `max_of_server` is set if that of a server and of all accelerators
    /// and processors outside it is known; `max_of_all` if that of every part that uses power is known.
    std::optional<double> max_of_server, max_of_all;
};
NodePower node_power(const System& system, HardwareStore& hardware, ValueRecorder& values);

/// The value of a figure without recording it as an input; empty for an expression that would be an input.
std::optional<double> value_now(const AnyValue& value, ValueRecorder& values);

/// The power at a load of all servers of a node and of the accelerators outside them: idle + load × (max -
/// idle), or load × max if the idle power is not known, which is then listed as a default.
std::optional<Expr<unit::PowerPerNode>> power_at_load(const NodePower& node, Expr<unit::None> load,
                                                      ValueRecorder& values);

}  // namespace lca::resolve
