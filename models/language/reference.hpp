#pragma once
// The language reference without its tables of keys: rules in prose, units from the table of units, limits
// from the code.

#include <span>
#include <string>
#include <string_view>

#include "lca/document/schema.hpp"

namespace lca {

/// The rules in Markdown, to be printed before and after the tables of keys.
std::string_view language_rules();
std::string language_tables();

/// Keys that every entry may have, explained only once: title, note, source.
std::span<const Key> common_keys();

}  // namespace lca
