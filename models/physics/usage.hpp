#pragma once
// For how long devices, nodes and the whole system are used: each is calculated from the others.

#include "lca/calc/formula.hpp"

namespace lca::physics {

/// Device time: accelerators × duration.
inline Expr<unit::DeviceTime> device_time(Expr<unit::Accelerators> devices, Expr<unit::Time> duration) {
    return devices * duration;
}

/// Device time of training from its operations: C / (MFU × peak), where MFU is the share of the peak
/// throughput that is reached (Chowdhery et al., "PaLM", appendix B).
inline Expr<unit::DeviceTime> device_time(Expr<unit::Operations> work, Expr<unit::None> efficiency,
                                          Expr<unit::ThroughputPerDevice> peak) {
    return work / (efficiency * peak);
}

/// Device time: node time × accelerators per node; and node time from device time.
inline Expr<unit::DeviceTime> device_time(Expr<unit::NodeTime> node_time,
                                          Expr<unit::DevicesPerNode> in_a_node) {
    return node_time * in_a_node;
}
inline Expr<unit::NodeTime> node_time(Expr<unit::DeviceTime> device_time,
                                      Expr<unit::DevicesPerNode> in_a_node) {
    return device_time / in_a_node;
}

/// Node time of all nodes during a time; and for how long a node time uses the whole system.
inline Expr<unit::NodeTime> node_time(Expr<unit::Nodes> nodes, Expr<unit::Time> duration) {
    return nodes * duration;
}
inline Expr<unit::Time> system_time(Expr<unit::NodeTime> node_time, Expr<unit::Nodes> nodes) {
    return node_time / nodes;
}

/// For how long a number of accelerators is used, given their device time.
inline Expr<unit::Time> duration(Expr<unit::DeviceTime> device_time, Expr<unit::Accelerators> devices) {
    return device_time / devices;
}

/// Converts a published peak throughput to one per accelerator.
inline Expr<unit::ThroughputPerDevice> peak_of_each(Expr<unit::Throughput> peak) {
    return peak / one_beside<unit::Accelerators>(peak);
}

/// The number of requests: request rate × duration.
inline Expr<unit::Requests> requests(Expr<unit::RequestRate> rate, Expr<unit::Time> duration) {
    return rate * duration;
}

}  // namespace lca::physics
