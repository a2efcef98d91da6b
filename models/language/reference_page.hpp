#pragma once
// Writes tables of keys as a page of the language reference, in Markdown.

#include <span>
#include <string>
#include <string_view>

#include "lca/document/schema.hpp"

namespace lca {

/// The page: `before`, one section for each map of keys that can be reached from `root`, in the order in
/// which they are found, and `after`. What a key may hold is described in words, or by a link to its section.
/// Keys in `common`, which every entry may have, are omitted.
std::string reference_page(const Type& root, std::span<const Key> common, std::string_view before,
                           std::string_view after);

}  // namespace lca
