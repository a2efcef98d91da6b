#pragma once
// A page for a browser that ranks results of different scenarios, as far as they count the same things.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/compile/session.hpp"

namespace lca {

/// What a leaderboard reads of one answer of `lca evaluate` or `lca rate` with `--format json`.
struct LeaderboardEntry {
    std::string title, note;       // note: the what-if and the edits, in words
    std::string kind;              // "emissions"; for a rating its name: "Text generation, class A"
    std::string per;               // functional unit of `value`; "" if it is a total
    std::optional<double> value;   // kgCO2e; for a rating Wh; empty: not assessed
    std::optional<double> energy;  // kWh; for a rating Wh
    std::string boundary, includes, basis, hardware, date;
    int stars = 0;     // 1 to 5; 0: not a rating
    std::string file;  // path of the file with the answer
};

struct Leaderboard {
    struct Row {
        LeaderboardEntry entry;
        std::size_t rank = 0;     // 1: the lowest; equal values share a rank; 0: not ranked
        std::string reason = {};  // why it is not ranked; "" if it is
    };
    std::vector<Row> rows = {};  // those with a rank first, by rank
};

/// Reads the answer in a file. Empty after an error, which is in `session.diagnostics()`: not JSON, or not
/// such an answer. Throws FileError.
std::optional<LeaderboardEntry> read_result(Session& session, const std::string& file);

/// Ranks the entries that share the most common circumstances; the order of `entries` does not matter.
Leaderboard ranked(std::span<const LeaderboardEntry> entries);

/// The leaderboard as one HTML page.
std::string html_of(const Leaderboard& leaderboard);

}  // namespace lca
