// The accounting basis of an intensity of electricity: intensities with different bases must not be added up.
#include "models/values/keyed_values.hpp"

#include "lca/document/node.hpp"

namespace lca {
namespace {

void take(Node map, std::string_view key, std::string& to) {
    const Node value = map.find(key);
    if (value && value.is_text()) to = value.text();
}

}  // namespace

IntensityBasis IntensityBasis::read(Node map) {
    IntensityBasis read;
    if (!map || !map.is_map()) return read;
    take(map, "basis", read.basis);
    if (read.basis == "co2_only") {
        read.basis = "combustion";
        read.gas = "CO2";
    } else if (read.basis == "marginal") {
        read.basis.clear();
        read.kind = "marginal";
    }
    take(map, "kind", read.kind);
    take(map, "gas", read.gas);
    take(map, "gwp", read.gwp);
    if (read.gwp == "unknown") read.gwp.clear();
    return read;
}

std::string IntensityBasis::in_words() const {
    std::string words = basis.empty() ? "unstated" : basis;
    if (kind != "average") words += ", " + kind;
    if (gas != "CO2e") words += ", " + gas;
    return words;
}

bool unlike(const IntensityBasis& a, const IntensityBasis& b) {
    return a.kind != b.kind || a.gas != b.gas || (a.states_basis() && b.states_basis() && a.basis != b.basis);
}

}  // namespace lca
