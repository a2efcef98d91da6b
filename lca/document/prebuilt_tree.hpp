#pragma once
// A tree parsed when the program is built and stored as constants, to avoid parsing its text at run time.

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "lca/document/node.hpp"

namespace lca {

/// One node of such a tree. Nodes are in the order written, each list or map before its children.
struct FrozenNode {
    std::uint32_t text, key;     // offsets in the pool of texts: of the text, and of the key in a map
    std::uint16_t size;          // bytes of a text; children of a list or map
    std::uint16_t key_size;      // bytes of the key
    std::uint16_t line, column;  // line from 0 at the tree's first line, column from 1
    std::uint16_t key_line, key_column;
    Kind kind;
    bool quoted;
};

/// Returns the offset of a text in the pool, after adding the text if the pool does not contain it.
using PlaceText = std::function<std::uint32_t(std::string_view)>;

/// A value, its key and everything below it, as constants. Throws std::length_error if a text, a list or a
/// line number exceeds 65,535.
std::vector<FrozenNode> freeze(Node value, const PlaceText& place_text);

/// Makes a document whose root is a map with the tree as its only entry. Texts are views into `pool`, which
/// must outlive the document; places are in `file`, with lines counted from `first_line`.
std::unique_ptr<Document> thaw(std::span<const FrozenNode> nodes, std::string_view pool, std::uint32_t file,
                               std::uint32_t first_line);

}  // namespace lca
