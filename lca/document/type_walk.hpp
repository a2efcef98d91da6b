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

/// A key that two words joined by `_` name: "die_area" is `area` below `die`. `outer` is empty where that is
/// the map itself; `inner` is empty where the words name nothing.
struct KeyInWords {
    std::string_view outer = {}, inner = {};

    std::string in_file() const;  // "die: {area: …}"
    std::string in_path() const;  // "die.area"
};
/// `keys`: those of the map `here`. The order of the words does not matter.
KeyInWords key_in_words(std::span<const Key> keys, std::string_view here, std::string_view words);

/// Places where a key is legal: "sites.<id>", "activities.<id>.dynamic"; the shortest first, at most `count`.
std::vector<std::string> places_of_key(const Type& root, std::string_view key, std::size_t count);

}  // namespace lca
