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
    std::string grid = {};    // an id of the catalogue; "" leaves the grid not specified
    std::string series = {};  // a file of its intensities over time, in place of `grid`
    /// The headings of that file's times and values. "" where its format has its own headings, and in a table
    /// of two columns, one of which states a unit of intensity.
    std::string series_time = {}, series_value = {};
    std::string folder = {};    // of the scenario: files are named relative to it; "": here
    std::string pue = {};       // "" leaves the default of the language
    std::string zone = {};      // of times that state none; "" leaves such starts out
    std::string hardware = {};  // in place of the devices that logs name; "none": not specified
    bool as_table = false;      // CSV, one row for each run, in place of a scenario
    std::string overlap = {};   // of runs that count the same energy "first" or "largest"; "": an error
};

struct Import {
    std::string text;                // of the scenario or table: identical for identical logs
    std::vector<std::string> notes;  // what was dropped, merged or not specified, a line each
};

/// Empty after an error, which is in `session.diagnostics()`. Throws InputError and FileError.
std::optional<Import> import_logs(Session& session, const ImportOptions& options);

/// The names of the formats, for `ImportOptions::format`.
std::vector<std::string_view> import_formats();

}  // namespace lca
