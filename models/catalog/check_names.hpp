#pragma once
// The part of the entry checker that checks names: of sources, ids with years, aliases.

#include <set>
#include <string>

#include "models/catalog/check_entries.hpp"

namespace lca::catalog {

/// Each `source:` within an entry must be a known id (a text with a space is a citation, not an id); adds the
/// ids to `used`. A built-in entry must state a source on the entry itself.
void check_sources(const CatalogueEntry& entry, const Known& known, Rules rules,
                   std::set<std::string, std::less<>>& used, Diagnostics& diagnostics);

/// Checks that a built-in publication states its title, publisher, year and licence, and that its url is one.
void check_publication(const CatalogueEntry& entry, Rules rules, Diagnostics& diagnostics);

/// Checks that the year is plausible, that built-in entries state it, and that it is the year in the id.
void check_year(const CatalogueEntry& entry, Rules rules, Diagnostics& diagnostics);

}  // namespace lca::catalog
