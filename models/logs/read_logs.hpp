#pragma once
// Logs of other tools, read: each file by its format, and what several of them count twice.

#include <optional>
#include <string>
#include <vector>

#include "models/logs/log.hpp"

namespace lca {

/// What becomes of runs that count the same electricity.
enum class Overlap : unsigned char {
    rejected,
    first,   // the one that was named first stays
    largest  // the one with the most energy stays
};

struct LogRequest {
    std::vector<std::string> files = {};
    std::string format = {};         // of all; "" where each file shows its own
    const TimeZone* zone = nullptr;  // of stamps that say none
    Overlap overlap = Overlap::rejected;
};

/// Empty after an error. Throws FileError.
std::optional<Logs> read_logs(const LogRequest& request, Sources& sources, Diagnostics& diagnostics);

/// The energy of a run in J; 0 where it was not measured.
double joules_of(const LoggedRun& run);

/// Finds runs that count the same electricity: over the same time, and not said to be of different things.
/// Refuses them, or keeps one of each and notes the others.
bool settle_overlaps(Logs& logs, Overlap overlap, Diagnostics& diagnostics);

}  // namespace lca
