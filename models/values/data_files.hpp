#pragma once
// The data files that a scenario names, read before the scenario, so that Sources has every text of a run.

#include <optional>
#include <string>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"

namespace lca {

/// Reads the file of every empirical distribution, series and power log of a tree into `sources`, each once,
/// and the system's files of the time zones that they name. Power logs are only opened, to report those that
/// cannot be read: they are read where they are needed. Faults are reported at the name.
void load_data_files(const Document& document, Sources& sources, Diagnostics& diagnostics);

/// Keeps the digest of a power log that was read; false where it differs from that of an earlier reading.
bool keep_log_digest(const Sources& sources, std::uint32_t file, const std::string& digest);
/// After the power logs of a scenario were read: their digests become those of their sources. Throws
/// FileError.
void set_log_digests(Sources& sources);

/// The source that a file name in a scenario stands for; empty if it was not read.
std::optional<std::uint32_t> data_file(Node name, const Sources& sources);
/// The source that is the file of a time zone; empty if it was not read.
std::optional<std::uint32_t> zone_file(std::string_view zone, const Sources& sources);

}  // namespace lca
