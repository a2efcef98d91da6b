#pragma once
// Energy that computers use, while they work and while they are idle.

#include "lca/calc/formula.hpp"

namespace lca::physics {

/// Energy per request or per token × their number.
inline Expr<unit::Energy> energy(Expr<unit::EnergyPerRequest> per_request, Expr<unit::Requests> requests) {
    return per_request * requests;
}
inline Expr<unit::Energy> energy(Expr<unit::EnergyPerToken> per_token, Expr<unit::Tokens> tokens) {
    return per_token * tokens;
}

/// Power × time: of each accelerator (Luccioni et al. 2023, section 4.2: GPU hours × power of a GPU), of each
/// node or of a whole system.
inline Expr<unit::Energy> energy(Expr<unit::PowerPerDevice> power, Expr<unit::DeviceTime> time) {
    return power * time;
}
inline Expr<unit::Energy> energy(Expr<unit::PowerPerNode> power, Expr<unit::NodeTime> time) {
    return power * time;
}
inline Expr<unit::Energy> energy(Expr<unit::Power> power, Expr<unit::Time> time) {
    return power * time;
}

/// Converts a power that a file states without "per accelerator" or "per node" to a power per one. `Each` is
/// unit::Accelerators or unit::Nodes.
template <class Each>
auto power_of_each(Expr<unit::Power> power) {
    return power / one_beside<Each>(power);
}

/// An accelerator's power: its maximum × the average share of the maximum that it uses.
inline Expr<unit::PowerPerDevice> power_at_load(Expr<unit::Power> maximum, Expr<unit::None> load) {
    return maximum * load / one_beside<unit::Accelerators>(maximum);
}

/// A server's power: linear in the load, from idle to maximum power (the model of Fan, Weber and Barroso,
/// "Power Provisioning for a Warehouse-sized Computer", ISCA 2007).
inline Expr<unit::Power> power_at_load(Expr<unit::Power> maximum, Expr<unit::Power> idle,
                                       Expr<unit::None> load) {
    return idle + load * (maximum - idle);
}

/// The power of a whole system from that of each node, or of each accelerator.
inline Expr<unit::Power> system_power(Expr<unit::PowerPerNode> each, Expr<unit::Nodes> nodes) {
    return each * nodes;
}
inline Expr<unit::Power> system_power(Expr<unit::PowerPerDevice> each, Expr<unit::DevicesPerNode> in_a_node,
                                      Expr<unit::Nodes> nodes) {
    return each * (in_a_node * nodes);
}

/// The ratio of idle to dynamic energy if idle is a share s of their sum: s / (1 - s). Luccioni et al. 2023,
/// Table 2, measured such shares for a cluster.
inline Expr<unit::None> idle_over_dynamic(Expr<unit::None> share) {
    return share / (one_beside<unit::None>(share) - share);
}

/// The energy used for computing: measured energy that contains idle energy - idle energy.
inline Expr<unit::Energy> without_idle(Expr<unit::Energy> measured, Expr<unit::Energy> idle) {
    return measured - idle;
}

}  // namespace lca::physics
