// Reads `boundary` and `role`: what a study states in the words of standards.

#include <fmt/core.h>

#include <algorithm>

#include "models/scenario/reader.hpp"

namespace lca::scenario {
namespace {

/// Reads the items in a list of `boundary`; an item stated twice is an error.
void read_items(Reader& reader, Node list, Boundary& boundary) {
    if (!list || list.faulty()) return;
    if (list.size() == 0)
        reader.error(list.place(), fmt::format("`{}` is empty", list.path()),
                     "at least one item, or no such key");
    for (const Node word : list.children()) {
        if (word.faulty()) continue;
        const auto* const name =
            std::find(boundary_item_names.begin(), boundary_item_names.end(), word.text());
        const auto part = static_cast<BoundaryItem>(name - boundary_item_names.begin());
        if (std::find(boundary.parts.begin(), boundary.parts.end(), part) != boundary.parts.end()) {
            reader.error_at(word, fmt::format("`{}` appears twice", word.text()), "each item once");
        } else {
            boundary.parts.push_back(part);
        }
    }
}

}  // namespace

void read_boundary(Reader& reader) {
    if (const Node role = reader.root.find("role"); role && !role.faulty())
        reader.scenario.role = role.text() == "owner" ? Role::owner : Role::customer;
    const Node node = reader.root.find("boundary");
    if (!node || node.faulty()) return;
    Boundary boundary;
    read_items(reader, node.find("stages"), boundary);
    read_items(reader, node.find("includes"), boundary);
    if (const Node gwp = node.find("gwp"); gwp && !gwp.faulty()) boundary.gwp = gwp.text();
    if (const Node cut_off = node.find("cut_off"); cut_off && !cut_off.faulty())
        boundary.cut_off = cut_off.text();
    reader.scenario.boundary = std::move(boundary);
}

}  // namespace lca::scenario
