#pragma once
// Steps through the tables of types: from a key to what is allowed there, and from a key to where it is
// legal.

#include <string>
#include <string_view>
#include <vector>

#include "lca/document/schema.hpp"

namespace lca {

const Key* find_key(std::span<const Key> keys, std::string_view name);

/// The key of the long form that holds the value itself.
inline constexpr std::string_view value_key = "value";

/// The type one step below a type: at a key of its own, a key of the long form, an id, or (a number)
/// a list item. The step `value` of a long form leads to the type itself. Null where nothing may.
const Type* type_below(const Type& type, std::string_view step);

/// The key that a step leads to, of the type's own, of its long form or of a variant; null at ids and items.
/// The step `value` of a long form is not a key: it stands for the type itself.
const Key* key_below(const Type& type, std::string_view step);

/// Places where a key is legal: "sites.<id>", "activities.<id>.dynamic"; the shortest first, at most `count`.
std::vector<std::string> places_of_key(const Type& root, std::string_view key, std::size_t count);

}  // namespace lca
