#pragma once
// Reads logs of other tools: each file by its format, and what several of them count twice.

#include <optional>
#include <string>
#include <vector>

#include "models/logs/log.hpp"

namespace lca {

/// What is done with runs that count the same electricity.
enum class Overlap : unsigned char {
    rejected,
    first,   // keeps the run that was named first
    largest  // keeps the run with the most energy
};

struct LogRequest {
    std::vector<std::string> files = {};
    std::string format = {};         // of all files; "" where each is recognised
    const TimeZone* zone = nullptr;  // of stamps without a zone
    Overlap overlap = Overlap::rejected;
};

/// Empty after an error. Throws FileError.
std::optional<Logs> read_logs(const LogRequest& request, Sources& sources, Diagnostics& diagnostics);

/// The energy of a run in J; 0 where it was not measured.
double joules_of(const LoggedRun& run);

/// Finds runs that count the same electricity: over the same time, and not known to be of different things.
/// Reports them and returns false, or keeps one of each and notes the others.
bool settle_overlaps(Logs& logs, Overlap overlap, Diagnostics& diagnostics);

}  // namespace lca
