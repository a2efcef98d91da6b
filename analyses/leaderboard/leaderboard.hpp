#pragma once
// Results of any scenarios side by side, ranked where they count the same things: a page for a browser.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/compile/session.hpp"

namespace lca {

/// One answer of `lca evaluate --format json` or `lca rate --format json`, as far as it states these fields.
struct LeaderboardEntry {
    std::string title, note;       // note: the what-if and what was set
    std::string kind;              // "emissions", or what was rated: "Text generation, class A"
    std::string per;               // the functional unit; "" where the total is ranked
    std::optional<double> value;   // kgCO2e, or Wh where it was rated; nothing: not assessed
    std::optional<double> energy;  // kWh, or Wh
    std::string boundary, includes, basis, hardware, date;
    int stars = 0;     // 0: not rated
    std::string file;  // name of the file that it was read from
};

struct Leaderboard {
    struct Row {
        LeaderboardEntry entry;
        std::size_t rank = 0;     // 1: the lowest; equals share a rank; 0: not ranked
        std::string reason = {};  // why it is not ranked
    };
    std::vector<Row> rows = {};  // ranked ones first, by rank
};

/// Reads a file. Empty after an error, which is in `session.diagnostics()`: not JSON, or not such a result.
/// Throws FileError.
std::optional<LeaderboardEntry> read_result(Session& session, const std::string& file);

/// Ranks entries comparable with the majority; the order of `entries` does not matter.
Leaderboard ranked(std::span<const LeaderboardEntry> entries);

/// The whole page.
std::string html_of(const Leaderboard& leaderboard);

}  // namespace lca
