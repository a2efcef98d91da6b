#pragma once
// Reads logs of other tools: finds the format of each file, and what several of them count twice.

#include <optional>
#include <string>
#include <vector>

#include "models/logs/log.hpp"

namespace lca {

/// What to do with runs that may count the same electricity.
enum class Overlap : unsigned char {
    rejected,
    first,   // of two, keeps the one that comes first
    largest  // of two, keeps the one with more energy
};

struct LogRequest {
    std::vector<std::string> files = {};
    std::string format = {};         // of all files; "": recognise the format of each
    const TimeZone* zone = nullptr;  // for times without a zone
    Overlap overlap = Overlap::rejected;
};

/// Reads all files. Empty after an error. Throws FileError.
std::optional<Logs> read_logs(const LogRequest& request, Sources& sources, Diagnostics& diagnostics);

/// The energy of a run in J; 0 if it was not measured.
double joules_of(const LoggedRun& run);

/// Finds runs that may count the same electricity: they overlap in time, and are not known to be of different
/// things. Either reports them and returns false, or keeps one of each and notes the others.
bool apply_overlap_rule(Logs& logs, Overlap overlap, Diagnostics& diagnostics);

}  // namespace lca
