#pragma once
// How much of the impact of manufacturing hardware is allocated to an activity.

#include "lca/calc/formula.hpp"

namespace lca::physics {

/// How long hardware is in use during its life: lifetime × utilisation.
inline Expr<unit::Time> lifetime_in_use(Expr<unit::Time> lifetime, Expr<unit::None> utilisation) {
    return named<unit::Time>(lifetime * utilisation, "lifetime in use");
}

/// Allocation by used time, for one node: impact / (lifetime × utilisation) (Luccioni et al. 2023, section
/// 4.1: the impact of a server over the hours in which it is used during its life).
inline Expr<unit::ImpactPerNodeTime> per_node_time(Expr<unit::Impact> of_a_node, Expr<unit::Time> in_use) {
    return of_a_node / one_beside<unit::Nodes>(of_a_node) / in_use;
}
/// The same for hardware that the whole system shares: impact per system time.
inline Expr<unit::ImpactPerTime> per_time(Expr<unit::Impact> of_the_system, Expr<unit::Time> in_use) {
    return of_the_system / in_use;
}
/// The impact allocated to an activity by used time: impact per time in use × its node time or, for shared
/// hardware, × its system time.
inline Expr<unit::Impact> by_used_time(Expr<unit::ImpactPerNodeTime> each, Expr<unit::NodeTime> node_time) {
    return each * node_time;
}
inline Expr<unit::Impact> by_used_time(Expr<unit::ImpactPerTime> all, Expr<unit::Time> system_time) {
    return all * system_time;
}

/// By calendar: T / LT × E_CF (ACT, Gupta et al., ISCA 2022, the equation of CF). Idle time is not allocated.
inline Expr<unit::Impact> by_calendar(Expr<unit::Impact> of_a_node, Expr<unit::Time> lifetime,
                                      Expr<unit::NodeTime> node_time) {
    return of_a_node / one_beside<unit::Nodes>(of_a_node) / lifetime * node_time;
}
inline Expr<unit::Impact> by_calendar(Expr<unit::Impact> of_the_system, Expr<unit::Time> lifetime,
                                      Expr<unit::Time> system_time) {
    return of_the_system / lifetime * system_time;
}

/// The share of a system's accelerators that is reserved: RR / ToR in the SCI.
inline Expr<unit::None> resource_share(Expr<unit::Accelerators> reserved,
                                       Expr<unit::DevicesPerNode> in_a_node, Expr<unit::Nodes> nodes) {
    return reserved / (in_a_node * nodes);
}
/// The share of a system's nodes that is reserved: node time / (nodes × duration of the reservation).
inline Expr<unit::None> resource_share(Expr<unit::NodeTime> node_time, Expr<unit::Time> reserved,
                                       Expr<unit::Nodes> nodes) {
    return node_time / (nodes * reserved);
}
/// By reservation: M = TE × (TiR / EL) × (RR / ToR) (Software Carbon Intensity 1.1, Green Software Foundation
/// 2024, "Embodied emissions"; ISO/IEC 21031:2024).
inline Expr<unit::Impact> by_reservation(Expr<unit::Impact> of_the_system, Expr<unit::Time> reserved,
                                         Expr<unit::Time> lifetime, Expr<unit::None> resource_share) {
    return of_the_system * (reserved / lifetime) * resource_share;
}

/// In full: the activity gets the impact of all nodes, however long it lasts. Not for hardware that the whole
/// system shares, which counts once.
inline Expr<unit::Impact> in_full(Expr<unit::Impact> of_a_node, Expr<unit::Nodes> nodes) {
    return of_a_node / one_beside<unit::Nodes>(of_a_node) * nodes;
}

/// The impact of hardware over a period, including idle time: impact × period / lifetime. The shares below
/// divide it among activities.
inline Expr<unit::Impact> over_period(Expr<unit::Impact> of_a_node, Expr<unit::Nodes> nodes,
                                      Expr<unit::Time> period, Expr<unit::Time> lifetime) {
    return of_a_node / one_beside<unit::Nodes>(of_a_node) * nodes * period / lifetime;
}
inline Expr<unit::Impact> over_period(Expr<unit::Impact> of_the_system, Expr<unit::Time> period,
                                      Expr<unit::Time> lifetime) {
    return of_the_system * period / lifetime;
}

/// Allocation in proportion to one physical measure (ISO 14044, 4.3.4.2, step 2): the share of one claimant.
/// If `whole` is the sum of all claims, the shares add up to 1.
template <class Unit>
Expr<unit::None> share_of_claim(Expr<Unit> claim, Expr<Unit> whole) {
    return claim / whole;
}
/// The share that is left over after all claims.
template <class Unit>
Expr<unit::None> share_left_over(Expr<Unit> claims, Expr<Unit> whole) {
    return (whole - claims) / whole;
}
/// The whole that claims are divided by: what there is or, if more is claimed, the sum of all claims, so that
/// the share left over is never negative.
template <class Unit>
Expr<Unit> whole_of_claims(Expr<Unit> claims, Expr<Unit> there_is) {
    return maximum(there_is, claims);
}

}  // namespace lca::physics
