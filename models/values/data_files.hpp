#pragma once
// Loads the data files that a scenario names before the scenario is read, so that Sources has all its texts.

#include <optional>
#include <string>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"

namespace lca {

/// Loads the files of all empirical distributions, series and power logs in a tree into `sources`, each once,
/// and the system's files of time zones named beside them. Power logs are only opened, so that errors are
/// reported early; they are read when needed. Errors are reported at the place that names the file.
void load_data_files(const Document& document, Sources& sources, Diagnostics& diagnostics);

/// Remembers the digest of a power log that has been read; false if an earlier reading had another digest.
bool keep_log_digest(const Sources& sources, std::uint32_t file, const std::string& digest);
/// Sets the digests of the sources that are power logs; call it after they have been read. Throws
/// FileError.
void set_log_digests(Sources& sources);

/// The source for a file name in a scenario; empty if that file has not been loaded.
std::optional<std::uint32_t> data_file(Node name, const Sources& sources);
/// The source for the file of a time zone; empty if that file has not been loaded.
std::optional<std::uint32_t> zone_file(std::string_view zone, const Sources& sources);

}  // namespace lca
