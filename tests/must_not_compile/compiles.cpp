// compiles
// The sibling of the others: the same formulas, right. If this fails, the others prove nothing.

#include "lca/calc/expr.hpp"

using namespace lca;

Expr<unit::Impact> carbon(Expr<unit::Energy> energy, Expr<unit::ImpactPerEnergy> intensity) {
    return energy * intensity;
}

Expr<unit::Impact> right(Expr<unit::PowerPerDevice> power, Expr<unit::DeviceTime> time,
                         Expr<unit::ImpactPerEnergy> intensity, Expr<unit::Impact> embodied,
                         Expr<unit::Time> lifetime, Expr<unit::Time> duration) {
    return carbon(power * time, intensity) + embodied / lifetime * duration;
}

Expr<unit::NodeTime> nodes(Expr<unit::DeviceTime> time, Expr<unit::DevicesPerNode> per_node) {
    return time / per_node;
}

Expr<unit::Energy> service(Expr<unit::EnergyPerToken> per_token, Expr<unit::Tokens> tokens,
                           Expr<unit::EnergyPerRequest> per_request, Expr<unit::Requests> requests) {
    return maximum(per_token * tokens, per_request * requests);
}
