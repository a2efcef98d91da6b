#include "analyses/catalogue/view.hpp"

namespace lca::catalogue {
namespace {

constexpr ComparedFigure compared[] = {{"power.max", "max"},  {"power.idle", "idle"}, {"peak.bf16", "bf16"},
                                       {"peak.fp16", "fp16"}, {"memory", "memory"},   {"storage", "storage"},
                                       {"vcpus", "vCPU"},     {"cores", "cores"},     {"die.area", "die"}};

}  // namespace

std::string line_of(Place place, const Sources& sources) {
    place.column = 0;
    return to_string(place, sources);
}

std::string joined(std::span<const std::string> words, std::string_view between) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : std::string(between)) + word;
    return text;
}

std::span<const ComparedFigure> compared_figures() {
    return compared;
}

std::string_view value_at(const ShownEntry& entry, std::string_view path) {
    for (const ShownFigure& figure : entry.figures) {
        if (figure.path == path) return figure.value;
    }
    return {};
}

std::string with_access(const std::string& source, std::string_view access) {
    return access.starts_with("quoted") ? source + " (as quoted elsewhere)" : source;
}

EmbodiedBasis basis_of(const ShownEntry& entry) {
    EmbodiedBasis basis;
    for (const auto& [name, word] : entry.facts) {
        if (word == "unknown") continue;
        if (name == "embodied_basis.covers") basis.covers = word;
        if (name == "embodied_basis.method") basis.method = word;
    }
    return basis;
}

}  // namespace lca::catalogue
