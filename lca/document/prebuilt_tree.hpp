#pragma once
// A tree that was read at build time, as plain constants: taken up again without reading its text.

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "lca/document/node.hpp"

namespace lca {

/// One value of a prebuilt tree. Values are in the order written, each list or map before its children.
struct FrozenNode {
    std::uint32_t text, key;  // where they start in the pool of texts; `text` of texts, `key` of map entries
    std::uint16_t size;       // bytes of a text; number of children of a list or map
    std::uint16_t key_size;   // bytes
    std::uint16_t line, column;  // lines from 0 at the tree's first, columns from 1
    std::uint16_t key_line, key_column;
    Kind kind;
    bool quoted;
};

/// Where a text starts in the pool; puts it there where it is not.
using PlaceText = std::function<std::uint32_t(std::string_view)>;

/// The value with its key and all below it, as constants. Throws std::length_error where a text, list or line
/// number is beyond 65,535.
std::vector<FrozenNode> freeze(Node value, const PlaceText& place_text);

/// Rebuilds the tree, in a map with one key. Texts are views into `pool`, which must outlive the document;
/// places are in `file`, lines counted from `first_line`.
std::unique_ptr<Document> thaw(std::span<const FrozenNode> nodes, std::string_view pool, std::uint32_t file,
                               std::uint32_t first_line);

}  // namespace lca
