#pragma once
// Makes a scenario from logs of other tools: activities with their energy, hardware, times and sources.

#include <optional>
#include <string>
#include <vector>

#include "models/compile/session.hpp"

namespace lca {

struct ImportOptions {
    std::vector<std::string> files = {};
    std::string format = {};  // name of the format of all files; "": recognised for each
    std::string grid = {};    // id in the catalogue; "": the grid is not specified
    std::string series = {};  // path of a file of grid intensities over time, in place of `grid`
    /// Headings of the columns of times and intensities in `series`. "" if its format is known, or it has
    /// just two columns, one with a unit of intensity in its heading.
    std::string series_time = {}, series_value = {};
    std::string folder = {};  // of the scenario, whose file names are relative to it; "": the current folder
    std::string pue = {};     // "": the default of the scenario language
    std::string zone = {};    // for times without a zone; "": starts without one are left out
    std::string hardware = {};  // id used for all devices; "none": not specified; "": as in the logs
    bool as_table = false;      // makes CSV, one row for each run, and no scenario
    std::string overlap = {};   // "first", "largest": which of runs with the same energy counts; "": error
};

struct Import {
    std::string text;                // the scenario or table; the same logs give the same text
    std::vector<std::string> notes;  // what was dropped, merged or not specified; one line each
};

/// Empty after an error, which is in `session.diagnostics()`. Throws InputError and FileError.
std::optional<Import> import_logs(Session& session, const ImportOptions& options);

/// The names that are allowed as `ImportOptions::format`.
std::vector<std::string_view> import_formats();

}  // namespace lca
