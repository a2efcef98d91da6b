#include "models/results/boundary.hpp"

#include <algorithm>

#include "lca/base/text.hpp"

namespace lca {
namespace {

struct MethodInWords {
    std::string_view name, words;
};
constexpr MethodInWords methods[] = {
    {"vendor", "by the vendor's own footprint"},
    {"paia", "by a vendor's footprint with PAIA"},
    {"assessment", "by an assessment of a third party"},
    {"model", "by a model"},
    {"assumption", "by an assumption"},
};

std::string_view method_in_words(std::string_view name) {
    for (const MethodInWords& one : methods) {
        if (one.name == name) return one.words;
    }
    return "by an unstated method";
}

bool differ(const std::string& one, const std::string& other) {
    return !one.empty() && !other.empty() && one != "unstated" && other != "unstated" && one != other;
}

}  // namespace

std::string in_words(const EmbodiedBasis& basis) {
    const std::string covers = basis.covers.empty() ? "what it covers is not stated" : in_words(basis.covers);
    if (basis.covers.empty() && basis.method.empty()) return covers;
    return covers + (basis.covers.empty() ? ", " : " ") + std::string(method_in_words(basis.method));
}

std::string in_words(const GridBasis& basis) {
    std::string text;
    if (!basis.basis.empty() && basis.basis != "unstated") text = in_words(basis.basis) + ", ";
    return text + basis.kind + (basis.gas == "CO2" ? ", CO2 alone" : ", all greenhouse gases");
}

std::string mixed_bases_note(const std::vector<GridBasis>& bases) {
    const bool mixed = std::any_of(bases.begin(), bases.end(), [&](const GridBasis& one) {
        return std::any_of(bases.begin(), bases.end(), [&](const GridBasis& other) {
            return differ(one.basis, other.basis) || one.kind != other.kind || one.gas != other.gas;
        });
    });
    if (!mixed) return {};
    std::vector<std::string> parts, known;
    for (const GridBasis& one : bases) {
        std::string words = in_words(one);
        if (std::find(known.begin(), known.end(), words) != known.end()) continue;
        parts.push_back(words + " (" + one.grid + ")");
        known.push_back(std::move(words));
    }
    return "Intensities of unlike accounting are added up: " + listed(parts) + ".";
}

std::string average_note(const std::vector<GridBasis>& bases) {
    std::string grids;
    std::size_t more = 0;
    for (const GridBasis& one : bases) {
        if (one.kind != "average") continue;
        grids.empty() ? void(grids = one.grid) : void(++more);
    }
    if (grids.empty()) return {};
    if (more > 0) grids += " and " + std::to_string(more) + " more";
    return "The effect of a change is computed with an average intensity (" + grids +
           "); a change of load is met at the marginal intensity (`kind: marginal`).";
}

std::string average_note_for(std::string_view path, const std::vector<GridBasis>& bases) {
    constexpr std::string_view places[] = {"grid", "site", "datacentre", "start"};
    bool moves = std::any_of(bases.begin(), bases.end(),
                             [path](const GridBasis& one) { return path.starts_with(one.grid + "."); });
    for (std::string_view rest = path; !moves;) {
        const std::size_t dot = rest.find('.');
        const std::string_view word = rest.substr(0, dot);
        moves = std::find(std::begin(places), std::end(places), word) != std::end(places);
        if (dot == std::string_view::npos) break;
        rest.remove_prefix(dot + 1);
    }
    return moves ? average_note(bases) : "";
}

}  // namespace lca
