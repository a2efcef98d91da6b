#pragma once
// What must hold of every catalogue entry: names, sources, plausible figures. Runs when hardware_db/ is
// compiled (a fault fails the build) and when a folder is added.

#include <functional>
#include <span>

#include "models/catalog/read_folder.hpp"

namespace lca {

/// The built-in catalogue must give a source for every figure and a year for every entry; a user's folder
/// may.
enum class Rules : unsigned char { built_in, added };

/// Whether an id or alias names an entry; of grids and data centres also a region or operator without a year.
using Known = std::function<bool(Section, std::string_view)>;

/// Ids and aliases must be unique within a section. Both places are named.
void check_unique(std::span<const CatalogueEntry> entries, Diagnostics& diagnostics);

/// Sources resolve (and, built in, none is unused), units fit, ranges are plausible, ids agree with years.
void check_entries(std::span<const CatalogueEntry> entries, const Known& known, Rules rules,
                   const Sources& sources, Diagnostics& diagnostics);

}  // namespace lca
