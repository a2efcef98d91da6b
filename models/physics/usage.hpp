#pragma once
// How long devices, nodes and the whole system are used: each is computed from the others.

#include "lca/calc/formula.hpp"

namespace lca::physics {

/// Accelerators × duration.
inline Expr<unit::DeviceTime> device_time(Expr<unit::Accelerators> devices, Expr<unit::Time> duration) {
    return devices * duration;
}

/// Training by its operations: C / (MFU × peak). MFU, the observed share of the peak: Chowdhery et al.,
/// "PaLM", appendix B.
inline Expr<unit::DeviceTime> device_time(Expr<unit::Operations> work, Expr<unit::None> efficiency,
                                          Expr<unit::ThroughputPerDevice> peak) {
    return work / (efficiency * peak);
}

/// Node time × accelerators per node.
inline Expr<unit::DeviceTime> device_time(Expr<unit::NodeTime> node_time,
                                          Expr<unit::DevicesPerNode> in_a_node) {
    return node_time * in_a_node;
}
inline Expr<unit::NodeTime> node_time(Expr<unit::DeviceTime> device_time,
                                      Expr<unit::DevicesPerNode> in_a_node) {
    return device_time / in_a_node;
}

/// Node time of all nodes over a duration, and the duration of the whole system.
inline Expr<unit::NodeTime> node_time(Expr<unit::Nodes> nodes, Expr<unit::Time> duration) {
    return nodes * duration;
}
inline Expr<unit::Time> system_time(Expr<unit::NodeTime> node_time, Expr<unit::Nodes> nodes) {
    return node_time / nodes;
}

/// How long a number of accelerators takes for a device time.
inline Expr<unit::Time> duration(Expr<unit::DeviceTime> device_time, Expr<unit::Accelerators> devices) {
    return device_time / devices;
}

/// A published peak throughput, as that of one accelerator.
inline Expr<unit::ThroughputPerDevice> peak_of_each(Expr<unit::Throughput> peak) {
    return peak / one_beside<unit::Accelerators>(peak);
}

/// Request rate × duration.
inline Expr<unit::Requests> requests(Expr<unit::RequestRate> rate, Expr<unit::Time> duration) {
    return rate * duration;
}

}  // namespace lca::physics
