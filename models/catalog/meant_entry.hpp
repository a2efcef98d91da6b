#pragma once
// What a name stands for that is not a valid id: the names that drivers and data sheets print. For hints and
// `lca hardware show`; names in a scenario are never resolved by it.

#include <string>
#include <string_view>
#include <vector>

#include "models/catalog/catalog.hpp"

namespace lca {

/// The ids of entries that are called so by their id, name or an alias, whatever the case, the order of the
/// words, the characters between them, and whether the vendor is named: "NVIDIA A100 80GB PCIe", "us-east-1".
/// For grids, also the region. A name that several boards bear the words of ("a100") has all of them, though
/// it is an alias of one.
std::vector<std::string> readings(Catalog& catalog, Section section, std::string_view name);

/// Ids and aliases that a wrong id may have meant: its readings, then those with most of its words, then
/// those nearest in letters.
std::vector<std::string> meant_entries(Catalog& catalog, Section section, std::string_view name,
                                       std::size_t count = 3);

}  // namespace lca
