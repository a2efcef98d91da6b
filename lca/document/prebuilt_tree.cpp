#include "lca/document/prebuilt_tree.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace lca {
namespace {

std::uint16_t small(std::size_t number) {
    if (number > std::numeric_limits<std::uint16_t>::max())
        throw std::length_error("a catalogue entry with a text, list or line number beyond 65,535");
    return static_cast<std::uint16_t>(number);
}

FrozenNode freeze_one(Node value, std::uint32_t first_line, const PlaceText& place_text) {
    FrozenNode made{};
    made.kind = value.kind();
    made.quoted = value.is_text() && value.quoted();
    made.text = value.is_text() ? place_text(value.text()) : 0;
    made.size = small(value.is_text() ? value.text().size() : value.size());
    made.line = small(value.place().line - first_line);
    made.column = small(value.place().column);
    if (value.parent().is_map()) {
        made.key = place_text(value.key());
        made.key_size = small(value.key().size());
        made.key_line = small(value.key_place().line - first_line);
        made.key_column = small(value.key_place().column);
    }
    return made;
}

}  // namespace

std::vector<FrozenNode> freeze(Node value, const PlaceText& place_text) {
    const std::uint32_t first_line = value.key_place().line;
    std::vector<FrozenNode> made;
    std::vector<Node> waiting{value};
    while (!waiting.empty()) {
        const Node next = waiting.back();
        waiting.pop_back();
        made.push_back(freeze_one(next, first_line, place_text));
        if (next.is_text()) continue;
        const std::size_t first = waiting.size();
        for (const Node child : next.children()) waiting.push_back(child);
        std::reverse(waiting.begin() + static_cast<std::ptrdiff_t>(first), waiting.end());
    }
    return made;
}

std::unique_ptr<Document> thaw(std::span<const FrozenNode> nodes, std::string_view pool, std::uint32_t file,
                               std::uint32_t first_line) {
    struct Open {
        std::uint32_t index;
        std::uint32_t children;  // number of children still to be added
    };
    auto document = std::make_unique<Document>();
    document->reserve(nodes.size() + 1);
    document->set_root(document->add_collection(Kind::map, {file, first_line, 1}));
    std::vector<Open> open{{0, 1}};
    for (const FrozenNode& node : nodes) {
        const Place place{file, first_line + node.line, node.column};
        const std::uint32_t made =
            node.kind == Kind::text
                ? document->add_text(pool.substr(node.text, node.size), node.quoted, place)
                : document->add_collection(node.kind, place);
        document->append(open.back().index, made, pool.substr(node.key, node.key_size),
                         {file, first_line + node.key_line, node.key_column});
        --open.back().children;
        if (node.kind != Kind::text) open.push_back({made, node.size});
        while (!open.empty() && open.back().children == 0) open.pop_back();
    }
    return document;
}

}  // namespace lca
