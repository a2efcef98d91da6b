#pragma once
// Servers and their processors by Boavizta's formulas (those of BoaviztAPI) and the factors of UBA Texte
// 94/2021: each kind of part by its area of silicon, its mass or by the piece.

#include "lca/calc/formula.hpp"

namespace lca::physics::boavizta {

using InformationPerArea = decltype(unit::Information() / unit::Area());
using ImpactPerMass = decltype(unit::Impact() / unit::Mass());

/// CPU, first term: die size × factor of a die.
inline Expr<unit::Impact> processor_dies(Expr<unit::Area> area, Expr<unit::ImpactPerArea> factor) {
    return area * factor;
}

/// CPU = base + die size × factor of a die.
inline Expr<unit::Impact> processor(Expr<unit::Impact> package, Expr<unit::Impact> dies) {
    return package + dies;
}

/// Silicon of all processors of a server.
inline Expr<unit::Area> silicon(Expr<unit::None> processors, Expr<unit::Area> die) {
    return processors * die;
}

/// RAM and SSD: silicon = capacity / density.
inline Expr<unit::Area> silicon(Expr<unit::Information> capacity, Expr<InformationPerArea> density) {
    return capacity / density;
}

/// RAM and SSD: how many modules or drives hold the capacity.
inline Expr<unit::None> pieces(Expr<unit::Information> capacity, Expr<unit::Information> piece) {
    return capacity / piece;
}

/// Power supplies are counted by mass: number × mass of one.
inline Expr<unit::Mass> mass(Expr<unit::None> supplies, Expr<unit::Mass> each) {
    return supplies * each;
}

/// One term of a server: a factor per area, mass or piece × how much of it there is.
inline Expr<unit::Impact> term(Expr<unit::ImpactPerArea> factor, Expr<unit::Area> area) {
    return factor * area;
}
inline Expr<unit::Impact> term(Expr<ImpactPerMass> factor, Expr<unit::Mass> mass) {
    return factor * mass;
}
inline Expr<unit::Impact> term(Expr<unit::Impact> factor, Expr<unit::None> pieces) {
    return factor * pieces;
}

/// Server = the sum of its parts, its case, mainboard and assembly.
inline Expr<unit::Impact> server(const std::vector<Expr<unit::Impact>>& terms) {
    return sum(terms);
}

}  // namespace lca::physics::boavizta
