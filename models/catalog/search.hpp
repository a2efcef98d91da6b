#pragma once
// Finds entries of the catalogue: lists, search by words, and one entry with all its figures.

#include <string>
#include <string_view>
#include <vector>

#include "models/catalog/catalog.hpp"
#include "models/catalog/listed.hpp"

namespace lca {

/// All entries of a section, sorted by id.
std::vector<Listed> list_entries(Catalog& catalog, Section section);
/// Entries whose id, name, kind or aliases contain every word of `words`.
std::vector<Listed> search_entries(Catalog& catalog, Section section, std::string_view words);

/// The entry of an id or alias; for a region or operator without a year, the entries of all its
/// years, newest first (for a region also its other impacts and losses); for a region that uses
/// another grid, that entry and then the newest of the other grid. Empty if there is no such entry.
std::vector<ShownEntry> show_entry(Catalog& catalog, Section section, std::string_view id);

/// Other hardware of the same kind: first that of the same vendor, then by how many letters the ids have in
/// common at their beginning, then by closeness of their years, then by id.
std::vector<ShownEntry> siblings(Catalog& catalog, std::string_view id, std::size_t count = 5);

}  // namespace lca
