#pragma once
// Places the runs of logs: the catalogue's hardware for devices as drivers name them, and sites and
// systems that hold what runs at one time.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analyses/import/import.hpp"
#include "models/logs/log.hpp"

namespace lca::imported {

/// A number of devices of one kind.
struct Hardware {
    std::string id;
    double count = 0;
    bool is_node = false;  // a server or instance: counted as nodes
};

struct Site {
    std::string id;
    std::optional<double> pue = {};  // empty: not specified
};

struct System {
    std::string id;
    std::size_t site = 0;
    std::vector<Hardware> hardware;  // as many as ran at one time
};

struct Placed {
    std::size_t site = 0;
    std::optional<std::size_t> system = {};  // empty: the hardware is not specified
    double devices = 0, nodes = 0;           // 0: not known
};

struct Places {
    std::vector<Site> sites;
    std::vector<System> systems;
    std::vector<Placed> runs;  // as in the logs
};

/// Places the runs. Empty after an error. Adds a note for each device on the hardware it was taken as.
std::optional<Places> place_runs(const Logs& logs, const ImportOptions& options, Session& session,
                                 std::vector<std::string>& notes);

/// The name of a time zone's format in the list of files that were read.
inline constexpr std::string_view zone_format = "time zone";

/// An id made from any text: letters, digits and `_`, a letter first.
std::string id_of(std::string_view text);

/// When a run began, in the local time of the zone where one is known: "2024-09-26T10:46:47.5+02:00".
std::string start_text(const Moment& moment, const TimeZone* zone);

/// One row for each run, as CSV with units in the headings.
std::string table_text(const Logs& logs, const Places& places, const TimeZone* zone);

/// The text of the scenario.
std::string scenario_text(const Logs& logs, const Places& places, const ImportOptions& options,
                          const TimeZone* zone, const std::vector<std::string>& notes);

}  // namespace lca::imported
