#pragma once
// The manual's page on the language: rules in prose, keys from the tables, units from theirs, limits from the
// code.

#include <string>

namespace lca {

/// Markdown; what stands in docs/reference/language.md.
std::string language_reference();

}  // namespace lca
