#pragma once
// What must hold for every catalogue entry: names, sources, plausible figures. Runs when hardware_db/ is
// compiled into the program (an error fails the build) and when a folder is added.

#include <functional>
#include <span>

#include "models/catalog/read_folder.hpp"

namespace lca {

/// In the built-in catalogue every figure must have a source and every entry a year; in a user's folder they
/// may be missing.
enum class Rules : unsigned char { built_in, added };

/// Whether an id or alias names an entry. For grids and data centres it may be a region or operator alone.
using Known = std::function<bool(Section, std::string_view)>;

/// Ids and aliases must be unique within a section. The message names the places of both.
void check_unique(std::span<const CatalogueEntry> entries, Diagnostics& diagnostics);

/// Sources exist (and each built-in one is used), units fit, ranges are plausible, ids agree with years.
void check_entries(std::span<const CatalogueEntry> entries, const Known& known, Rules rules,
                   const Sources& sources, Diagnostics& diagnostics);

}  // namespace lca
