#pragma once
// What an intensity of electricity counts: figures that count unlike things are not added up.

#include <string>

namespace lca {

class Node;

/// Language page, section 9, "Electricity".
struct IntensityBasis {
    std::string basis;  // "life_cycle" or "combustion"; "" or "unstated" where nobody says
    std::string kind = "average";
    std::string gas = "CO2e";
    std::string gwp = {};  // "AR5": of the report whose warming potentials were used; "" where nobody says

    /// `basis`, `kind`, `gas` and `gwp` of a map; `co2_only` and `marginal` are short for a basis and its gas
    /// or kind.
    static IntensityBasis read(Node map);

    bool states_basis() const { return !basis.empty() && basis != "unstated"; }
    /// "life_cycle", "combustion, marginal, CO2".
    std::string in_words() const;
};

/// They differ in kind or gas, or in a basis that both state.
bool unlike(const IntensityBasis& a, const IntensityBasis& b);

}  // namespace lca
