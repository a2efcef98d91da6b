#pragma once
// The data files that a scenario names, read before the scenario is: so every text of a run stands in
// Sources.

#include <optional>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"

namespace lca {

/// Reads the file of every empirical distribution, series and power log of a tree into `sources`, each once,
/// and the system's files of the time zones that they name. Faults are at the name.
void load_data_files(const Document& document, Sources& sources, Diagnostics& diagnostics);

/// The source that a file name in a scenario stands for; nothing where it was not read.
std::optional<std::uint32_t> data_file(Node name, const Sources& sources);
/// The source that is the file of a time zone; nothing where it was not read.
std::optional<std::uint32_t> zone_file(std::string_view zone, const Sources& sources);

}  // namespace lca
