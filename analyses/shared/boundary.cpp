#include "analyses/shared/boundary.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "lca/base/text.hpp"

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

std::string in_sentence(const StagesShown& shown) {
    const std::string name = shown.of.empty() ? "the stated embodied figure" : shown.of;
    const std::vector<std::string> stages = names_of(shown);
    if (stages.empty()) return name + ": no embodied figure";
    return "the embodied figure of " + name + " covers " + listed(stages) +
           (shown.not_by_stage ? " (it is not broken down)" : "");
}

}  // namespace

List boundary_list(const Results& results) {
    List list;
    if (!results.boundary) return list;
    const BoundaryReport& boundary = *results.boundary;
    const auto add = [&](std::string text) { list.items.push_back({std::move(text)}); };
    if (!boundary.provided.empty()) add("inside: " + listed(names_of(boundary.provided)));
    if (!boundary.not_provided.empty())
        add("inside the boundary, but not covered by the figures: " +
            listed(names_of(boundary.not_provided)));
    for (const StagesShown& one : boundary.hardware) add(in_sentence(one));
    if (!boundary.stated.cut_off.empty()) add("cut off: " + boundary.stated.cut_off);
    if (!boundary.stated.gwp.empty())
        add("global warming potentials: " + boundary.stated.gwp +
            ", as stated in the file; whether its figures use them is not checked");
    return list;
}

std::vector<std::string> boundary_sentences(const Results& results) {
    std::vector<std::string> sentences;
    for (const List::Item& item : boundary_list(results).items) sentences.push_back("Boundary: " + item.text);
    return sentences;
}

}  // namespace lca
