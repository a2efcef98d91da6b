#pragma once
// Impacts of servers and processors by Boavizta's formulas (as in BoaviztAPI) with factors of UBA Texte
// 94/2021: each kind of part is counted by area of silicon, by mass or by number.

#include "lca/calc/formula.hpp"

namespace lca::physics::boavizta {

using InformationPerArea = decltype(unit::Information() / unit::Area());
using ImpactPerMass = decltype(unit::Impact() / unit::Mass());

/// Dies of a processor: die area × factor per die area. This is the first term of a processor.
inline Expr<unit::Impact> processor_dies(Expr<unit::Area> area, Expr<unit::ImpactPerArea> factor) {
    return area * factor;
}

/// A processor: base (its package) + dies.
inline Expr<unit::Impact> processor(Expr<unit::Impact> package, Expr<unit::Impact> dies) {
    return package + dies;
}

/// The area of silicon in all processors of a server.
inline Expr<unit::Area> silicon(Expr<unit::None> processors, Expr<unit::Area> die) {
    return processors * die;
}

/// For RAM and SSD: area of silicon = capacity / capacity per area.
inline Expr<unit::Area> silicon(Expr<unit::Information> capacity, Expr<InformationPerArea> density) {
    return capacity / density;
}

/// For RAM and SSD: the number of modules or drives = capacity / capacity of one.
inline Expr<unit::None> pieces(Expr<unit::Information> capacity, Expr<unit::Information> piece) {
    return capacity / piece;
}

/// Power supplies are counted by mass: number × mass of each.
inline Expr<unit::Mass> mass(Expr<unit::None> supplies, Expr<unit::Mass> each) {
    return supplies * each;
}

/// One term of a server: factor per area, mass or item × the amount of it.
inline Expr<unit::Impact> term(Expr<unit::ImpactPerArea> factor, Expr<unit::Area> area) {
    return factor * area;
}
inline Expr<unit::Impact> term(Expr<ImpactPerMass> factor, Expr<unit::Mass> mass) {
    return factor * mass;
}
inline Expr<unit::Impact> term(Expr<unit::Impact> factor, Expr<unit::None> pieces) {
    return factor * pieces;
}

/// A server: the sum of its parts, its case, its mainboard and its assembly.
inline Expr<unit::Impact> server(const std::vector<Expr<unit::Impact>>& terms) {
    return sum(terms);
}

}  // namespace lca::physics::boavizta
