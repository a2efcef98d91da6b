#pragma once
// Logs of other tools as a scenario: activities with their energy, hardware, times and sources.

#include <optional>
#include <string>
#include <vector>

#include "models/compile/session.hpp"

namespace lca {

struct ImportOptions {
    std::vector<std::string> files = {};
    std::string format = {};  // of all files; "" where each shows its own
    std::string grid = {};    // an id of the catalogue; "" leaves the electricity open
    std::string series = {};  // a file of its intensities over time, in place of `grid`
    /// The headings of that file's times and values: of a table of your own. "" where its format says them,
    /// and then found where it has two columns, of which one states a unit of intensity.
    std::string series_time = {}, series_value = {};
    std::string folder = {};    // where the scenario will stand: files are named from there; "" for here
    std::string pue = {};       // "" leaves the language's default
    std::string zone = {};      // of stamps that say none; "" leaves starts open
    std::string hardware = {};  // in place of the devices that logs name; "none" leaves them open
    bool as_table = false;      // CSV, a row a run, in place of a scenario
    std::string overlap = {};   // "first" or "largest" of runs that count the same; "" refuses them
};

struct Import {
    std::string text;                // of the scenario or table: the same for the same logs
    std::vector<std::string> notes;  // what was dropped, merged or not specified, a line each
};

/// Empty after an error, which is in `session.diagnostics()`. Throws InputError and FileError.
std::optional<Import> import_logs(Session& session, const ImportOptions& options);

/// The names of the formats, for `ImportOptions::format`.
std::vector<std::string_view> import_formats();

}  // namespace lca
