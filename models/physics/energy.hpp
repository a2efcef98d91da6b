#pragma once
// Energy that computers draw, while they work and while they wait.

#include "lca/calc/formula.hpp"

namespace lca::physics {

/// What is drawn for each request or token, times how many there are.
inline Expr<unit::Energy> energy(Expr<unit::EnergyPerRequest> per_request, Expr<unit::Requests> requests) {
    return per_request * requests;
}
inline Expr<unit::Energy> energy(Expr<unit::EnergyPerToken> per_token, Expr<unit::Tokens> tokens) {
    return per_token * tokens;
}

/// Power × time: of each accelerator (Luccioni et al. 2023, section 4.2: GPU hours × power of a GPU), of each
/// node and of a whole system.
inline Expr<unit::Energy> energy(Expr<unit::PowerPerDevice> power, Expr<unit::DeviceTime> time) {
    return power * time;
}
inline Expr<unit::Energy> energy(Expr<unit::PowerPerNode> power, Expr<unit::NodeTime> time) {
    return power * time;
}
inline Expr<unit::Energy> energy(Expr<unit::Power> power, Expr<unit::Time> time) {
    return power * time;
}

/// A power that a file states without "per accelerator" or "per node", as that of each. `Each` is
/// unit::Accelerators or unit::Nodes.
template <class Each>
auto power_of_each(Expr<unit::Power> power) {
    return power / one_beside<Each>(power);
}

/// An accelerator's power: its maximum × the average share of that which is drawn.
inline Expr<unit::PowerPerDevice> power_at_load(Expr<unit::Power> maximum, Expr<unit::None> load) {
    return maximum * load / one_beside<unit::Accelerators>(maximum);
}

/// A server's power between idle and its maximum, in proportion to the load: the linear model of Fan, Weber
/// and Barroso, "Power Provisioning for a Warehouse-sized Computer", ISCA 2007.
inline Expr<unit::Power> power_at_load(Expr<unit::Power> maximum, Expr<unit::Power> idle,
                                       Expr<unit::None> load) {
    return idle + load * (maximum - idle);
}

/// The power of a whole system, by node and by accelerator.
inline Expr<unit::Power> system_power(Expr<unit::PowerPerNode> each, Expr<unit::Nodes> nodes) {
    return each * nodes;
}
inline Expr<unit::Power> system_power(Expr<unit::PowerPerDevice> each, Expr<unit::DevicesPerNode> in_a_node,
                                      Expr<unit::Nodes> nodes) {
    return each * (in_a_node * nodes);
}

/// Idle energy where it is a share s of dynamic + idle: dynamic × s / (1 - s). Luccioni et al. 2023, Table 2,
/// measure such shares of a cluster. This is s / (1 - s).
inline Expr<unit::None> idle_over_dynamic(Expr<unit::None> share) {
    return share / (one_beside<unit::None>(share) - share);
}

/// What a measured energy leaves for computing, where idle energy is within it: the difference.
inline Expr<unit::Energy> without_idle(Expr<unit::Energy> measured, Expr<unit::Energy> idle) {
    return measured - idle;
}

}  // namespace lca::physics
