#pragma once
// The data files that a scenario names, read before the scenario, so that Sources has every text of a run.

#include <optional>
#include <string>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"

namespace lca {

/// Reads the file of every empirical distribution, series and power log of a tree into `sources`, each once,
/// and the system's files of the time zones that they name. Of power logs nothing is read but that they can
/// be: they are read where they are needed. Faults are at the name.
void load_data_files(const Document& document, Sources& sources, Diagnostics& diagnostics);

/// What a reader of a power log read, by its digest: false where that is not what was read of it before.
bool keep_log_digest(const Sources& sources, std::uint32_t file, const std::string& digest);
/// After the power logs of a scenario were read: their digests become those of their sources. Throws
/// FileError.
void set_log_digests(Sources& sources);

/// The source that a file name in a scenario stands for; empty if it was not read.
std::optional<std::uint32_t> data_file(Node name, const Sources& sources);
/// The source that is the file of a time zone; empty if it was not read.
std::optional<std::uint32_t> zone_file(std::string_view zone, const Sources& sources);

}  // namespace lca
