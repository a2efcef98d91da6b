#pragma once
// The language reference except its tables of keys: rules in prose, units from their table, limits from the
// code.

#include <span>
#include <string>
#include <string_view>

#include "lca/document/schema.hpp"

namespace lca {

/// The parts before and after the tables of keys, in Markdown.
std::string_view language_rules();
std::string language_tables();

/// Keys that are allowed in every entry and are explained once: title, note, source.
std::span<const Key> common_keys();

}  // namespace lca
