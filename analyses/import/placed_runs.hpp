#pragma once
// Assigns the runs of logs to sites and systems: finds hardware of the catalogue for device names, and sizes
// each system for the runs that overlap.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analyses/import/import.hpp"
#include "models/logs/log.hpp"

namespace lca::imported {

/// A number of equal devices of one entry of the catalogue.
struct Hardware {
    std::string id;
    double count = 0;
    bool is_node = false;  // a server or instance; `count` is a number of nodes
};

struct Site {
    std::string id;
    std::optional<double> pue = {};  // empty: not specified
};

struct System {
    std::string id;
    std::size_t site = 0;
    std::vector<Hardware> hardware;  // with the largest numbers in use at one time
};

struct Placed {
    std::size_t site = 0;
    std::optional<std::size_t> system = {};  // index; empty: hardware not specified
    double devices = 0, nodes = 0;           // numbers used by the run; 0: not known
};

struct Places {
    std::vector<Site> sites;
    std::vector<System> systems;
    std::vector<Placed> runs;  // in the order of the logs
};

/// Assigns all runs. Empty after an error. Adds a note for each device name that was taken as another id.
std::optional<Places> place_runs(const Logs& logs, const ImportOptions& options, Session& session,
                                 std::vector<std::string>& notes);

/// The format under which a time zone's file is listed among the files that were read.
inline constexpr std::string_view zone_format = "time zone";

/// Makes an id from any text: a letter first, then letters, digits and `_`.
std::string id_of(std::string_view text);

/// The start of a run, "2024-09-26T10:46:47.5+02:00": in the local time of `zone`, if there is one.
std::string start_text(const Moment& moment, const TimeZone* zone);

/// CSV with a row for each run, and with units in the headings.
std::string table_text(const Logs& logs, const Places& places, const TimeZone* zone);

/// The scenario as YAML text.
std::string scenario_text(const Logs& logs, const Places& places, const ImportOptions& options,
                          const TimeZone* zone, const std::vector<std::string>& notes);

}  // namespace lca::imported
