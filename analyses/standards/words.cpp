// System boundary, coverage of figures and methods in words.
#include "analyses/standards/standards.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "lca/base/text.hpp"
#include "lca/page/scale.hpp"
#include "analyses/standards/outside_boundary.hpp"

namespace lca {
std::vector<std::string> names_of(const std::vector<BoundaryItem>& parts) {
    std::vector<std::string> names;
    for (const BoundaryItem part : parts) names.emplace_back(to_string(part));
    return names;
}

std::vector<std::string> names_of(const StagesShown& shown) {
    std::vector<std::string> names;
    for (std::size_t k = 0; k < shown.stages.size(); ++k) {
        if (shown.stages[k]) names.emplace_back(Results::life_cycle_stages()[k]);
    }
    return names;
}

namespace {

const EmbodiedBasis* basis_of(const Results& results, std::string_view hardware) {
    for (const HardwareBasis& one : results.hardware) {
        if (one.of == hardware) return &one.basis;
    }
    return nullptr;
}

std::string in_sentence(const Results& results, const StagesShown& shown) {
    const std::string name = shown.of.empty() ? "the stated embodied figure" : shown.of;
    const std::vector<std::string> stages = names_of(shown);
    if (stages.empty()) return name + ": no embodied figure";
    std::string text = "the embodied figure of " + name + " covers " + listed(stages) +
                       (shown.not_by_stage ? " (it is not broken down)" : "");
    if (const EmbodiedBasis* basis = basis_of(results, shown.of)) text += ": " + in_words(*basis);
    return text;
}

/// Text to append, "; global warming potentials of AR5, abiotic depletion by ultimate reserves"; or "".
std::string methods_of(const EmbodiedBasis& basis) {
    std::vector<std::string> parts;
    if (!basis.gwp.empty()) parts.push_back("global warming potentials of " + basis.gwp);
    if (!basis.reserves.empty())
        parts.push_back("abiotic depletion by " + in_words(basis.reserves) + " reserves");
    if (!basis.energy.empty()) parts.push_back(in_words(basis.energy) + " primary energy");
    return parts.empty() ? "" : "; " + listed(parts);
}

/// "in the total, though outside the boundary: manufacturing (30 kgCO2e)"; "" if there is nothing.
std::string outside_in_words(const PointResult& result, bool with_values) {
    std::vector<std::string> parts;
    for (const standards::OutsideBoundary& one : standards::outside_boundary(result)) {
        parts.push_back(one.part);
        if (with_values)
            parts.back() += " (" + with_unit(one.value, measure(index_of::climate).dimension) + ")";
    }
    return parts.empty() ? "" : "in the total, though outside the boundary: " + listed(parts);
}

List list_of_boundary(const PointResult& result, bool with_values) {
    List list;
    const Results& results = result.results();
    if (!results.boundary) return list;
    const BoundaryReport& boundary = *results.boundary;
    const auto add = [&](std::string text) { list.items.push_back({std::move(text)}); };
    if (!boundary.provided.empty()) add("inside: " + listed(names_of(boundary.provided)));
    if (!boundary.not_provided.empty())
        add("inside the boundary, but not covered by the figures: " +
            listed(names_of(boundary.not_provided)));
    if (std::string outside = outside_in_words(result, with_values); !outside.empty())
        add(std::move(outside));
    for (const StagesShown& one : boundary.hardware) add(in_sentence(results, one));
    if (!boundary.stated.cut_off.empty()) add("cut off: " + boundary.stated.cut_off);
    if (!results.gwp.empty()) add(potentials_in_words(results));
    return list;
}

}  // namespace

List boundary_list(const PointResult& result) {
    return list_of_boundary(result, true);
}

List grids_list(const Results& results) {
    List list;
    for (const GridBasis& one : results.bases) {
        const bool stated = !one.basis.empty() && one.basis != "unstated";
        std::string text = one.grid + ": " + (stated ? "" : "basis not stated, ") + in_words(one);
        if (!one.imports.empty())
            text += one.imports == "counted" ? "; of electricity as consumed, with imports"
                                             : "; of electricity as generated, without imports";
        list.items.push_back({std::move(text)});
    }
    return list;
}

std::string potentials_in_words(const Results& results) {
    std::vector<std::string> parts;
    for (const auto& [version, names] : results.gwp) parts.push_back(version + " (" + listed(names) + ")");
    return "global warming potentials: " + listed(parts) + "; not known for the other figures";
}

List hardware_list(const Results& results) {
    List list;
    for (const HardwareBasis& one : results.hardware)
        list.items.push_back({one.of + ": " + in_words(one.basis) + methods_of(one.basis)});
    return list;
}

List methods_list(const Results& results) {
    List list;
    if (!results.boundary && !results.gwp.empty()) list.items.push_back({potentials_in_words(results)});
    for (const WaterBasis& one : results.water) {
        const std::string counts =
            one.counts.empty() ? "not stated whether consumed or withdrawn" : one.counts;
        list.items.push_back({"water on the site, " + one.of + ": " + counts});
    }
    return list;
}

std::vector<std::string> boundary_sentences(const PointResult& result) {
    std::vector<std::string> sentences;
    for (const List::Item& item : list_of_boundary(result, false).items)
        sentences.push_back("Boundary: " + item.text);
    return sentences;
}

}  // namespace lca
