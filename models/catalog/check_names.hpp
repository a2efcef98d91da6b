#pragma once
// The part of the entry checker that looks at names: sources, years, aliases.

#include <set>
#include <string>

#include "models/catalog/check_entries.hpp"

namespace lca::catalog {

/// Each `source:` below an entry must be known (a text with a space in it is a citation of its own); adds the
/// ids to `used`. Built-in entries must name a source themselves.
void check_sources(const CatalogueEntry& entry, const Known& known, Rules rules,
                   std::set<std::string, std::less<>>& used, Diagnostics& diagnostics);

/// Checks that a publication states its title, publisher, year and licence.
void check_publication(const CatalogueEntry& entry, Rules rules, Diagnostics& diagnostics);

/// Checks that the year of an entry is stated and plausible, and the one its id ends in.
void check_year(const CatalogueEntry& entry, Rules rules, Diagnostics& diagnostics);

}  // namespace lca::catalog
