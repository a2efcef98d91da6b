#include "models/results/boundary.hpp"

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

}  // namespace

std::string in_words(const EmbodiedBasis& basis) {
    const std::string covers = basis.covers.empty() ? "what it covers is not stated" : in_words(basis.covers);
    if (basis.covers.empty() && basis.method.empty()) return covers;
    return covers + (basis.covers.empty() ? ", " : " ") + std::string(method_in_words(basis.method));
}

}  // namespace lca
