#pragma once
// Steps through the tables of types: what is allowed at a key, and at which places a key is allowed.
// legal.

#include <string>
#include <string_view>
#include <vector>

#include "lca/document/schema.hpp"

namespace lca {

const Key* find_key(std::span<const Key> keys, std::string_view name);

/// The key of a long form (see Type::long_form) that holds the value itself.
inline constexpr std::string_view value_key = "value";

/// The type one step below a type, at one of its keys, a key of its long form, an id, or an item's number.
/// The step `value` of a long form leads to the type itself. Null if the step is not legal.
const Type* type_below(const Type& type, std::string_view step);

/// The key that a step names, one of the type's own, of its long form or of a variant; null for ids and
/// items. The step `value` of a long form counts as no key, as it leads to the type itself.
const Key* key_below(const Type& type, std::string_view step);

/// A key that was written as two words joined by `_`: "die_area" means `area` in the map `die`. `outer` is
/// empty if that map is the current one; `inner` is empty if the words name no key.
struct KeyInWords {
    std::string_view outer = {}, inner = {};

    std::string in_file() const;  // "die: {area: …}"
    std::string in_path() const;  // "die.area"
};
/// `keys` are those of the map `here`. The two words may be in either order.
KeyInWords key_in_words(std::span<const Key> keys, std::string_view here, std::string_view words);

/// Places where a key is allowed: "sites.<id>", "activities.<id>.dynamic"; short ones first, at most `count`.
std::vector<std::string> places_of_key(const Type& root, std::string_view key, std::size_t count);

}  // namespace lca
