#pragma once
// Tables of keys as a page of the language reference, in Markdown.

#include <span>
#include <string>
#include <string_view>

#include "lca/document/schema.hpp"

namespace lca {

/// `before`, a section for each map of keys that `root` leads to, in the order met, and `after`. What a key
/// may hold is said in words or by a link to its section; the keys in `common`, which are allowed in every
/// entry, are left out.
std::string reference_page(const Type& root, std::span<const Key> common, std::string_view before,
                           std::string_view after);

}  // namespace lca
