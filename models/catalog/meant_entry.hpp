#pragma once
// Entries that a name which is not an id may stand for, as drivers and data sheets print names. For hints and
// for `lca hardware show`; names in a scenario are never resolved this way.

#include <string>
#include <string_view>
#include <vector>

#include "models/catalog/catalog.hpp"

namespace lca {

/// The ids of entries that have this id, name or alias, ignoring case, the order of the words, the characters
/// between words, and whether the vendor is named: "NVIDIA A100 80GB PCIe", "us-east-1". For grids the region
/// counts as a name. If the names of several boards contain all the words ("a100"), their ids are all
/// returned, even if the name is an alias of one.
std::vector<std::string> readings(Catalog& catalog, Section section, std::string_view name);

/// Ids and aliases that may have been meant: the result of readings(),
/// then entries that share most words, then those with similar letters.
std::vector<std::string> meant_entries(Catalog& catalog, Section section, std::string_view name,
                                       std::size_t count = 3);

}  // namespace lca
