#pragma once
// How much of the manufacture of hardware an activity carries.

#include "lca/calc/formula.hpp"

namespace lca::physics {

/// How long hardware works in its life: lifetime × utilisation.
inline Expr<unit::Time> lifetime_in_use(Expr<unit::Time> lifetime, Expr<unit::None> utilisation) {
    return named<unit::Time>(lifetime * utilisation, "lifetime in use");
}

/// By used time, for one node: impact / (lifetime × utilisation) (Luccioni et al. 2023, section 4.1: the
/// impact of a server over the hours it is used in its life).
inline Expr<unit::ImpactPerNodeTime> per_node_time(Expr<unit::Impact> of_a_node, Expr<unit::Time> in_use) {
    return of_a_node / one_beside<unit::Nodes>(of_a_node) / in_use;
}
/// Impact per system time of hardware shared by the whole system.
inline Expr<unit::ImpactPerTime> per_time(Expr<unit::Impact> of_the_system, Expr<unit::Time> in_use) {
    return of_the_system / in_use;
}
/// What an activity carries by used time: the impact per used time × its node time or, of shared hardware,
/// its system time.
inline Expr<unit::Impact> by_used_time(Expr<unit::ImpactPerNodeTime> each, Expr<unit::NodeTime> node_time) {
    return each * node_time;
}
inline Expr<unit::Impact> by_used_time(Expr<unit::ImpactPerTime> all, Expr<unit::Time> system_time) {
    return all * system_time;
}

/// By calendar: T / LT × E_CF (ACT, Gupta et al., ISCA 2022, the equation of CF); idle time is not allocated.
inline Expr<unit::Impact> by_calendar(Expr<unit::Impact> of_a_node, Expr<unit::Time> lifetime,
                                      Expr<unit::NodeTime> node_time) {
    return of_a_node / one_beside<unit::Nodes>(of_a_node) / lifetime * node_time;
}
inline Expr<unit::Impact> by_calendar(Expr<unit::Impact> of_the_system, Expr<unit::Time> lifetime,
                                      Expr<unit::Time> system_time) {
    return of_the_system / lifetime * system_time;
}

/// The share of all accelerators of a system that is reserved: RR / ToR of the SCI.
inline Expr<unit::None> resource_share(Expr<unit::Accelerators> reserved,
                                       Expr<unit::DevicesPerNode> in_a_node, Expr<unit::Nodes> nodes) {
    return reserved / (in_a_node * nodes);
}
/// The share of all nodes: those that take a node time while the reservation lasts.
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

/// In full: the activity carries all nodes, however long it takes. Hardware that the whole system shares
/// counts once and does not come here.
inline Expr<unit::Impact> in_full(Expr<unit::Impact> of_a_node, Expr<unit::Nodes> nodes) {
    return of_a_node / one_beside<unit::Nodes>(of_a_node) * nodes;
}

/// The impact of hardware that falls into a period, idle time included: impact × period / lifetime. The
/// shares below divide it among activities.
inline Expr<unit::Impact> over_period(Expr<unit::Impact> of_a_node, Expr<unit::Nodes> nodes,
                                      Expr<unit::Time> period, Expr<unit::Time> lifetime) {
    return of_a_node / one_beside<unit::Nodes>(of_a_node) * nodes * period / lifetime;
}
inline Expr<unit::Impact> over_period(Expr<unit::Impact> of_the_system, Expr<unit::Time> period,
                                      Expr<unit::Time> lifetime) {
    return of_the_system * period / lifetime;
}

/// Allocation in proportion to one physical measure (ISO 14044, 4.3.4.2, step 2): the share of one claim.
/// Where the whole is the sum of all claims, the shares add up to 1.
template <class Unit>
Expr<unit::None> share_of_claim(Expr<Unit> claim, Expr<Unit> whole) {
    return claim / whole;
}
/// The share that is not allocated.
template <class Unit>
Expr<unit::None> share_left_over(Expr<Unit> claims, Expr<Unit> whole) {
    return (whole - claims) / whole;
}
/// The whole of which claims are shares: what there is, or all claims where they are more, so that the share
/// left over is never negative.
template <class Unit>
Expr<Unit> whole_of_claims(Expr<Unit> claims, Expr<Unit> there_is) {
    return maximum(there_is, claims);
}

}  // namespace lca::physics
